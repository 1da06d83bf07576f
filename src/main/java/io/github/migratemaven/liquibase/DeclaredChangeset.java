package io.github.migratemaven.liquibase;

import java.util.List;

/**
 * Where a file declares a changeset; offsets in its text.
 *
 * @param id as written, parameters not replaced; null where it has none
 * @param end where the next one starts, or the file ends
 * @param changes the changes inside it, in order
 */
record DeclaredChangeset(String id, String author, int start, int end, List<DeclaredChange> changes) {
    DeclaredChangeset {
        changes = List.copyOf(changes);
    }

    DeclaredChangeset endingAt(int offset) {
        return new DeclaredChangeset(id, author, start, offset, changes);
    }

    /** @param name of the change as written, for example {@code createTable} */
    record DeclaredChange(String name, int start) {}
}
