package io.github.migratemaven.author;

import java.util.ArrayList;
import java.util.List;

/** What a person reads of what was written. */
final class WrittenLines {
    private WrittenLines() {}

    static List<String> of(ChangesetWriter.Written written) {
        List<String> lines = new ArrayList<>();
        lines.add((written.appended() ? "Appended to " : "Wrote ") + written.file());
        written.more().forEach(file -> lines.add("Wrote " + file));
        written.list().ifPresent(list -> lines.add("Listed it in " + list));
        if (!written.rollbacks()) {
            lines.add(
                    "Flyway's layout has no place for a rollback: mvn migrate:reverse writes a migration that undoes it.");
        }
        return lines;
    }
}
