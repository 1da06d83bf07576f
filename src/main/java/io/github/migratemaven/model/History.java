package io.github.migratemaven.model;

import java.util.List;
import java.util.Optional;

/**
 * What the database says has run.
 *
 * @param exists whether there is a {@code databasechangelog} table
 * @param journalExists whether our journal tables are there
 * @param rows in {@code orderexecuted} order
 * @param openSteps the journal's steps of changesets that have not completed
 * @param lastRun the last run that the journal knows
 * @param stamp the environment that the target carries; empty where no deploy has named one
 */
public record History(
        boolean exists,
        boolean journalExists,
        List<HistoryRow> rows,
        List<JournalStep> openSteps,
        Optional<RunRecord> lastRun,
        Optional<Environment> stamp) {
    public static final History NONE =
            new History(false, false, List.of(), List.of(), Optional.empty(), Optional.empty());

    public History {
        rows = List.copyOf(rows);
        openSteps = List.copyOf(openSteps);
    }
}
