package io.github.migratemaven.model;

import java.util.Optional;

/**
 * What is known of a statement from its text alone.
 *
 * @param concurrentIndex the index that a CREATE INDEX CONCURRENTLY makes, as SQL text qualified like its table; empty for
 *     every other statement, and where the server chooses the name
 * @param repeatable whether it can simply be run again when nobody knows if it had run
 * @param lock the strongest lock and on what, for example {@code ACCESS EXCLUSIVE on orders}; empty = none worth naming
 * @param risk what can go wrong, in a few words; empty = nothing known
 */
public record StepTraits(
        TransactionNeed transaction, Optional<String> concurrentIndex, boolean repeatable, String lock, String risk) {

    /** How a statement stands to transaction blocks. */
    public enum TransactionNeed {
        /** Runs in one, and is undone with it. */
        IN_TRANSACTION,
        /** PostgreSQL refuses it there (25001). */
        FORBIDDEN,
        /** Begins or ends transactions itself. */
        CONTROLS,
        /** CALL and DO: may commit inside, which only works outside a block. */
        MAY_CONTROL
    }

    public static final StepTraits PLAIN =
            new StepTraits(TransactionNeed.IN_TRANSACTION, Optional.empty(), false, "", "");
}
