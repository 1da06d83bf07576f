package io.github.migratemaven.layout;

import io.github.migratemaven.layout.FlywayName.Kind;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.Session;
import java.util.List;

/** Makes steps of scripts, and knows when Flyway would pass over one. Runs nothing itself. */
final class LayoutEngine implements MigrationEngine {
    private static final Precondition RUN = new Precondition(Verdict.RUN, "");

    private final LayoutRequest request;
    private final Changesets changesets;
    private final Session session;
    private final ScriptSteps steps;

    LayoutEngine(LayoutRequest request, Changesets changesets, Session session) {
        this.request = request;
        this.changesets = changesets;
        this.session = session;
        this.steps = new ScriptSteps(session.facts().major());
    }

    @Override
    public void validate(List<Changeset> planned) {
        List<HistoryRow> history =
                planned.isEmpty() ? List.of() : session.look().history().rows();
        for (Changeset changeset : planned) {
            Migration migration = changesets.migration(changeset);
            refuseRenamed(migration, history);
            if (!isPassedOver(migration, history)) {
                steps(changeset);
            }
        }
    }

    /** For Flyway the version is the migration, whatever the rest of its name: under a new one it must not run again. */
    private void refuseRenamed(Migration migration, List<HistoryRow> history) {
        if (request.tool() != Tool.FLYWAY || migration.kind() != Kind.VERSIONED) {
            return;
        }
        for (HistoryRow row : history) {
            ChangesetId id = row.identity();
            boolean same = id.author().equals(Tool.FLYWAY.word())
                    && !id.id().equals(migration.identity().id())
                    && FlywayName.ofStem(id.id())
                            .filter(name -> name.kind() == Kind.VERSIONED)
                            .flatMap(FlywayName::version)
                            .filter(v -> v.compareTo(migration.name().version().orElseThrow()) == 0)
                            .isPresent();
            if (same) {
                throw new MigrateException(Failure.InvalidInput.at(
                        migration.position(),
                        "renamed-migration",
                        "version " + migration.name().version().orElseThrow() + " has been applied as \"" + id.id()
                                + "\"",
                        "Give the file its old name back, or, if it is another migration, a version of its own."));
            }
        }
    }

    @Override
    public Precondition changelogPrecondition() {
        return RUN;
    }

    @Override
    public Precondition precondition(Changeset changeset) {
        Migration migration = changesets.migration(changeset);
        boolean over = isPassedOver(migration, session.look().history().rows());
        return over
                ? new Precondition(
                        Verdict.MARK_RAN,
                        migration.kind() == Kind.BASELINE
                                ? "a baseline migration is for a database without a history"
                                : "the baseline migration stands for it")
                : RUN;
    }

    /** A baseline migration is only for a database in which nothing has run, and the newest counts; it stands for what it covers. */
    private boolean isPassedOver(Migration migration, List<HistoryRow> history) {
        if (migration.kind() == Kind.BASELINE) {
            boolean newest = changesets
                    .migrations()
                    .baseline()
                    .filter(b -> b == migration)
                    .isPresent();
            return !newest || history.stream().anyMatch(row -> row.execType().equals("EXECUTED"));
        }
        boolean baselineWillRun =
                history.stream().noneMatch(row -> row.execType().equals("EXECUTED"));
        boolean baselineRan = changesets.migrations().baseline().stream()
                .anyMatch(b -> history.stream()
                        .anyMatch(row -> row.identity().id().equals(b.identity().id())
                                && row.execType().equals("EXECUTED")));
        return changesets.migrations().isCovered(migration) && (baselineRan || baselineWillRun);
    }

    @Override
    public List<Step> steps(Changeset changeset) {
        Migration migration = changesets.migration(changeset);
        Script script = migration
                .script()
                .orElseThrow(() -> new MigrateException(Failure.InvalidInput.at(
                        migration.position(),
                        "java-migration",
                        "\"" + migration.identity().id() + "\" is a Java migration, which only Flyway can run",
                        "Run it with Flyway and take its history over (mvn migrate:baseline -Dmigrate.from=flyway), or write it"
                                + " in SQL. Nothing was deployed.")));
        return steps.of(new FlywayValues(request).fill(migration, script, session.facts()));
    }

    /** Of an undo migration, or what Prisma's documentation puts beside a migration as {@code down.sql}. */
    @Override
    public RollbackBlock rollback(Changeset changeset) {
        Migration migration = changesets.migration(changeset);
        if (migration.undo().isEmpty()) {
            String file = request.tool() == Tool.FLYWAY
                    ? "undo migration (U"
                            + migration
                                    .name()
                                    .version()
                                    .map(FlywayVersion::text)
                                    .orElse("") + "__….sql)"
                    : "down.sql beside it";
            return RollbackBlock.none(migration.position(), "there is no " + file);
        }
        Script script = migration.undo().get();
        return new RollbackBlock(
                RollbackBlock.Kind.DECLARED,
                steps.of(new FlywayValues(request).fill(migration, script, session.facts())),
                script.position(0),
                "");
    }

    @Override
    public void executeRollback(Changeset changeset, Step.Engine step) {
        execute(changeset, step);
    }

    @Override
    public void execute(Changeset changeset, Step.Engine step) {
        throw new IllegalStateException("every step of a script is SQL");
    }
}
