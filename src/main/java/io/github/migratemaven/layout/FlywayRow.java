package io.github.migratemaven.layout;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of Flyway's history.
 *
 * @param type of its CoreMigrationType and kin: SQL, JDBC, BASELINE, SQL_BASELINE, UNDO_SQL, DELETE, SCHEMA, …
 * @param script the file's path below its location, or the class
 * @param checksum null where it has none
 */
record FlywayRow(
        int rank,
        Optional<FlywayVersion> version,
        String description,
        String type,
        String script,
        Integer checksum,
        boolean success) {

    /** Rows that no migration of the project stands behind. */
    private static final Set<String> SYNTHETIC = Set.of("SCHEMA", "BASELINE", "DELETE");

    private static final int LONGEST_DESCRIPTION = 200;

    static FlywayRow of(Map<String, String> cells) {
        return new FlywayRow(
                Integer.parseInt(cells.get("installed_rank")),
                Optional.ofNullable(cells.get("version")).flatMap(FlywayVersion::of),
                cells.getOrDefault("description", ""),
                cells.get("type"),
                cells.get("script"),
                cells.get("checksum") == null ? null : Integer.valueOf(cells.get("checksum")),
                Boolean.parseBoolean(cells.get("success")));
    }

    boolean isMigration() {
        return !SYNTHETIC.contains(type) && !type.startsWith("UNDO");
    }

    boolean isSql() {
        return type.equals("SQL") || type.equals("SQL_BASELINE") || type.equals("SQL_STATE_SCRIPT");
    }

    boolean isBaseline() {
        return version.isPresent() && (type.endsWith("BASELINE") || type.endsWith("STATE_SCRIPT")) && success;
    }

    boolean isNewer(FlywayVersion than) {
        return version.filter(v -> v.compareTo(than) > 0).isPresent();
    }

    /** Whether an earlier row counts for nothing because of this one. */
    boolean takesAway() {
        return type.equals("DELETE") || type.startsWith("UNDO");
    }

    boolean isSameMigration(FlywayRow other) {
        return version.isPresent() || other.version.isPresent()
                ? version.isPresent()
                        && other.version.isPresent()
                        && version.get().compareTo(other.version.get()) == 0
                : description.equals(other.description);
    }

    /** As Flyway fits it into its column. */
    static String abbreviated(String description) {
        return description.length() <= LONGEST_DESCRIPTION
                ? description
                : description.substring(0, LONGEST_DESCRIPTION - 3) + "...";
    }
}
