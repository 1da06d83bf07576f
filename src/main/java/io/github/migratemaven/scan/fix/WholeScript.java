package io.github.migratemaven.scan.fix;

import io.github.migratemaven.model.Finding.Edit;
import io.github.migratemaven.scan.SourceFile;
import java.util.Optional;
import java.util.Set;

/** Takes out a script that does nothing else, where what surrounds it has a form without it. */
final class WholeScript {
    private static final Set<String> STEP_KEYS =
            Set.of("name", "run", "shell", "working-directory", "env", "if", "script", "displayName", "bash");

    private final String text;
    private final int start;
    private final int end;

    /** @param start offset of the script's first character, @param end past its last */
    private WholeScript(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    static Optional<Edit> of(SourceFile file, int start, int end) {
        WholeScript script = new WholeScript(file.text(), start, end);
        String name = file.name().toLowerCase(java.util.Locale.ROOT);
        if (name.contains("makefile") || name.endsWith(".mk")) {
            return script.recipe();
        }
        if (name.contains("dockerfile") || name.contains("containerfile")) {
            return script.instruction();
        }
        return name.endsWith(".yml") || name.endsWith(".yaml") ? script.item() : Optional.empty();
    }

    /** A recipe's line; a target without a recipe is one that does nothing. */
    private Optional<Edit> recipe() {
        int line = lineStart(start);
        return text.charAt(line) == '\t' && isSigns(text.substring(line, start))
                ? Optional.of(new Edit(line, afterScript(), ""))
                : Optional.empty();
    }

    private static boolean isSigns(String prefix) {
        return prefix.chars().allMatch(c -> "\t @-+".indexOf(c) >= 0);
    }

    private Optional<Edit> instruction() {
        int line = lineStart(start);
        return text.substring(line, start).strip().equalsIgnoreCase("RUN")
                ? Optional.of(new Edit(line, afterScript(), ""))
                : Optional.empty();
    }

    /** An item of a YAML list, as long as it has a neighbour: a step, a line of a script. */
    private Optional<Edit> item() {
        int line = lineStart(start);
        while (line > 0 && !isDash(line)) {
            int above = lineStart(line - 1);
            if (!isBlank(above) && indent(above) == 0 && !isDash(above)) {
                return Optional.empty();
            }
            line = above;
        }
        if (!isDash(line)) {
            return Optional.empty();
        }
        int dash = indent(line);
        int after = lineAfter(line);
        int last = after;
        while (after < text.length() && (isBlank(after) || indent(after) > dash)) {
            int next = lineAfter(after);
            last = isBlank(after) ? last : next;
            after = next;
        }
        boolean neighbour = after < text.length() && indent(after) == dash && isDash(after) || hasBefore(line, dash);
        return neighbour && start < last && isOnlyAStep(line, last, dash)
                ? Optional.of(new Edit(line, last, ""))
                : Optional.empty();
    }

    private boolean hasBefore(int item, int dash) {
        for (int line = item; line > 0; ) {
            line = lineStart(line - 1);
            if (!isBlank(line) && indent(line) <= dash) {
                return indent(line) == dash && isDash(line);
            }
        }
        return false;
    }

    /** An id, a condition that others read, a template: then it is more than its script. */
    private boolean isOnlyAStep(int item, int last, int dash) {
        int content = item + dash + 1;
        while (content < text.length() && text.charAt(content) == ' ') {
            content++;
        }
        int column = content - item;
        boolean mapping = start > content + 1;
        for (int line = item; mapping && line < last; line = lineAfter(line)) {
            boolean first = line == item;
            if (first || !isBlank(line) && indent(line) == column) {
                int key = first ? content : line + column;
                int colon = text.indexOf(':', key);
                if (colon < 0 || text.charAt(key) != '#' && !STEP_KEYS.contains(text.substring(key, colon))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isDash(int line) {
        int at = line + indent(line);
        return at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) == ' ';
    }

    private int indent(int line) {
        int at = line;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at - line;
    }

    private boolean isBlank(int line) {
        return text.substring(line, lineAfter(line)).isBlank();
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** The line after the one that an offset is in: always further on. */
    private int lineAfter(int offset) {
        int newline = text.indexOf('\n', offset);
        return newline < 0 ? text.length() : newline + 1;
    }

    /** The line after the script's last: its own end may be one already. */
    private int afterScript() {
        return end > start && text.charAt(end - 1) == '\n' ? end : lineAfter(end);
    }
}
