package io.github.migratemaven.scan.fix;

import io.github.migratemaven.model.Finding.Edit;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.shell.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes banned commands out of the text that they stand in, all of one text together. */
final class CommandFix {
    private CommandFix() {}

    /** @param at indices of the commands' words in the text */
    static List<Edit> edits(Source source, List<Integer> at) throws Pruner.Refusal {
        boolean wholeFile = source.text().equals(source.file().text());
        List<Edit> edits = new ArrayList<>();
        Outline outline = Outline.of(source);
        try {
            Pruner.cuts(source.text(), outline, at, wholeFile).forEach(cut -> edits.add(lines(cut, source)));
        } catch (Pruner.Refusal refusal) {
            if (!refusal.whole()) {
                throw refusal;
            }
            int length = source.text().stripTrailing().length();
            edits.add(WholeScript.of(source.file(), source.offset(0), source.offset(length))
                    .orElseThrow(() -> refusal));
        }
        return edits;
    }

    /** A line of the text is a line of the file with its indentation. */
    private static Edit lines(Cut cut, Source source) {
        Edit edit = cut.in(source);
        String text = source.text();
        boolean whole = cut.text().isEmpty()
                && (cut.start() == 0 || text.charAt(cut.start() - 1) == '\n')
                && (cut.end() == text.length() || text.charAt(cut.end() - 1) == '\n')
                && cut.end() > cut.start();
        String file = source.file().text();
        int line = file.lastIndexOf('\n', edit.start() - 1) + 1;
        if (!whole || !file.substring(line, edit.start()).isBlank()) {
            return edit;
        }
        int last = source.offset(cut.end() - 1);
        int end = file.indexOf('\n', last);
        return new Edit(line, end < 0 ? file.length() : end + 1, "");
    }

    /** The text of a script's own that holds a place of the file; empty where no shell reads it. */
    static Optional<Source> around(Body body, int offset) {
        if (body instanceof Body.Shell shell && shell.dialect() == Dialect.POSIX) {
            Source source = shell.source();
            int length = source.text().length();
            return source.offset(0) <= offset && offset < source.offset(length)
                    ? Optional.of(source)
                    : Optional.empty();
        }
        if (body instanceof Body.Sequence sequence) {
            return sequence.parts().stream()
                    .flatMap(part -> around(part, offset).stream())
                    .findFirst();
        }
        return Optional.empty();
    }

    static boolean isPosix(Body body) {
        if (body instanceof Body.Shell shell) {
            return shell.dialect() == Dialect.POSIX;
        }
        return !(body instanceof Body.Sequence sequence)
                || sequence.parts().stream().allMatch(CommandFix::isPosix);
    }

    /** The first character of a text that stands at or behind a place of the file. */
    static int index(Source source, int offset) {
        int low = 0;
        int high = source.text().length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (source.offset(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
