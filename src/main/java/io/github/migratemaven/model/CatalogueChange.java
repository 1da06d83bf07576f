package io.github.migratemaven.model;

import java.util.Optional;

/**
 * One statement of a difference between two schemas.
 *
 * @param sql without its delimiter
 * @param object what it changes, for a person: {@code table public.orders}
 * @param loss what of the data is gone once it has run, for a person; empty = it loses none
 * @param transactional false for a statement that PostgreSQL refuses in a transaction block
 */
public record CatalogueChange(String sql, String object, Optional<String> loss, boolean transactional) {}
