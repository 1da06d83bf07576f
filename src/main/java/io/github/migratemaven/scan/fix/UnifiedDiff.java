package io.github.migratemaven.scan.fix;

import io.github.migratemaven.model.Finding.Edit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Edits as {@code git apply} and {@code patch -p1} take them (POSIX diff, unified format; names quoted as git does). */
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private final List<String> lines;
    private final int[] starts;
    private final StringBuilder out = new StringBuilder();

    private UnifiedDiff(String text) {
        lines = split(text);
        starts = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            starts[i + 1] = starts[i] + lines.get(i).length();
        }
    }

    /** @param from the first line that changes, @param to the line after the last */
    private record Change(int from, int to, List<String> lines) {}

    /** @param merged in order, none overlapping, at least one */
    static String of(String path, String text, List<Edit> merged) {
        UnifiedDiff diff = new UnifiedDiff(text);
        diff.out.append("--- ").append(name("a/" + path)).append('\n');
        diff.out.append("+++ ").append(name("b/" + path)).append('\n');
        diff.hunks(diff.changes(text, merged));
        return diff.out.toString();
    }

    private List<Change> changes(String text, List<Edit> merged) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < merged.size(); ) {
            int from = line(merged.get(i).start());
            int to = from;
            int next = i;
            while (next < merged.size() && (next == i || merged.get(next).start() < starts[to])) {
                Edit edit = merged.get(next);
                to = Math.max(to, line(Math.max(edit.start(), edit.end() - 1)) + 1);
                // What is left of the last line must be a line still.
                boolean opens = edit.end() == starts[to] && edit.start() > starts[line(edit.start())];
                to = opens && to < lines.size() ? to + 1 : to;
                next++;
            }
            int base = starts[from];
            List<Edit> own = merged.subList(i, next).stream()
                    .map(edit -> new Edit(edit.start() - base, edit.end() - base, edit.text()))
                    .toList();
            changes.add(new Change(from, to, split(Edits.apply(text.substring(base, starts[to]), own))));
            i = next;
        }
        return changes;
    }

    private void hunks(List<Change> changes) {
        int shift = 0;
        for (int i = 0; i < changes.size(); ) {
            int last = i;
            while (last + 1 < changes.size()
                    && changes.get(last + 1).from() - changes.get(last).to() <= 2 * CONTEXT) {
                last++;
            }
            List<Change> together = changes.subList(i, last + 1);
            int from = Math.max(0, together.get(0).from() - CONTEXT);
            int to = Math.min(lines.size(), together.get(together.size() - 1).to() + CONTEXT);
            int more = together.stream()
                    .mapToInt(c -> c.lines().size() - (c.to() - c.from()))
                    .sum();
            int length = to - from;
            out.append("@@ -").append(range(from, length)).append(" +").append(range(from + shift, length + more));
            out.append(" @@\n");
            body(together, from, to);
            shift += more;
            i = last + 1;
        }
    }

    private void body(List<Change> changes, int from, int to) {
        int at = from;
        for (Change change : changes) {
            lines.subList(at, change.from()).forEach(line -> line(' ', line));
            lines.subList(change.from(), change.to()).forEach(line -> line('-', line));
            change.lines().forEach(line -> line('+', line));
            at = change.to();
        }
        lines.subList(at, to).forEach(line -> line(' ', line));
    }

    private static String range(int from, int length) {
        return (length == 0 ? from : from + 1) + (length == 1 ? "" : "," + length);
    }

    private void line(char sign, String line) {
        out.append(sign).append(line);
        if (!line.endsWith("\n")) {
            out.append("\n\\ No newline at end of file\n");
        }
    }

    private int line(int offset) {
        int line = 0;
        int high = lines.size() - 1;
        while (line < high) {
            int middle = (line + high + 1) >>> 1;
            if (starts[middle] <= offset) {
                line = middle;
            } else {
                high = middle - 1;
            }
        }
        return line;
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    private static String name(String path) {
        boolean plain = path.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\' && c != 0x7f);
        if (plain) {
            // git ends a name with a blank in it by a tab, as diff does before its date.
            return path.indexOf(' ') < 0 ? path : path + '\t';
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c > 0x7e) {
                quoted.append('\\').append(String.format("%03o", c));
            } else {
                quoted.append((char) c);
            }
        }
        return quoted.append('"').toString();
    }
}
