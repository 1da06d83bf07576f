package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a file, without its end.
 *
 * @param start offset of its first character
 */
record TextLine(SourceFile file, int start, String text) {
    static List<TextLine> all(SourceFile file) {
        String text = file.text();
        List<TextLine> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            int content = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
            lines.add(new TextLine(file, at, text.substring(at, content)));
            at = end + 1;
        }
        return lines;
    }

    /** What follows an index, white space around it left out. */
    Source rest(int index) {
        int from = index;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return Source.slice(file, start + from, start + to);
    }

    /** Number of blanks that it begins with. */
    int indent() {
        int i = 0;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
