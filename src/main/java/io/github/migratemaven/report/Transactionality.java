package io.github.migratemaven.report;

import io.github.migratemaven.model.PlannedChangeset.PlannedStep;
import io.github.migratemaven.model.PlannedChangeset.Script;

/** How a changeset's steps stand to a transaction. */
enum Transactionality {
    WHOLE("in one transaction"),
    NONE("without a transaction: a failure leaves the steps before it in place"),
    MIXED("partly without a transaction: a failure leaves the steps before it in place");

    private final String text;

    Transactionality(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** A changeset without steps only writes its history row, and that is a transaction. */
    static Transactionality of(Script script) {
        long inside = script.steps().stream().filter(PlannedStep::transactional).count();
        if (inside == script.steps().size()) {
            return WHOLE;
        }
        return inside == 0 ? NONE : MIXED;
    }
}
