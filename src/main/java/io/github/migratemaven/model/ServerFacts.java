package io.github.migratemaven.model;

/**
 * What a session learned about its server when it opened.
 *
 * @param major for example 15
 * @param version as the server says it, for example {@code 15.18}
 * @param schema the schema that the history lives in; the session's search_path starts with it
 * @param schemaExists false where deploy would create it first
 */
public record ServerFacts(
        int major, String version, String database, String user, String schema, boolean schemaExists, int backendPid) {}
