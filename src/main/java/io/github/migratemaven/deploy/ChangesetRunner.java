package io.github.migratemaven.deploy;

import io.github.migratemaven.deploy.StepFailures.Attempts;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.PlannedChangeset;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.port.ChangesetTransaction;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.DeploySession.HistoryWrite;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.MigrationEngine.Precondition;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.SqlFailure;
import java.util.List;
import java.util.Optional;

/** Runs one changeset: asks its preconditions, makes its steps, and applies them as one transaction wherever that works. */
final class ChangesetRunner {
    private final MigrationEngine engine;
    private final DeploySession session;
    private final DeployRequest request;
    private final Comparison comparison;
    private final ProgressListener progress;
    private final StepwiseRun stepwise;
    private final LockWait locks;
    private final String deploymentId;

    ChangesetRunner(
            MigrationEngine engine,
            DeploySession session,
            DeployRequest request,
            Comparison comparison,
            List<JournalStep> openSteps,
            ProgressListener progress) {
        this.engine = engine;
        this.session = session;
        this.request = request;
        this.comparison = comparison;
        this.progress = progress;
        this.stepwise = new StepwiseRun(engine, session, request, openSteps, progress);
        this.locks = new LockWait(session);
        // Liquibase's own form: the last ten digits of the clock in milliseconds.
        this.deploymentId = String.valueOf(System.currentTimeMillis()).substring(3);
    }

    /**
     * @param execType as the history has it; empty when the changeset stays pending
     * @param finding why it did not simply run; empty when it did
     */
    record Ran(Optional<String> execType, List<StepResult> steps, Optional<Finding> finding) {}

    Ran run(PlannedChangeset planned) {
        return run(planned, () -> attempt(planned));
    }

    /** One try at a changeset. */
    interface Attempt {
        Ran make() throws StepFailure;
    }

    /** @param first made first; the changeset is then tried anew where that makes sense */
    Ran run(PlannedChangeset planned, Attempt first) {
        Changeset changeset = planned.changeset();
        LockRetry retry = new LockRetry(request.lockRetries(), request.lockRetryFor(), progress);
        while (true) {
            try {
                return retry.used() == 0 ? first.make() : attempt(planned);
            } catch (StepFailure failure) {
                if (DeploySession.APPLIED_MEANWHILE.equals(failure.cause.sqlState())) {
                    return meanwhile(changeset);
                }
                List<String> blockers = locks.blockers(failure.step, failure.cause);
                if (failure.stepwise
                        || !retry.again(failure.cause, named(changeset), blockers, locks.free(failure.step))) {
                    return ended(changeset, failure, new Attempts(retry.used() + 1, blockers));
                }
            }
        }
    }

    private Ran attempt(PlannedChangeset planned) throws StepFailure {
        Changeset changeset = planned.changeset();
        if (changeset.rules().markRanWhenInvalid()) {
            try {
                engine.steps(changeset);
            } catch (MigrateException e) {
                return marked(planned, e.failure().message());
            }
        }
        if (changeset.rules().hasPreconditions()) {
            Precondition precondition = engine.precondition(changeset);
            if (precondition.verdict() != MigrationEngine.Verdict.RUN) {
                return notRun(planned, precondition);
            }
        }
        List<Step> steps = engine.steps(changeset);
        HistoryWrite write = execution(planned);
        Transactionality how =
                isBegun(changeset) ? Transactionality.BEGUN_STEPWISE : Transactionality.of(changeset, steps);
        List<StepResult> results = how.transactional()
                ? inTransaction(
                        session.begin(changeset, write.storedPath(), request.limits()),
                        steps,
                        write,
                        step -> engine.execute(changeset, step))
                : stepwise.run(changeset, steps, write, how.reason());
        return applied(write, results);
    }

    /** It is applied: what to tell of it. */
    Ran applied(HistoryWrite write, List<StepResult> results) {
        progress.debug("applied " + write.changeset().identity());
        return new Ran(Optional.of(write.execType()), results, Optional.empty());
    }

    /** Runs one change that is not plain SQL. */
    interface EngineStep {
        void run(Step.Engine step) throws SqlFailure;
    }

    static List<StepResult> inTransaction(
            ChangesetTransaction transaction, List<Step> steps, HistoryWrite write, EngineStep engine)
            throws StepFailure {
        List<Step> sent = steps.stream().filter(Step.Sql.class::isInstance).toList();
        Step current = null;
        try {
            for (Step step : steps) {
                current = step;
                if (step instanceof Step.Sql sql) {
                    transaction.add(sql);
                } else if (step instanceof Step.Engine change) {
                    transaction.flush();
                    engine.run(change);
                }
            }
            current = null;
            return transaction.commit(write);
        } catch (SqlFailure e) {
            transaction.rollback();
            Step failed = e.statement() >= 0 && e.statement() < sent.size() ? sent.get(e.statement()) : current;
            throw failed(steps, failed, e);
        } catch (RuntimeException e) {
            // The journal is told of it over the same session: nothing of this may be committed with that.
            transaction.rollback();
            throw e;
        }
    }

    /** @param failed null = none of its own steps */
    private static StepFailure failed(List<? extends Step> steps, Step failed, SqlFailure cause) {
        return new StepFailure(failed, failed == null ? 0 : steps.indexOf(failed) + 1, steps.size(), cause, false);
    }

    /** Of a changeset that was sent with others. */
    static StepFailure failed(List<Step.Sql> steps, SqlFailure cause) {
        int statement = cause.statement();
        return failed(steps, statement < 0 ? null : steps.get(statement), cause);
    }

    private Ran notRun(PlannedChangeset planned, Precondition precondition) {
        Changeset changeset = planned.changeset();
        return switch (precondition.verdict()) {
            case MARK_RAN -> marked(planned, precondition.message());
            case SKIP ->
                new Ran(
                        Optional.empty(),
                        List.of(),
                        Optional.of(Finding.at(
                                changeset.position(),
                                "skipped",
                                Severity.INFO,
                                named(changeset) + " was left pending: " + precondition.message(),
                                "It runs as soon as its precondition holds.")));
            default ->
                throw new MigrateException(new Failure.Rejected(
                        "precondition-failed",
                        named(changeset) + " was not run: " + precondition.message(),
                        "It was not applied. Make the precondition true or correct it, or give it onFail (onError) MARK_RAN or"
                                + " CONTINUE.",
                        Optional.of(changeset.position())));
        };
    }

    private Ran marked(PlannedChangeset planned, String why) {
        // A row that is there already becomes RERAN, as Liquibase has it.
        HistoryWrite write = write(planned, planned.rerun().isPresent() ? "RERAN" : "MARK_RAN");
        try {
            session.record(write);
        } catch (SqlFailure e) {
            if (DeploySession.APPLIED_MEANWHILE.equals(e.sqlState())) {
                return meanwhile(planned.changeset());
            }
            throw new MigrateException(StepFailures.of(planned.changeset(), null, 0, 0, e, Attempts.ONE, false), e);
        }
        Changeset changeset = planned.changeset();
        Finding finding = Finding.at(
                changeset.position(),
                "marked-ran",
                Severity.INFO,
                named(changeset) + " was marked as ran, not run: " + why,
                "Nothing to do if that is meant.");
        return new Ran(Optional.of(write.execType()), List.of(), Optional.of(finding));
    }

    private Ran meanwhile(Changeset changeset) {
        progress.info(named(changeset) + " has been applied by another run meanwhile");
        return new Ran(Optional.empty(), List.of(), Optional.empty());
    }

    private Ran ended(Changeset changeset, StepFailure failure, Attempts attempts) {
        Failure described = StepFailures.of(
                changeset, failure.step, failure.number, failure.of, failure.cause, attempts, failure.stepwise);
        if (changeset.rules().failOnError() || failure.cause.connectionLost()) {
            journal(changeset, failure);
            throw new MigrateException(described, failure.cause);
        }
        progress.warn(described.describe());
        return new Ran(
                Optional.empty(),
                List.of(),
                Optional.of(Finding.at(
                        described.position().orElse(changeset.position()),
                        "failed-ignored",
                        Severity.WARNING,
                        described.message(),
                        "failOnError is false: it is tried again with the next deploy.")));
    }

    private void journal(Changeset changeset, StepFailure failure) {
        if (failure.stepwise || failure.step == null || failure.cause.connectionLost()) {
            return;
        }
        session.journal(
                request.run().id(),
                JournalSteps.of(
                        comparison.stored(changeset),
                        failure.number,
                        failure.step,
                        JournalStep.Progress.FAILED,
                        true,
                        failure.cause));
    }

    /** The row of a changeset that runs. */
    HistoryWrite execution(PlannedChangeset planned) {
        return write(planned, planned.rerun().isPresent() ? "RERAN" : "EXECUTED");
    }

    /** Whether an earlier run applied a part of it. */
    boolean isBegun(Changeset changeset) {
        return stepwise.isBegun(comparison.stored(changeset));
    }

    private HistoryWrite write(PlannedChangeset planned, String execType) {
        String stored = comparison.storedPath(planned.changeset());
        return new HistoryWrite(planned.changeset(), stored, planned.rerun().isPresent(), execType, deploymentId);
    }

    static String named(Changeset changeset) {
        return "changeset \"" + changeset.identity().id() + "\"";
    }

    /** A step failed; carries what a message needs. */
    static final class StepFailure extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Step step;
        private final int number;
        private final int of;
        private final SqlFailure cause;
        private final boolean stepwise;

        /** @param number 1-based place of the step; 0 = not one of its steps */
        StepFailure(Step step, int number, int of, SqlFailure cause, boolean stepwise) {
            super(cause);
            this.step = step;
            this.number = number;
            this.of = of;
            this.cause = cause;
            this.stepwise = stepwise;
        }

        /** Null when it was not one of its own. */
        Step step() {
            return step;
        }

        int number() {
            return number;
        }

        int of() {
            return of;
        }

        SqlFailure sql() {
            return cause;
        }

        boolean stepwise() {
            return stepwise;
        }
    }
}
