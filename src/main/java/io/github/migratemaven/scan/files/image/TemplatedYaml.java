package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.SourceFile;
import java.util.Locale;

/**
 * Makes YAML of a Helm (or Jinja) template: every directive gives way to as many characters that YAML takes for a word, or to blanks
 * where it is a statement, so that every place stays where it is.
 */
final class TemplatedYaml {
    private static final String[] STATEMENTS = {
        "if",
        "else",
        "end",
        "range",
        "with",
        "define",
        "block",
        "template",
        "/*",
        "$",
        "fail",
        "-}}",
        "continue",
        "break"
    };

    private TemplatedYaml() {}

    static SourceFile neutral(SourceFile file) {
        String text = file.text();
        if (!text.contains("{{") && !text.contains("{%")) {
            return file;
        }
        char[] neutral = text.toCharArray();
        int at = 0;
        while (at + 1 < neutral.length) {
            boolean statement = text.startsWith("{%", at);
            if (!statement && !text.startsWith("{{", at)) {
                at++;
                continue;
            }
            int close = text.indexOf(statement ? "%}" : "}}", at + 2);
            if (close < 0) {
                break;
            }
            int end = close + 2;
            fill(neutral, at, end, statement || isStatement(text, at + 2) || isIncludedLines(text, at, end));
            at = end;
        }
        return new SourceFile(file.path(), new String(neutral));
    }

    private static void fill(char[] text, int start, int end, boolean blank) {
        for (int i = start; i < end; i++) {
            if (text[i] != '\n' && text[i] != '\r') {
                text[i] = blank ? ' ' : i == start ? '$' : Character.isLetterOrDigit(text[i]) ? text[i] : '_';
            }
        }
    }

    private static boolean isStatement(String text, int inside) {
        int at = inside;
        while (at < text.length() && (text.charAt(at) == '-' || Character.isWhitespace(text.charAt(at)))) {
            at++;
        }
        for (String statement : STATEMENTS) {
            if (text.startsWith(statement, at)) {
                char after = at + statement.length() < text.length() ? text.charAt(at + statement.length()) : ' ';
                if (!Character.isLetterOrDigit(statement.charAt(0)) || !Character.isLetterOrDigit(after)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code {{- toYaml .Values.env | nindent 8 }}} alone on its line stands for lines of YAML that we don't have. */
    private static boolean isIncludedLines(String text, int start, int end) {
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        if (!text.substring(Math.max(lineStart, start - 500), start).isBlank()) {
            return false;
        }
        int lineEnd = text.indexOf('\n', end);
        String rest = text.substring(end, Math.min(lineEnd < 0 ? text.length() : lineEnd, end + 500));
        return rest.isBlank() || rest.strip().toLowerCase(Locale.ROOT).startsWith("#");
    }
}
