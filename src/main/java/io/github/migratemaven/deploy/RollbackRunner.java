package io.github.migratemaven.deploy;

import io.github.migratemaven.deploy.ChangesetRunner.StepFailure;
import io.github.migratemaven.deploy.RollbackPlan.Item;
import io.github.migratemaven.deploy.StepFailures.Attempts;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.DeploySession.HistoryWrite;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.ProgressListener;
import java.util.List;

/** Undoes one changeset: its rollback's steps and the end of its history row, in one transaction wherever that works. */
final class RollbackRunner {
    private final MigrationEngine engine;
    private final DeploySession session;
    private final DeployRequest request;
    private final ProgressListener progress;
    private final StepwiseRun stepwise;
    private final LockWait locks;

    /** @param openSteps of a rollback that broke off */
    RollbackRunner(
            MigrationEngine engine,
            DeploySession session,
            DeployRequest request,
            List<JournalStep> openSteps,
            ProgressListener progress) {
        this.engine = engine;
        this.session = session;
        this.request = request;
        this.progress = progress;
        this.stepwise = StepwiseRun.ofRollback(engine, session, request, openSteps, progress);
        this.locks = new LockWait(session);
    }

    /** @throws MigrateException with the failure, when nothing of it is left or the journal says what is */
    List<StepResult> run(Item item) {
        Changeset changeset = item.changeset();
        LockRetry retry = new LockRetry(request.lockRetries(), request.lockRetryFor(), progress);
        while (true) {
            try {
                return attempt(item);
            } catch (StepFailure failure) {
                List<String> blockers = locks.blockers(failure.step(), failure.sql());
                String what = "the rollback of " + ChangesetRunner.named(changeset);
                if (failure.stepwise() || !retry.again(failure.sql(), what, blockers, locks.free(failure.step()))) {
                    throw new MigrateException(
                            StepFailures.ofRollback(changeset, failure, new Attempts(retry.used() + 1, blockers)),
                            failure.sql());
                }
            }
        }
    }

    private List<StepResult> attempt(Item item) throws StepFailure {
        Changeset changeset = item.changeset();
        List<Step> steps = item.block().steps();
        HistoryWrite removal =
                HistoryWrite.removal(changeset, item.row().identity().path());
        Transactionality how = stepwise.isBegun(item.row().identity())
                ? Transactionality.BEGUN_STEPWISE
                : Transactionality.of(changeset, steps);
        return how.transactional() || steps.isEmpty()
                ? ChangesetRunner.inTransaction(
                        session.begin(changeset, removal.storedPath(), request.limits()),
                        steps,
                        removal,
                        step -> engine.executeRollback(changeset, step))
                : stepwise.run(changeset, steps, removal, how.reason());
    }
}
