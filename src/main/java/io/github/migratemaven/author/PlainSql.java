package io.github.migratemaven.author;

import java.util.List;

/** Changesets as nothing but SQL, for tools that know a file, and nothing about it but its name. */
final class PlainSql implements ChangesetFormat.Writer {
    @Override
    public String file(List<DraftChangeset> changesets) {
        StringBuilder text = new StringBuilder("-- Each part is a migration of its own, in this order.\n");
        for (DraftChangeset changeset : changesets) {
            text.append("\n-- ").append(changeset.id());
            text.append(changeset.transactional() ? "\n" : " (not in a transaction)\n");
            text.append(migration(changeset));
            rollback(changeset)
                    .lines()
                    .forEach(line -> text.append("-- undo: ").append(line).append('\n'));
        }
        return text.toString();
    }

    static String migration(DraftChangeset changeset) {
        return SqlBlock.of(changeset.steps()) + "\n";
    }

    static String rollback(DraftChangeset changeset) {
        return changeset.rollback().isEmpty() ? "-- Nothing to undo.\n" : SqlBlock.of(changeset.rollback()) + "\n";
    }
}
