package io.github.migratemaven.author;

import java.util.ArrayList;
import java.util.List;

/** What a person reads of what was written. */
final class WrittenLines {
    private WrittenLines() {}

    static List<String> of(ChangesetWriter.Written written) {
        List<String> lines = new ArrayList<>();
        lines.add((written.appended() ? "Appended to " : "Wrote ") + written.file());
        written.list().ifPresent(list -> lines.add("Listed it in " + list));
        return lines;
    }
}
