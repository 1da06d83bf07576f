package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.PlannedChangeset.Script;
import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.TargetDatabase;
import java.util.List;
import java.util.Optional;

/**
 * Undoes the last changesets of the history, the newest first, by their rollback blocks. Everything that can be told before is
 * told before: it looks first over a session that cannot write, and only then, if it is to run, takes the locks and looks again.
 */
public final class Rollback {
    private final ChangelogReader reader;
    private final TargetDatabase database;
    private final RollbackRequest request;
    private final DeployRequest how;
    private final ProgressListener progress;

    public Rollback(
            ChangelogReader reader, TargetDatabase database, RollbackRequest request, ProgressListener progress) {
        this.reader = reader;
        this.database = database;
        this.request = request;
        this.how = request.run();
        this.progress = progress;
    }

    public Outcome run() {
        OutcomeBuilder outcome =
                new OutcomeBuilder("rollback", TargetDescription.of(how.target(), null, how.environment()));
        try (LoadedChangelog loaded = reader.read()) {
            if (print(loaded, outcome)) {
                run(loaded, outcome);
            }
        } catch (MigrateException e) {
            outcome.failed(e, true);
        }
        return outcome.build();
    }

    /** Returns whether it is to be run. */
    private boolean print(LoadedChangelog loaded, OutcomeBuilder outcome) {
        try (Session session = database.openReadOnly()) {
            outcome.target(TargetDescription.of(how.target(), session.facts(), how.environment()));
            Inspection seen = Inspection.of(loaded, session);
            outcome.inspected(seen);
            Optional<Environment> stamp = seen.seen().history().stamp();
            boolean runs = request.runs(stamp);
            if (runs) {
                guard(stamp, session);
            }
            RollbackPlan plan = RollbackPlan.of(seen, request.range(), loaded.bind(session));
            if (plan.items().isEmpty()) {
                outcome.finding(Finding.of(
                        "nothing-to-roll-back", Severity.INFO, "the history ends there already", "Nothing to do."));
                return false;
            }
            if (!runs) {
                List<Script> script =
                        plan.items().stream().map(RollbackScript::of).toList();
                outcome.script(script);
                outcome.finding(Finding.of(
                        "dry-run",
                        Severity.INFO,
                        "nothing was rolled back: this is what would run"
                                + (request.dryRun().isPresent()
                                        ? ""
                                        : ", which only a development target runs unasked"),
                        "Read it in rollback.sql. " + wayOn(stamp, session)));
            }
            return runs;
        }
    }

    /** A switch is only named where it helps. */
    private String wayOn(Optional<Environment> stamp, Session session) {
        Optional<Failure> obstacle = obstacle(stamp, session);
        if (obstacle.isEmpty()) {
            return "-Dmigrate.dryRun=false runs it.";
        }
        Failure failure = obstacle.get();
        return failure.message() + ". "
                + (failure.code().equals("environment-protected")
                        ? "mvn migrate:reverse writes a changeset that undoes it."
                        : failure.hint());
    }

    private Optional<Failure> obstacle(Optional<Environment> stamp, Session session) {
        return how.claim().forbids("rollback", stamp, session.facts().database());
    }

    private void guard(Optional<Environment> stamp, Session session) {
        obstacle(stamp, session).ifPresent(failure -> {
            throw new MigrateException(failure);
        });
    }

    private void run(LoadedChangelog loaded, OutcomeBuilder outcome) {
        try (DeploySession session = database.openDirect(how.run().id())) {
            new RunLockWait(session, how.waitForRun(), progress).take();
            new RunLockWait(session, how.waitForRun(), progress).shutOutLiquibase();
            Inspection seen = Inspection.of(loaded, session);
            guard(seen.seen().history().stamp(), session);
            MigrationEngine engine = loaded.bind(session);
            RollbackPlan plan = RollbackPlan.of(seen, request.range(), engine);
            refuseWithoutPrivilege(session);
            session.prepare();
            session.startRun(how.run());
            session.watch(new LongSteps(progress), how.cancelBlockers());
            Failure broken = undo(session, engine, plan, seen, outcome);
            finish(session, loaded, plan, broken, outcome);
        }
    }

    private void refuseWithoutPrivilege(DeploySession session) {
        if (!session.mayRemoveHistory()) {
            throw new MigrateException(Failure.Refused.of(
                    "missing-privilege",
                    "nothing was rolled back: user \"" + session.facts().user()
                            + "\" lacks DELETE on databasechangelog",
                    "Run as the owner: GRANT DELETE ON databasechangelog TO \""
                            + session.facts().user() + "\";"));
        }
    }

    /** Returns what broke it off; null where nothing did. */
    private Failure undo(
            DeploySession session, MigrationEngine engine, RollbackPlan plan, Inspection seen, OutcomeBuilder outcome) {
        RollbackRunner runner =
                new RollbackRunner(engine, session, how, seen.seen().history().openSteps(), progress);
        progress.info("Rolling back " + plan.items().size() + (plan.items().size() == 1 ? " changeset" : " changesets")
                + " …");
        try {
            for (RollbackPlan.Item item : plan.items()) {
                long start = System.nanoTime();
                List<StepResult> steps = runner.run(item);
                outcome.undone(steps, finding(item, (System.nanoTime() - start) / 1_000_000));
            }
            return null;
        } catch (MigrateException e) {
            outcome.error(e.failure());
            return e.failure();
        } catch (RuntimeException e) {
            record(session, e, outcome);
            throw e;
        }
    }

    /** A fault of our own is what there is to tell, whether or not the journal can be told of it. */
    private void record(DeploySession session, RuntimeException fault, OutcomeBuilder outcome) {
        try {
            session.finishRun(how.run().id(), outcome.undoneCount(), fault.toString(), session.catalogue());
        } catch (MigrateException e) {
            fault.addSuppressed(e);
        }
    }

    private void finish(
            DeploySession session, LoadedChangelog loaded, RollbackPlan plan, Failure broken, OutcomeBuilder outcome) {
        Failure end = broken;
        if (broken == null || !LostConnection.isLost(broken)) {
            try {
                String error = broken == null ? null : broken.describe();
                session.finishRun(how.run().id(), outcome.undoneCount(), error, session.catalogue());
                outcome.inspected(Inspection.of(loaded, session));
                return;
            } catch (MigrateException e) {
                if (!LostConnection.isLost(e.failure())) {
                    throw e;
                }
                end = e.failure();
            }
        }
        LostConnection.Settled settled =
                new LostConnection(database, how, progress).settle(loaded.changelog(), plan, end, outcome);
        if (broken == null && settled.complete()) {
            progress.warn("The connection was lost when everything had been rolled back: " + end.message());
        } else if (broken == null || end == broken) {
            outcome.error(settled.failure());
        }
        // Otherwise the first failure is the one to tell.
    }

    private static Finding finding(RollbackPlan.Item item, long millis) {
        String said = ChangesetRunner.named(item.changeset()) + " was rolled back in " + millis + " ms";
        if (item.onlyMarked()) {
            said = ChangesetRunner.named(item.changeset())
                    + " had been marked as ran without running: only its history row was taken away";
        } else if (item.block().kind() == RollbackBlock.Kind.EMPTY) {
            said += "; its rollback is declared empty, so what it did is still there";
        }
        return Finding.at(
                item.block().position(), "rolled-back", Severity.INFO, said, "mvn migrate:deploy applies it again.");
    }
}
