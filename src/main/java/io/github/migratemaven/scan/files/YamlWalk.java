package io.github.migratemaven.scan.files;

/** Walks a YAML scalar's text and its value side by side (YAML 1.2.2, chapters 7.3 and 8.1). */
final class YamlWalk {
    private YamlWalk() {}

    /**
     * Plain, single-quoted and folded text: what is no white space stands there as it is; white space that crosses a line's end
     * came to one space or some line ends.
     */
    static MappedText folded(String text, int start, int end, String value, boolean quoted) {
        MappedText walked = new MappedText();
        int at = start;
        int i = 0;
        while (i < value.length() && at <= end) {
            int stop = spaceEnd(text, at, end);
            if (isSpace(value.charAt(i))) {
                int valueStop = spaceEnd(value, i, value.length());
                boolean same = value.regionMatches(i, text, at, valueStop - i) && stop - at == valueStop - i;
                for (int k = i; k < valueStop; k++) {
                    walked.append(value.charAt(k), same ? at + k - i : at);
                }
                i = valueStop;
                at = stop;
            } else if (stop > at) {
                at = stop;
            } else if (at < end && text.charAt(at) == value.charAt(i)) {
                walked.append(value.charAt(i), at);
                at += quoted && value.charAt(i) == '\'' ? 2 : 1;
                i++;
            } else {
                return walked;
            }
        }
        return walked;
    }

    /** Literal text: line for line, the indentation gone. */
    static MappedText literal(String text, int start, String value) {
        MappedText walked = new MappedText();
        int at = start;
        int i = 0;
        while (i < value.length()) {
            int newline = value.indexOf('\n', i);
            int lineEnd = newline < 0 ? value.length() : newline;
            int fileNewline = text.indexOf('\n', at);
            int fileEnd = fileNewline < 0 ? text.length() : fileNewline;
            int contentEnd = fileEnd > at && text.charAt(fileEnd - 1) == '\r' ? fileEnd - 1 : fileEnd;
            int contentStart = contentEnd - (lineEnd - i);
            if (contentStart < at || !text.regionMatches(contentStart, value, i, lineEnd - i)) {
                return walked;
            }
            walked.append(text, contentStart, contentEnd);
            if (newline >= 0) {
                walked.append('\n', contentEnd);
            }
            i = lineEnd + 1;
            at = Math.min(fileEnd + 1, text.length());
        }
        return walked;
    }

    /** Double-quoted text, from after its opening quote. */
    static MappedText doubleQuoted(String text, int start, int end) {
        MappedText walked = new MappedText();
        int at = start;
        while (at < end && text.charAt(at) != '"') {
            char c = text.charAt(at);
            int stop = spaceEnd(text, at, end);
            if (c == '\\' && lineBreak(text, at + 1)) {
                int next = spaceEnd(text, at + 1, end);
                walked.append("\n".repeat(lines(text, at + 1, next) - 1), at);
                at = next;
            } else if (c == '\\') {
                at = Escapes.decode(text, at, walked);
            } else if (stop > at && lines(text, at, stop) > 0) {
                int lines = lines(text, at, stop);
                walked.append(lines == 1 ? " " : "\n".repeat(lines - 1), at);
                at = stop;
            } else {
                walked.append(c, at++);
            }
        }
        return walked;
    }

    private static boolean lineBreak(String text, int at) {
        return at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
    }

    private static int lines(String text, int start, int end) {
        int lines = 0;
        for (int i = start; i < end; i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static int spaceEnd(String text, int start, int end) {
        int at = start;
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
