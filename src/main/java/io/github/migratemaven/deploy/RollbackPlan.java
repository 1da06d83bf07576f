package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.port.MigrationEngine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a rollback would run, in its order; refused as a whole where one of its changesets cannot be undone for certain.
 *
 * @param items the newest changeset first
 */
record RollbackPlan(List<Item> items) {

    /** @param block without steps where the changeset was only marked as ran */
    record Item(HistoryRow row, Changeset changeset, RollbackBlock block) {
        boolean onlyMarked() {
            return "MARK_RAN".equals(row.execType());
        }
    }

    /** @throws MigrateException for the first thing that stands against it; nothing has been run then */
    static RollbackPlan of(Inspection seen, RollbackRange range, MigrationEngine engine) {
        Comparison comparison = seen.comparison();
        List<HistoryRow> rows = range.rows(List.copyOf(comparison.applied().keySet()));
        List<Item> items = new ArrayList<>();
        Set<Changeset> once = new HashSet<>();
        for (HistoryRow row : rows) {
            Changeset changeset = comparison.match().changeset(row).orElseThrow(() -> missing(row));
            if (!once.add(changeset)) {
                throw refused(
                        changeset,
                        "duplicate-history",
                        "the history has " + ChangesetRunner.named(changeset) + " twice",
                        "Delete one of its rows from databasechangelog.");
            }
            if (!changeset.acceptsChecksum().test(row.checksum())) {
                throw refused(
                        changeset,
                        "edited",
                        ChangesetRunner.named(changeset)
                                + " was edited after it was applied: whether its rollback block still fits is not known",
                        "Undo the edit, or check out the version that was deployed.");
            }
            items.add(new Item(row, changeset, block(engine, row, changeset)));
        }
        refuseBrokenOff(seen.seen().history().openSteps(), items);
        return new RollbackPlan(items);
    }

    private static RollbackBlock block(MigrationEngine engine, HistoryRow row, Changeset changeset) {
        if ("MARK_RAN".equals(row.execType())) {
            return new RollbackBlock(RollbackBlock.Kind.EMPTY, List.of(), changeset.position(), "");
        }
        RollbackBlock block = engine.rollback(changeset);
        if (block.kind() == RollbackBlock.Kind.NONE) {
            throw new MigrateException(Failure.Rejected.at(
                    block.position(),
                    "no-rollback",
                    ChangesetRunner.named(changeset) + " cannot be undone: " + block.obstacle(),
                    "Write one (--rollback, or rollback: in YAML); --rollback empty where there is nothing to undo. Or let"
                            + " mvn migrate:reverse write a changeset that undoes it."));
        }
        return block;
    }

    /** Only a rollback that broke off may be gone on with, and only before all others. */
    private static void refuseBrokenOff(List<JournalStep> open, List<Item> items) {
        for (JournalStep step : open) {
            boolean first = !items.isEmpty() && items.get(0).row().identity().equals(step.changeset());
            if (!first || !step.ofRollback()) {
                String id = step.changeset().id();
                throw new MigrateException(Failure.Rejected.of(
                        "failed",
                        "changeset \"" + id + "\" broke off half-way, and what is there of it is not known",
                        "Go on with it first (mvn " + (step.ofRollback() ? "migrate:rollback" : "migrate:deploy")
                                + "), or settle it with mvn migrate:resolve -Dmigrate.applied=" + id
                                + " or -Dmigrate.rolledBack=" + id + "."));
            }
        }
    }

    /**
     * A changeset that is half undone and still in the history: what stands behind it cannot be relied on.
     *
     * @param what is not done, for example {@code deployed}
     */
    static void refuseHalfUndone(Inspection seen, String what) {
        for (JournalStep step : seen.seen().history().openSteps()) {
            if (step.ofRollback()) {
                String id = step.changeset().id();
                throw new MigrateException(Failure.Rejected.of(
                        "failed",
                        "nothing was " + what + ": the rollback of changeset \"" + id + "\" broke off half-way",
                        "Run mvn migrate:rollback again to go on with it, or settle it: mvn migrate:resolve -Dmigrate.applied="
                                + id + " (all of it is in place again) or -Dmigrate.rolledBack=" + id
                                + " (you undid all of it)."));
            }
        }
    }

    private static MigrateException missing(HistoryRow row) {
        return new MigrateException(Failure.Rejected.of(
                "missing",
                "the changelog lacks changeset \"" + row.identity().id() + "\" by "
                        + row.identity().author() + " from " + row.identity().path() + ": how to undo it is not known",
                "Run the rollback from the version of the project that has it."));
    }

    private static MigrateException refused(Changeset changeset, String code, String message, String hint) {
        return new MigrateException(Failure.Rejected.at(changeset.position(), code, message, hint));
    }
}
