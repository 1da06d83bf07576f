package io.github.migratemaven.sql;

import java.util.Set;

/** Which statements do no harm, and raise no error, when they run a second time. */
final class Repeatable {
    private static final Set<String> ALWAYS = Set.of(
            "VACUUM",
            "ANALYZE",
            "ANALYSE",
            "REINDEX",
            "CLUSTER",
            "CHECKPOINT",
            "DISCARD",
            "DISCARD ALL",
            "ALTER SYSTEM",
            "DROP OWNED",
            "SET",
            "RESET",
            "COMMENT",
            "SECURITY LABEL",
            "GRANT",
            "REVOKE",
            "REFRESH MATERIALIZED VIEW");

    private Repeatable() {}

    static boolean of(Command command) {
        Words rest = command.rest();
        if (ALWAYS.contains(command.tag()) || command.modifiers().contains("OR REPLACE")) {
            return true;
        }
        if (command.tag().startsWith("DROP ")) {
            rest.take("CONCURRENTLY");
            return rest.at("IF", "EXISTS");
        }
        if (command.tag().startsWith("CREATE ")) {
            // Not so with CONCURRENTLY before it: that is content with the INVALID index which a broken build left
            // behind.
            return rest.at("IF", "NOT", "EXISTS");
        }
        return switch (command.tag()) {
            case "ALTER TYPE" -> rest.has("ADD", "VALUE", "IF", "NOT", "EXISTS");
            // A database that is there already is left alone.
            case "ALTER DATABASE" -> rest.has("SET", "TABLESPACE");
            case "ALTER SUBSCRIPTION" -> rest.has("REFRESH", "PUBLICATION") || rest.has("SET");
            // What a block does only its author can tell.
            case "DO" -> rest.next().matches("(?s)\\$\\w*\\$\\s*-- migrate:repeatable\\b.*");
            default -> false;
        };
    }
}
