package io.github.migratemaven.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A file's name as Flyway reads it with its default prefixes, separator and suffix. Prefixes count with their case, the suffix
 * without.
 *
 * @param stem the name without its suffix
 * @param version empty for a repeatable migration
 * @param description with blanks for underscores
 */
record FlywayName(Kind kind, String stem, Optional<FlywayVersion> version, String description) {
    /** What a file is. */
    enum Kind {
        VERSIONED("V"),
        REPEATABLE("R"),
        BASELINE("B"),
        UNDO("U");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final String SEPARATOR = "__";
    private static final String SQL = ".sql";

    /** Prefixes of the callback scripts that Flyway knows: of its enumeration Event, and of its paid editions. */
    private static final Set<String> EVENTS = Set.of("before", "after", "createSchema");

    /** Whether a file is a script that Flyway runs on an event, for example {@code afterMigrate__grants.sql}. */
    static boolean isCallback(String file) {
        return isSql(file)
                && EVENTS.stream()
                        .anyMatch(event -> file.startsWith(event)
                                && (file.length() > event.length())
                                && (event.equals("createSchema")
                                        || Character.isUpperCase(file.charAt(event.length()))));
    }

    static boolean isSql(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(SQL);
    }

    /** Empty for a name that Flyway does not take for a migration. */
    static Optional<FlywayName> ofSql(String file) {
        return isSql(file) && !isCallback(file)
                ? ofStem(file.substring(0, file.length() - SQL.length()))
                : Optional.empty();
    }

    /** @param stem a file's or a class's name without its suffix */
    static Optional<FlywayName> ofStem(String stem) {
        for (Kind kind : Kind.values()) {
            if (stem.startsWith(kind.prefix)) {
                String rest = stem.substring(kind.prefix.length());
                int at = rest.indexOf(SEPARATOR);
                String number = at < 0 ? rest : rest.substring(0, at);
                String description =
                        at < 0 ? "" : rest.substring(at + SEPARATOR.length()).replace('_', ' ');
                if (kind == Kind.REPEATABLE) {
                    return number.isEmpty()
                            ? Optional.of(new FlywayName(kind, stem, Optional.empty(), description))
                            : Optional.empty();
                }
                return FlywayVersion.of(number).map(v -> new FlywayName(kind, stem, Optional.of(v), description));
            }
        }
        return Optional.empty();
    }
}
