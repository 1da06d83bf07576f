package io.github.migratemaven.author;

import io.github.migratemaven.model.Target;

/** Where a schema is to go. */
public sealed interface Desired {
    /**
     * Plain PostgreSQL DDL.
     *
     * @param file for messages: relative to the project
     */
    record Script(String file, String text) implements Desired {}

    /** A database that has it. */
    record Database(Target target) implements Desired {}
}
