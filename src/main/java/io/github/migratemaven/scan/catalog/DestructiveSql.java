package io.github.migratemaven.scan.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds DROP SCHEMA, DATABASE, TABLE, OWNED and TRUNCATE where a statement can begin. Comments, literals, quoted names and the
 * bodies of functions are passed over; the body of a DO block runs at once and is read. Knows no dialect: it must do for psql,
 * mysql, sqlite3 and sqlcmd. One pass.
 */
final class DestructiveSql {
    private static final Set<String> OBJECTS = Set.of("SCHEMA", "DATABASE", "TABLE", "OWNED");
    /** After these a statement begins inside a DO block or in T-SQL's IF. */
    private static final Set<String> OPENERS = Set.of("BEGIN", "THEN", "ELSE", "LOOP");

    private static final int DEEPEST = 3;
    private static final int LONGEST_SHOWN = 60;

    private final String text;
    private final int depth;
    private int at;
    private boolean start = true;
    private String first = "";
    private String last = "";

    private DestructiveSql(String text, int depth) {
        this.text = text;
        this.depth = depth;
    }

    /** The first such statement, on one line and shortened. */
    static Optional<String> first(String text) {
        return new DestructiveSql(text, 0).scan();
    }

    private Optional<String> scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                int from = at;
                Optional<String> found = word(from);
                if (found.isPresent()) {
                    return found;
                }
            } else if (c == '\'') {
                Optional<String> found = literal();
                if (found.isPresent()) {
                    return found;
                }
            } else if (c == '$') {
                Optional<String> found = dollar();
                if (found.isPresent()) {
                    return found;
                }
            } else {
                other(c);
            }
        }
        return Optional.empty();
    }

    private void other(char c) {
        if (c == ';') {
            begin();
            at++;
        } else if (text.startsWith("--", at) || c == '#' && lineBegins() || (c == '\\' || c == '.') && lineBegins()) {
            at = lineEnd();
        } else if (text.startsWith("/*!", at)) {
            // MySQL runs what such a comment holds.
            at += 3;
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
        } else if (c == '"' || c == '`') {
            int end = text.indexOf(c, at + 1);
            at = end < 0 ? text.length() : end + 1;
            start = false;
        } else {
            // After IF … comes a condition in parentheses; digits belong to /*!40000.
            start &= Character.isWhitespace(c) || c == '(' || c == ')' || c == '*' || c == '/' || Character.isDigit(c);
            at++;
        }
    }

    private void begin() {
        start = true;
        first = "";
        last = "";
    }

    private Optional<String> word(int from) {
        String word = nextWord();
        boolean destroys = false;
        if (word.equals("TRUNCATE")) {
            destroys = start && (at >= text.length() || text.charAt(at) != '(');
        } else if (word.equals("DROP") && (start || first.equals("IF"))) {
            int mark = at;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            destroys = OBJECTS.contains(nextWord());
            at = mark;
        }
        if (destroys) {
            return Optional.of(shown(from));
        }
        first = first.isEmpty() ? word : first;
        start = word.equals("GO") || OPENERS.contains(word) && (depth > 0 || first.equals("IF"));
        last = word;
        return Optional.empty();
    }

    private String nextWord() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(from, at).toUpperCase(Locale.ROOT);
    }

    /** Skips a literal; one that a DO block executes is a statement itself. */
    private Optional<String> literal() {
        boolean escapes = last.equals("E") && at > 0 && Character.toUpperCase(text.charAt(at - 1)) == 'E';
        int from = at + 1;
        for (at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && escapes) {
                at++;
            } else if (c == '\'') {
                break;
            }
        }
        int end = Math.min(at, text.length());
        at = Math.min(at + 1, text.length());
        start = false;
        boolean executed = depth > 0 && (last.equals("EXECUTE") || last.equals("FORMAT"));
        return executed && depth < DEEPEST
                ? new DestructiveSql(text.substring(Math.min(from, end), end), depth + 1).scan()
                : Optional.empty();
    }

    private Optional<String> dollar() {
        int close = at + 1;
        while (close < text.length() && (Character.isLetterOrDigit(text.charAt(close)) || text.charAt(close) == '_')) {
            close++;
        }
        if (close >= text.length() || text.charAt(close) != '$') {
            at++;
            start = false;
            return Optional.empty();
        }
        String tag = text.substring(at, close + 1);
        int end = text.indexOf(tag, close + 1);
        int bodyEnd = end < 0 ? text.length() : end;
        at = end < 0 ? text.length() : end + tag.length();
        start = false;
        return first.equals("DO") && depth < DEEPEST
                ? new DestructiveSql(text.substring(close + 1, bodyEnd), depth + 1).scan()
                : Optional.empty();
    }

    private boolean lineBegins() {
        for (int i = at - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private String shown(int from) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < text.length() && out.length() < LONGEST_SHOWN; i++) {
            char c = text.charAt(i);
            if (c == ';' || c == '\'') {
                break;
            }
            if (!Character.isWhitespace(c)) {
                out.append(c);
            } else if (out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }
}
