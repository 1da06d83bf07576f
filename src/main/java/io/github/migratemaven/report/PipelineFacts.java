package io.github.migratemaven.report;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;

/**
 * What later jobs of a pipeline decide by. None of the three can hold a line end or a blank, so they are safe as they are in
 * files of {@code name=value} lines.
 */
record PipelineFacts(String state, boolean hasPending, int pendingCount) {
    static PipelineFacts of(Outcome outcome) {
        return new PipelineFacts(
                outcome.state().map(State::word).orElse("unknown"),
                !outcome.pending().isEmpty(),
                outcome.pending().size());
    }
}
