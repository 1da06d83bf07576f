package io.github.migratemaven.scan.shell;

import java.util.ArrayList;
import java.util.List;

/** A word while it is read. */
final class WordBuilder {
    private final List<Part> parts = new ArrayList<>();
    private Chars run;
    private boolean quotedRun;

    /** Characters that mean themselves; an empty quoted part makes a word of nothing. */
    void text(CharSequence text, int start, int end, int from, boolean quoted) {
        if (run == null || quotedRun != quoted) {
            run = new Chars();
            quotedRun = quoted;
            parts.add(new Part.Text(run, quoted));
        }
        run.add(text, start, end, from);
    }

    void text(char c, int from, boolean quoted) {
        text(String.valueOf(c), 0, 1, from, quoted);
    }

    void part(Part part) {
        parts.add(part);
        run = null;
    }

    RawWord word(int start, int end) {
        return new RawWord(List.copyOf(parts), start, end);
    }
}
