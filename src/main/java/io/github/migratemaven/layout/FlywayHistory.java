package io.github.migratemaven.layout;

import io.github.migratemaven.layout.FlywayName.Kind;
import io.github.migratemaven.model.ServerFacts;
import io.github.migratemaven.port.ForeignHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code flyway_schema_history} says, read as Flyway's MigrationInfoServiceImpl reads it: by rank, deletions and undone
 * migrations taking away what came before, the last run of a repeatable migration counting, and a baseline standing for all
 * versions up to its own.
 */
final class FlywayHistory implements ForeignHistory {
    static final String TABLE = "flyway_schema_history";

    private final LayoutRequest request;
    private final Changesets changesets;

    FlywayHistory(LayoutRequest request, Changesets changesets) {
        this.request = request;
        this.changesets = changesets;
    }

    @Override
    public String tool() {
        return Tool.FLYWAY.word();
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Reading read(List<Map<String, String>> rows, ServerFacts facts) {
        List<FlywayRow> all = rows.stream()
                .map(FlywayRow::of)
                .sorted(Comparator.comparingInt(FlywayRow::rank))
                .toList();
        List<FlywayRow> standing = new ArrayList<>();
        Optional<FlywayVersion> baseline = Optional.empty();
        for (FlywayRow row : all) {
            if (row.takesAway()) {
                takeAway(row, standing);
            } else if (row.isBaseline() && (baseline.isEmpty() || row.isNewer(baseline.get()))) {
                baseline = row.version();
            }
            if (row.isMigration()) {
                standing.add(row);
            }
        }
        Verdict verdict = new Verdict("Flyway", changesets);
        Map<String, FlywayRow> repeatable = new LinkedHashMap<>();
        for (FlywayRow row : standing) {
            if (row.version().isPresent()) {
                versioned(row, verdict);
            } else {
                repeatable.put(row.description(), row);
            }
        }
        repeatable.values().forEach(row -> repeatable(row, facts, verdict));
        if (!all.isEmpty()) {
            covered(baseline, verdict);
        }
        return verdict.reading();
    }

    private static void takeAway(FlywayRow row, List<FlywayRow> standing) {
        if (!row.success()) {
            return;
        }
        for (int i = standing.size() - 1; i >= 0; i--) {
            if (standing.get(i).isSameMigration(row)) {
                standing.remove(i);
                return;
            }
        }
    }

    private void versioned(FlywayRow row, Verdict verdict) {
        Migration file = find(row);
        if (!row.success()) {
            verdict.failed(row.script(), file, "Undo what it left, then run flyway:repair.");
        } else if (file == null) {
            notThere(row, verdict);
        } else if (fits(row, file, verdict)) {
            Script script = file.script().orElse(null);
            if (script == null || Objects.equals(row.checksum(), Checksums.flyway(script.text()))) {
                verdict.ran(file, "EXECUTED");
            } else {
                verdict.edited(file, String.valueOf(row.checksum()), String.valueOf(Checksums.flyway(script.text())));
            }
        }
    }

    private static void notThere(FlywayRow row, Verdict verdict) {
        if (row.isSql()) {
            verdict.missing(row.script());
        } else {
            verdict.remark(
                    row.script() + " (" + row.type()
                            + ") has run, and nothing in the project is its source: it is not recorded",
                    "Nothing to do: it will not be run here either.");
        }
    }

    /** Whether file and row tell of the same thing, checksums aside. */
    private static boolean fits(FlywayRow row, Migration file, Verdict verdict) {
        String id = file.identity().id();
        if (row.isSql() != file.script().isPresent()) {
            verdict.differs(
                    file,
                    id + " is " + (row.isSql() ? "SQL" : row.type()) + " in Flyway's history, and "
                            + (row.isSql() ? "a Java migration" : "SQL") + " in the project",
                    "Give one of them another version.");
            return false;
        }
        if (!FlywayRow.abbreviated(file.name().description()).equals(row.description())) {
            verdict.differs(
                    file,
                    id + " was applied as \"" + row.description() + "\": the file was renamed",
                    "Give the file its old name back (" + row.script() + ").");
            return false;
        }
        return true;
    }

    private void repeatable(FlywayRow row, ServerFacts facts, Verdict verdict) {
        Migration file = changesets.migrations().all().stream()
                .filter(m -> m.kind() == Kind.REPEATABLE
                        && FlywayRow.abbreviated(m.name().description()).equals(row.description()))
                .findFirst()
                .orElse(null);
        if (!row.success()) {
            verdict.failed(row.script(), file, "Undo what it left, then run flyway:repair.");
        } else if (file == null) {
            notThere(row, verdict);
        } else if (file.script().isEmpty() || isCurrent(row, file, file.script().get(), facts)) {
            verdict.ran(file, "EXECUTED");
        } else {
            verdict.remark(
                    file.identity().id() + " has changed since Flyway ran it: it is pending",
                    "The next deploy runs it again.");
        }
    }

    /** With its values in place, or, as newer versions accept, as it is written. */
    private boolean isCurrent(FlywayRow row, Migration file, Script script, ServerFacts facts) {
        String filled = new FlywayValues(request).fill(file, script, facts).text();
        return Objects.equals(row.checksum(), Checksums.flyway(filled))
                || Objects.equals(row.checksum(), Checksums.flyway(script.text()));
    }

    private Migration find(FlywayRow row) {
        Kind kind = row.isBaseline() ? Kind.BASELINE : Kind.VERSIONED;
        return changesets.migrations().all().stream()
                .filter(m -> m.kind() == kind)
                .filter(m ->
                        m.name().version().orElseThrow().compareTo(row.version().orElseThrow()) == 0)
                .findFirst()
                .orElse(null);
    }

    /** What Flyway will not run any more: versions that a baseline stands for, and baselines of a database that is in use. */
    private void covered(Optional<FlywayVersion> baseline, Verdict verdict) {
        for (Migration file : changesets.migrations().all()) {
            boolean below = file.kind() == Kind.VERSIONED
                    && baseline.filter(to -> file.name().version().orElseThrow().compareTo(to) <= 0)
                            .isPresent();
            if ((below || file.kind() == Kind.BASELINE) && !verdict.has(file)) {
                verdict.ran(file, "MARK_RAN");
            }
        }
    }
}
