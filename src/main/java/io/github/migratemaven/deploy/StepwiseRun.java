package io.github.migratemaven.deploy;

import io.github.migratemaven.deploy.ChangesetRunner.StepFailure;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.JournalStep.Progress;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.model.StepTraits.TransactionNeed;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.DeploySession.HistoryWrite;
import io.github.migratemaven.port.DeploySession.StepLimits;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.SqlFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a changeset that cannot be one transaction: step by step, each written into the journal before and after, so that a
 * later run knows where this one broke off. A step that can run in a transaction shares it with its journal row.
 */
final class StepwiseRun {
    /** {@code active_sql_transaction}: nothing of the statement has run. */
    private static final String REFUSED_IN_TRANSACTION = "25001";

    private final EngineSteps engine;
    private final boolean rollback;
    private final DeploySession session;
    private final DeployRequest request;
    private final List<JournalStep> openSteps;
    private final ProgressListener progress;
    /** Steps that this run has begun. */
    private final List<String> started = new ArrayList<>();

    /** Runs one change that is not plain SQL. */
    private interface EngineSteps {
        void run(Changeset changeset, Step.Engine step) throws SqlFailure;
    }

    StepwiseRun(
            MigrationEngine engine,
            DeploySession session,
            DeployRequest request,
            List<JournalStep> openSteps,
            ProgressListener progress) {
        this(engine::execute, false, session, request, openSteps, progress);
    }

    /** For the steps of rollbacks, which the journal counts backwards. */
    static StepwiseRun ofRollback(
            MigrationEngine engine,
            DeploySession session,
            DeployRequest request,
            List<JournalStep> openSteps,
            ProgressListener progress) {
        return new StepwiseRun(engine::executeRollback, true, session, request, openSteps, progress);
    }

    private StepwiseRun(
            EngineSteps engine,
            boolean rollback,
            DeploySession session,
            DeployRequest request,
            List<JournalStep> openSteps,
            ProgressListener progress) {
        this.engine = engine;
        this.rollback = rollback;
        this.session = session;
        this.request = request;
        this.openSteps = openSteps;
        this.progress = progress;
    }

    /** @param reason why it is not a transaction, for the log */
    List<StepResult> run(Changeset changeset, List<Step> steps, HistoryWrite write, String reason) throws StepFailure {
        progress.debug(named(changeset) + " runs step by step: " + reason);
        ChangesetId stored = write.stored();
        List<StepResult> results = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            int number = rollback ? -i - 1 : i + 1;
            Step step = steps.get(i);
            Optional<JournalStep> before = openSteps.stream()
                    .filter(s -> s.changeset().equals(stored) && s.number() == number && !s.transactional())
                    .findFirst();
            if (before.isPresent() && !setsSession(step) && wasDone(changeset, step, before.get(), steps.size())) {
                progress.info(named(changeset) + ": step " + (i + 1) + " was done by an earlier run");
                continue;
            }
            results.add(runStep(changeset, stored, step, number, steps.size()));
        }
        try {
            session.record(write);
        } catch (SqlFailure e) {
            throw new StepFailure(null, 0, steps.size(), e, true);
        }
        return results;
    }

    /** Whether an earlier run applied a part of it: then it goes on this way, whatever the changeset says now. */
    static boolean isBegun(List<JournalStep> openSteps, ChangesetId stored) {
        return openSteps.stream()
                .anyMatch(s -> s.changeset().equals(stored) && !s.transactional() && s.progress() != Progress.FAILED);
    }

    boolean isBegun(ChangesetId stored) {
        return isBegun(openSteps, stored);
    }

    /** What an earlier run set, for example a search_path or a role, ended with its session. */
    private static boolean setsSession(Step step) {
        return step instanceof Step.Sql sql && sql.traits().setsSession();
    }

    private String named(Changeset changeset) {
        return (rollback ? "the rollback of " : "") + ChangesetRunner.named(changeset);
    }

    private boolean wasDone(Changeset changeset, Step step, JournalStep before, int of) throws StepFailure {
        try {
            return isDone(changeset, step, before);
        } catch (SqlFailure e) {
            throw new StepFailure(step, Math.abs(before.number()), of, e, true);
        }
    }

    /** Settles what an earlier run left of a step. */
    private boolean isDone(Changeset changeset, Step step, JournalStep before) throws SqlFailure {
        // What the server refused left nothing behind: it may be corrected, also in the file.
        boolean refused = before.progress() == Progress.FAILED;
        if (!refused && !before.sqlHash().equals(JournalSteps.hash(step))) {
            throw unclear(
                    changeset,
                    step,
                    before,
                    "was edited since an earlier run "
                            + (before.progress() == Progress.DONE ? "applied it" : "broke off in it"));
        }
        if (before.progress() == Progress.DONE) {
            return true;
        }
        if (!(step instanceof Step.Sql sql)) {
            throw unclear(changeset, step, before, "broke off, and only Liquibase knows what it had done");
        }
        Optional<String> index = sql.traits().concurrentIndex();
        if (index.isPresent()) {
            return before.progress() == Progress.STARTED && session.hasValidIndex(index.get());
        }
        return !refused && tookEffect(changeset, sql, before);
    }

    private boolean tookEffect(Changeset changeset, Step.Sql step, JournalStep before) throws SqlFailure {
        DeploySession.Effect effect = session.effectOf(step);
        if (effect == DeploySession.Effect.UNKNOWN && !step.traits().repeatable()) {
            throw unclear(
                    changeset,
                    step,
                    before,
                    before.error() == null
                            ? "was running when its run ended: nobody knows whether it took effect"
                            : "failed when it may have committed a part of its work: from its start it would do that twice");
        }
        return effect == DeploySession.Effect.TAKEN;
    }

    private MigrateException unclear(Changeset changeset, Step step, JournalStep before, String why) {
        String id = changeset.identity().id();
        return new MigrateException(new Failure.Rejected(
                "step-unclear",
                "step " + Math.abs(before.number()) + " of " + named(changeset) + " " + why,
                "Look at the database, then say which it is: mvn migrate:resolve -Dmigrate.applied=" + id
                        + " (all of the changeset is in place) or -Dmigrate.rolledBack=" + id
                        + " (you undid all of it).",
                Optional.of(step.position())));
    }

    private StepResult runStep(Changeset changeset, ChangesetId stored, Step step, int number, int of)
            throws StepFailure {
        LockWait locks = new LockWait(session);
        LockRetry retry = new LockRetry(request.lockRetries(), request.lockRetryFor(), progress);
        while (true) {
            try {
                return once(changeset, stored, step, number);
            } catch (SqlFailure e) {
                if (!e.connectionLost()) {
                    journal(JournalSteps.of(stored, number, step, progress(step, e), false, e));
                }
                String what = named(changeset) + ", step " + Math.abs(number) + ",";
                if (!mayRunAgain(step, e) || !retry.again(e, what, locks.blockers(step, e), locks.free(step))) {
                    throw new StepFailure(step, Math.abs(number), of, e, true);
                }
            }
        }
    }

    /** What stays of a step is nothing that a later run may take for refused. */
    private static Progress progress(Step step, SqlFailure failure) {
        return mayRunAgain(step, failure) ? Progress.FAILED : Progress.STARTED;
    }

    /** Not what may have committed a part before it failed: from its start, it would do that twice. */
    private static boolean mayRunAgain(Step step, SqlFailure failure) {
        return step instanceof Step.Sql sql
                && (!failure.partial() || sql.traits().repeatable());
    }

    private StepResult once(Changeset changeset, ChangesetId stored, Step step, int number) throws SqlFailure {
        JournalStep done = JournalSteps.of(stored, number, step, Progress.DONE, false, null);
        if (step instanceof Step.Sql sql && sql.traits().transaction() == TransactionNeed.IN_TRANSACTION) {
            try {
                return session.runJournalled(
                        changeset, sql, request.limits(), request.run().id(), done);
            } catch (SqlFailure e) {
                // Whether a table has partitions, or an extension made a statement its own, its text does not tell.
                // A SET TRANSACTION would do nothing alone.
                if (!e.sqlState().equals(REFUSED_IN_TRANSACTION) || setsSession(sql)) {
                    throw e;
                }
            }
        }
        Optional<String> index = step instanceof Step.Sql sql ? sql.traits().concurrentIndex() : Optional.empty();
        if (index.isPresent() && knows(stored, number) && session.dropInvalidIndex(index.get())) {
            progress.info("dropped the INVALID index " + index.get() + " that an interrupted build left behind");
        }
        journal(JournalSteps.of(stored, number, step, Progress.STARTED, false, null));
        started.add(stored + "#" + number);
        StepResult result = step instanceof Step.Sql sql
                ? session.runAlone(changeset, sql, limits(sql))
                : byEngine(changeset, (Step.Engine) step);
        journal(done);
        return result;
    }

    /** Whether an index of that name can be a left-over of this very step, of this run or an earlier one. */
    private boolean knows(ChangesetId stored, int number) {
        return started.contains(stored + "#" + number)
                || openSteps.stream().anyMatch(s -> s.changeset().equals(stored) && s.number() == number);
    }

    private StepResult byEngine(Changeset changeset, Step.Engine step) throws SqlFailure {
        long start = System.nanoTime();
        engine.run(changeset, step);
        return new StepResult(
                changeset.identity(), step.text(), step.position(), (System.nanoTime() - start) / 1_000_000, -1);
    }

    /** A concurrent build waits for every older transaction by design; a timeout would only make it start over. */
    private StepLimits limits(Step.Sql sql) {
        return sql.traits().transaction() == TransactionNeed.FORBIDDEN
                ? request.limits().withoutLockTimeout()
                : request.limits();
    }

    private void journal(JournalStep step) {
        session.journal(request.run().id(), step);
    }
}
