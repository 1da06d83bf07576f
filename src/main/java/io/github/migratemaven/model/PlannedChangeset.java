package io.github.migratemaven.model;

import java.util.List;
import java.util.Optional;

/**
 * A changeset that a deploy would run.
 *
 * @param changeset with its identity as the history will store it
 * @param rerun the history row that it replaces ({@code runAlways}, {@code runOnChange}); empty for a first run
 */
public record PlannedChangeset(Changeset changeset, Optional<HistoryRow> rerun) {

    /**
     * One statement of a printed plan.
     *
     * @param transactional whether it runs inside the changeset's transaction
     * @param lock the strongest lock it takes, for example {@code ACCESS EXCLUSIVE on orders}; empty string = none worth
     *     naming or not analysed
     * @param risk what can go wrong, in a few words; empty string = nothing known
     */
    public record PlannedStep(ChangesetId changeset, Step step, boolean transactional, String lock, String risk) {}

    /** Everything a printed plan shows of one changeset. */
    public record Script(PlannedChangeset planned, List<PlannedStep> steps, List<String> notes) {
        public Script {
            steps = List.copyOf(steps);
            notes = List.copyOf(notes);
        }
    }
}
