package io.github.migratemaven.model;

/**
 * One row of {@code migrate_step}: a step that could not run in a transaction, or that failed.
 *
 * @param number 1-based place in its changeset; negative = of its rollback
 * @param sqlHash digest of the step's text, to notice that it was edited meanwhile
 * @param sqlState of the failure; null without one
 */
public record JournalStep(
        ChangesetId changeset,
        int number,
        String sqlHash,
        String sql,
        Progress progress,
        boolean transactional,
        String error,
        String sqlState) {

    /** Whether it is a step of the changeset's rollback. */
    public boolean ofRollback() {
        return number < 0;
    }

    /** How far a step got, as far as the journal knows. */
    public enum Progress {
        /**
         * Written before the step ran and never completed: its outcome is unknown. With an error: it failed when it may have committed
         * a part of its work.
         */
        STARTED,
        DONE,
        /** The server refused it, and nothing of it is there. */
        FAILED
    }
}
