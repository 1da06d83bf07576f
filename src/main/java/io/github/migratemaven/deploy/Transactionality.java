package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepTraits.TransactionNeed;
import java.util.List;

/**
 * Whether a changeset runs as one transaction. It says so itself ({@code runInTransaction}), but what PostgreSQL refuses in a
 * transaction block is recognised too: nobody has to know the list by heart.
 *
 * @param reason why it does not; empty when it does
 */
record Transactionality(boolean transactional, String reason) {
    /** Whatever it says now: what an earlier run applied of it must not run again. */
    static final Transactionality BEGUN_STEPWISE =
            new Transactionality(false, "an earlier run began it so, and broke off");

    static Transactionality of(Changeset changeset, List<Step> steps) {
        if (!changeset.rules().runInTransaction()) {
            return new Transactionality(false, "declared");
        }
        for (Step step : steps) {
            if (step instanceof Step.Sql sql && needsNone(sql)) {
                return new Transactionality(false, firstWords(sql.sql()) + " does not run in a transaction");
            }
        }
        return new Transactionality(true, "");
    }

    private static boolean needsNone(Step.Sql sql) {
        TransactionNeed need = sql.traits().transaction();
        return need == TransactionNeed.FORBIDDEN || need == TransactionNeed.CONTROLS;
    }

    private static String firstWords(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 39) + "…";
    }
}
