package io.github.migratemaven.model;

/**
 * An object in the catalogue that is not as it should be.
 *
 * @param kind {@code index} or {@code constraint}
 * @param name qualified, quoted where needed
 * @param table the table that it belongs to
 */
public record DatabaseObject(String kind, String name, String table) {}
