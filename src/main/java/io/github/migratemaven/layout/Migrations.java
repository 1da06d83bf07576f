package io.github.migratemaven.layout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All migrations of a project.
 *
 * @param all in the order in which they run
 * @param unsupported what is there, and does not run here
 */
record Migrations(List<Migration> all, List<String> unsupported) {
    Migrations {
        all = List.copyOf(all);
        unsupported = List.copyOf(unsupported);
    }

    /** The newest baseline migration: an empty database begins with it, and with nothing that it covers. */
    Optional<Migration> baseline() {
        return all.stream()
                .filter(m -> m.kind() == FlywayName.Kind.BASELINE)
                .max(Comparator.comparing(m -> m.name().version().orElseThrow()));
    }

    /** Whether a versioned or older baseline migration is part of what the newest baseline migration makes. */
    boolean isCovered(Migration migration) {
        return baseline()
                .filter(baseline -> baseline != migration)
                .flatMap(baseline -> baseline.name().version())
                .flatMap(to -> migration.name().version().map(v -> v.compareTo(to) <= 0))
                .orElse(false);
    }
}
