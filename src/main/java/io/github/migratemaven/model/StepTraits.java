package io.github.migratemaven.model;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known of a statement from its text alone.
 *
 * @param transaction how it stands to transaction blocks
 * @param details the rest, which few runs ask for: thousands of statements are run without
 */
public record StepTraits(TransactionNeed transaction, Supplier<Details> details) {

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

    /**
     * What a closer look shows.
     *
     * @param concurrentIndex the index that a CREATE INDEX CONCURRENTLY makes, as SQL text qualified like its table; empty for
     *     every other statement, and where the server chooses the name
     * @param repeatable whether it can simply be run again when nobody knows if it had run
     * @param lock the strongest lock and on what, for example {@code ACCESS EXCLUSIVE on orders}; empty = none worth naming
     * @param risk what can go wrong, in a few words; empty = nothing known
     * @param setsSession whether all that it does ends with its session: SET and its like
     */
    public record Details(
            Optional<String> concurrentIndex, boolean repeatable, String lock, String risk, boolean setsSession) {
        static final Details NONE = new Details(Optional.empty(), false, "", "", false);
    }

    public static final StepTraits PLAIN = new StepTraits(TransactionNeed.IN_TRANSACTION, () -> Details.NONE);

    public Optional<String> concurrentIndex() {
        return details.get().concurrentIndex();
    }

    public boolean repeatable() {
        return details.get().repeatable();
    }

    public String lock() {
        return details.get().lock();
    }

    public String risk() {
        return details.get().risk();
    }

    public boolean setsSession() {
        return details.get().setsSession();
    }
}
