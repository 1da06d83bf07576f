package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import java.util.List;

/**
 * Statements that become one changeset.
 *
 * @param name of the changeset where nobody gave one, for example {@code create-index-orders-total-idx}
 * @param notes what a reviewer should know
 * @param undo what undoes them; empty = it is found by comparison
 */
record Stage(String name, boolean transactional, List<CatalogueChange> changes, List<String> notes, List<String> undo) {
    Stage {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
        undo = List.copyOf(undo);
    }

    Stage(String name, boolean transactional, List<CatalogueChange> changes, List<String> notes) {
        this(name, transactional, changes, notes, List.of());
    }

    static Stage of(String name, List<CatalogueChange> changes, String... notes) {
        return new Stage(name, true, changes, List.of(notes));
    }

    List<String> sql() {
        return changes.stream().map(CatalogueChange::sql).toList();
    }
}
