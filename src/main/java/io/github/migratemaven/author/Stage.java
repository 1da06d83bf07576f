package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import java.util.List;

/**
 * Statements that become one changeset.
 *
 * @param name of the changeset where nobody gave one, for example {@code create-index-orders-total-idx}
 * @param notes what a reviewer should know
 */
record Stage(String name, boolean transactional, List<CatalogueChange> changes, List<String> notes) {
    Stage {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    static Stage of(String name, List<CatalogueChange> changes, String... notes) {
        return new Stage(name, true, changes, List.of(notes));
    }

    List<String> sql() {
        return changes.stream().map(CatalogueChange::sql).toList();
    }
}
