package io.github.migratemaven.port;

import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.port.DeploySession.HistoryWrite;
import java.util.List;

/**
 * One changeset's transaction. Steps are queued and sent together: usually a whole changeset is one round trip.
 *
 * <p>After a {@link SqlFailure} only {@link #rollback()} may follow. The failure's statement index counts the steps added
 * since {@link DeploySession#begin}.
 */
public interface ChangesetTransaction {
    void add(Step.Sql step);

    /** Sends what is queued and leaves the transaction open: an engine's change is about to run in it. */
    void flush() throws SqlFailure;

    /** Sends what is queued, the history row and COMMIT. Results are in the order of the steps added. */
    List<StepResult> commit(HistoryWrite write) throws SqlFailure;

    /** Ends the transaction without a trace. Harmless when nothing was sent. */
    void rollback();
}
