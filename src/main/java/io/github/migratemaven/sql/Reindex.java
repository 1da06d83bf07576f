package io.github.migratemaven.sql;

import java.util.Locale;
import java.util.Optional;

/**
 * {@code REINDEX [(options)] kind [CONCURRENTLY] [name]}.
 *
 * @param kind INDEX, TABLE, SCHEMA, DATABASE or SYSTEM
 * @param name empty where the server needs none (DATABASE and SYSTEM since 16)
 */
record Reindex(String kind, boolean concurrently, Optional<String> name) {

    /** @param words behind REINDEX */
    static Reindex parse(Words words) {
        Words rest = words.copy();
        boolean option = Options.enabled(rest.parentheses(), "concurrently", false);
        String kind = rest.next().toUpperCase(Locale.ROOT);
        boolean concurrently = rest.take("CONCURRENTLY") || option;
        return new Reindex(kind, concurrently, rest.name());
    }

    boolean oneRelation() {
        return kind.equals("INDEX") || kind.equals("TABLE");
    }

    boolean forbidden() {
        return concurrently || !oneRelation();
    }
}
