package io.github.migratemaven.author;

import io.github.migratemaven.model.Changeset;
import java.util.List;

/**
 * What undoes one changeset.
 *
 * @param parts in their order; empty where the schema needs nothing
 * @param gone what the changeset itself has destroyed, each for a person
 * @param lost what undoing it destroys
 * @param notes what a reviewer should know
 */
record Reversed(Changeset changeset, List<Part> parts, List<String> gone, List<String> lost, List<String> notes) {
    Reversed {
        parts = List.copyOf(parts);
        gone = List.copyOf(gone);
        lost = List.copyOf(lost);
        notes = List.copyOf(notes);
    }

    /** @param redo what takes it back; empty where nothing is known to */
    record Part(List<String> sql, boolean transactional, List<String> redo) {
        Part {
            sql = List.copyOf(sql);
            redo = List.copyOf(redo);
        }
    }
}
