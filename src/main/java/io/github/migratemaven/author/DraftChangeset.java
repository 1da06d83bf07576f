package io.github.migratemaven.author;

import java.util.List;

/**
 * A changeset that is not in the changelog yet.
 *
 * @param id as it will stand in the changelog, for example {@code add-column-total-to-orders}; unique within one draft
 * @param author the changeset's author
 * @param steps SQL statements in their order, each without its delimiter; not empty
 * @param rollback SQL statements that undo them, in their order; empty = nothing can, see {@code losses}
 * @param transactional false = {@code runInTransaction:false}
 * @param losses what of the data is gone once it has run, each for a person; empty = it loses none
 * @param notes what a reviewer should know, each one line
 */
public record DraftChangeset(
        String id,
        String author,
        List<String> steps,
        List<String> rollback,
        boolean transactional,
        List<String> losses,
        List<String> notes) {
    public DraftChangeset {
        steps = List.copyOf(steps);
        rollback = List.copyOf(rollback);
        losses = List.copyOf(losses);
        notes = List.copyOf(notes);
    }
}
