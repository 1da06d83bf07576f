package io.github.migratemaven.scan.fix;

import io.github.migratemaven.model.Finding.Edit;
import io.github.migratemaven.model.Finding.Fix;
import io.github.migratemaven.model.Masked;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Edits of one text. */
final class Edits {
    private Edits() {}

    /** @param sorted by their start; those that overlap become one */
    static List<Edit> merged(List<Edit> sorted) {
        List<Edit> merged = new ArrayList<>();
        for (Edit edit : sorted) {
            Edit last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || edit.start() >= last.end() && !edit.equals(last)) {
                merged.add(edit);
            } else if (edit.end() > last.end()) {
                merged.set(merged.size() - 1, new Edit(last.start(), edit.end(), last.text()));
            }
        }
        return merged;
    }

    /** @param merged in order, none overlapping */
    static String apply(String text, List<Edit> merged) {
        StringBuilder edited = new StringBuilder(text.length());
        int at = 0;
        for (Edit edit : merged) {
            edited.append(text, at, edit.start()).append(edit.text());
            at = edit.end();
        }
        return edited.append(text, at, text.length()).toString();
    }

    /**
     * @param all what becomes of the text
     * @param own the part of it that gets rid of one finding
     */
    static Fix fix(String text, List<Edit> all, List<Edit> own) {
        int first = own.isEmpty() ? 0 : Integer.MAX_VALUE;
        int last = 0;
        for (Edit edit : own) {
            first = Math.min(first, edit.start());
            last = Math.max(last, edit.end());
        }
        int start = text.lastIndexOf('\n', first - 1) + 1;
        boolean ended = last > start && text.charAt(last - 1) == '\n';
        int newline = ended ? last - 1 : text.indexOf('\n', last);
        int end = newline < 0 ? text.length() : newline;
        List<Edit> inside = new ArrayList<>();
        for (Edit edit : all) {
            if (edit.start() >= start && edit.start() < Math.max(end, start + 1)) {
                inside.add(new Edit(edit.start() - start, Math.min(edit.end(), end) - start, edit.text()));
            }
        }
        String before = text.substring(start, end);
        return new Fix(stripped(before), stripped(apply(before, inside)), all, "");
    }

    /** As it is shown; the edits themselves have the text as it is. */
    private static String stripped(String lines) {
        StringJoiner stripped = new StringJoiner("\n");
        for (String line : Masked.text(lines).split("\\r\\n?|\\n")) {
            if (!line.isBlank()) {
                stripped.add(line.strip());
            }
        }
        return stripped.toString();
    }
}
