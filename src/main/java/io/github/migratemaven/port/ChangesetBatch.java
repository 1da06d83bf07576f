package io.github.migratemaven.port;

import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.port.DeploySession.HistoryWrite;
import java.util.List;
import java.util.Optional;

/**
 * Changesets that go to the server as one message, each a transaction of its own. The server leaves out the rest of a message
 * after an error: nothing runs behind a changeset that failed.
 *
 * @param parts in the order in which they run
 */
public record ChangesetBatch(List<Part> parts) {
    /** @param write its history row, written in the same transaction */
    public record Part(List<Step.Sql> steps, HistoryWrite write) {}

    /**
     * What came of it.
     *
     * @param committed the first so many parts
     * @param failure of the part behind them, which left no trace, nor did any after it; empty when there is none left, or when
     *     the server did not take the message as a whole and none has run
     */
    public record Result(List<Committed> committed, Optional<SqlFailure> failure) {}

    /** @param millis from its first step to its history row, by the server's clock */
    public record Committed(List<StepResult> steps, long millis) {}
}
