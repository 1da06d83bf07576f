package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.PlannedChangeset;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.State;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.TargetDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies the plan. Stops at the first changeset that fails: what was applied before it stays, it leaves no trace. */
public final class Deploy {
    private final ChangelogReader reader;
    private final TargetDatabase database;
    private final DeployRequest request;
    private final ProgressListener progress;

    public Deploy(ChangelogReader reader, TargetDatabase database, DeployRequest request, ProgressListener progress) {
        this.reader = reader;
        this.database = database;
        this.request = request;
        this.progress = progress;
    }

    public Outcome run() {
        OutcomeBuilder outcome =
                new OutcomeBuilder("deploy", TargetDescription.of(request.target(), null, request.environment()));
        try (DeploySession session = database.openForDeploy(request.run().id())) {
            outcome.target(TargetDescription.of(request.target(), session.facts(), request.environment()));
            Optional<FastPath.UpToDate> known = request.failOn().contains(State.UP_TO_DATE)
                    ? Optional.empty()
                    : new FastPath(reader).look(session, false);
            if (known.isPresent()) {
                progress.debug(
                        "nothing has changed since run " + known.get().lastRun().id());
                outcome.inspected(known.get());
                new Stamping(request, session).onItsOwn(known.get().stamp(), true);
            } else {
                run(session, outcome);
            }
        } catch (MigrateException e) {
            outcome.failed(e, true);
        }
        return outcome.build();
    }

    private void run(DeploySession session, OutcomeBuilder outcome) {
        try (LoadedChangelog loaded = reader.read()) {
            new RunLockWait(session, request.waitForRun(), progress).take();
            Inspection before = Inspection.of(loaded, session);
            outcome.inspected(before);
            Stamping stamping = new Stamping(request, session);
            stamping.refuse(before.seen().history().stamp());
            refuse(before);
            warn(before);
            if (before.comparison().planned().isEmpty()) {
                stamping.onItsOwn(
                        before.seen().history().stamp(), before.seen().history().journalExists());
                FastPath.seal(session, loaded, before, progress);
            } else {
                MigrationEngine engine = loaded.bind(session);
                check(engine, session, before);
                new RunLockWait(session, request.waitForRun(), progress).shutOutLiquibase();
                // A Liquibase may have come between: what counts is what is there now.
                apply(loaded, engine, session, again(loaded, session, outcome), outcome);
            }
        }
    }

    private Inspection again(LoadedChangelog loaded, DeploySession session, OutcomeBuilder outcome) {
        Inspection now = Inspection.of(loaded, session);
        outcome.inspected(now);
        refuse(now);
        return now;
    }

    /** Before anything is written. */
    private void refuse(Inspection before) {
        before.obstacle().ifPresent(finding -> {
            throw new MigrateException(Failure.Rejected.of(
                    finding.id(), "nothing was deployed: " + finding.message(), finding.suggestion()));
        });
        RollbackPlan.refuseHalfUndone(before, "deployed");
        for (State state : before.states()) {
            if (request.failOn().contains(state)) {
                Finding finding = before.verdict().findings().stream()
                        .filter(f -> f.id().equals(state.word()))
                        .findFirst()
                        .orElseGet(
                                () -> Finding.of(state.word(), Severity.ERROR, state.meaning(), "See migrate:status."));
                throw new MigrateException(new Failure.Rejected(
                        state.word(),
                        "nothing was deployed: " + finding.message(),
                        finding.suggestion(),
                        finding.position()));
            }
        }
    }

    private void warn(Inspection before) {
        for (Finding finding : before.verdict().findings()) {
            if (!finding.id().equals(State.FAILED.word())) {
                progress.warn(finding.position().map(p -> p + ": ").orElse("") + finding.message());
            }
        }
    }

    /** Before anything is written. */
    private void check(MigrationEngine engine, DeploySession session, Inspection before) {
        engine.validate(before.comparison().planned().stream()
                .map(PlannedChangeset::changeset)
                .toList());
        if (session.reducedBy().isPresent()) {
            progress.warn(session.reducedBy().get());
            refuseWhatNeedsASession(engine, before);
        }
    }

    private void refuseWhatNeedsASession(MigrationEngine engine, Inspection before) {
        for (PlannedChangeset next : before.comparison().planned()) {
            Changeset changeset = next.changeset();
            ChangesetId stored = before.comparison().stored(changeset);
            Transactionality how = StepwiseRun.isBegun(before.seen().history().openSteps(), stored)
                    ? Transactionality.BEGUN_STEPWISE
                    : Transactionality.of(changeset, engine.steps(changeset));
            if (!how.transactional()) {
                throw new MigrateException(new Failure.Rejected(
                        "pooler",
                        "nothing was deployed: " + ChangesetRunner.named(changeset) + " is not a transaction ("
                                + how.reason() + "), which needs a direct connection",
                        "Set DIRECT_URL to the database's direct address.",
                        Optional.of(changeset.position())));
            }
        }
    }

    private void apply(
            LoadedChangelog loaded,
            MigrationEngine engine,
            DeploySession session,
            Inspection before,
            OutcomeBuilder outcome) {
        session.prepare();
        session.startRun(request.run().stamping(request.claim().stamp()));
        session.watch(new LongSteps(progress), request.cancelBlockers());
        loaded.prepareSeal();
        Failure broken = null;
        try {
            if (mayRun(engine)) {
                applyAll(engine, session, before, outcome);
            }
        } catch (MigrateException e) {
            outcome.error(e.failure());
            broken = e.failure();
        } catch (RuntimeException e) {
            // A fault of our own is what there is to tell, whether or not the journal can be told of it.
            try {
                record(session, e.toString(), outcome);
            } catch (MigrateException unheard) {
                e.addSuppressed(unheard);
            }
            throw e;
        }
        finish(session, before, broken, outcome, loaded);
    }

    private boolean mayRun(MigrationEngine engine) {
        MigrationEngine.Precondition precondition = engine.changelogPrecondition();
        if (precondition.verdict() == MigrationEngine.Verdict.HALT) {
            throw new MigrateException(Failure.Rejected.of(
                    "precondition-failed",
                    "nothing was deployed, the changelog's own preconditions say no: " + precondition.message(),
                    "Make them true, or deploy to another database."));
        }
        return precondition.verdict() == MigrationEngine.Verdict.RUN;
    }

    private void applyAll(MigrationEngine engine, DeploySession session, Inspection before, OutcomeBuilder outcome) {
        ChangesetRunner runner = new ChangesetRunner(
                engine,
                session,
                request,
                before.comparison(),
                before.seen().history().openSteps(),
                progress);
        List<PlannedChangeset> planned = before.comparison().planned();
        if (planned.isEmpty()) {
            progress.info("Another run has applied everything meanwhile");
            return;
        }
        progress.info("Applying " + planned.size() + (planned.size() == 1 ? " changeset" : " changesets") + " …");
        new PlanRun(engine, session, request, before.comparison(), runner, outcome).run();
    }

    /** @param broken why the run did not succeed; null when it did */
    private void finish(
            DeploySession session, Inspection before, Failure broken, OutcomeBuilder outcome, LoadedChangelog loaded) {
        Failure end = broken;
        if (broken == null || !LostConnection.isLost(broken)) {
            try {
                record(session, broken == null ? null : broken.describe(), outcome);
                Inspection after = Inspection.of(loaded, session);
                outcome.inspected(after);
                if (broken == null) {
                    FastPath.seal(session, loaded, after, progress);
                }
                return;
            } catch (MigrateException e) {
                if (!LostConnection.isLost(e.failure())) {
                    throw e;
                }
                end = e.failure();
            }
        }
        LostConnection.Settled settled = new LostConnection(database, request, progress)
                .settle(loaded.changelog(), before.comparison().planned(), end, outcome);
        if (end == broken) {
            outcome.error(settled.failure());
        } else if (broken == null && settled.complete()) {
            progress.warn("The connection was lost when everything had been applied: " + end.message());
        } else if (broken == null) {
            outcome.error(settled.failure());
        }
        // Otherwise the first failure is the one to tell.
    }

    private void record(DeploySession session, String broken, OutcomeBuilder outcome) {
        Map<String, String> catalogue = session.catalogue();
        session.finishRun(request.run().id(), outcome.appliedCount(), broken, catalogue);
    }
}
