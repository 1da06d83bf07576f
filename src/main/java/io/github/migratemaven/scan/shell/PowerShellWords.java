package io.github.migratemaven.scan.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads PowerShell words (about_Parsing, about_Quoting_Rules). */
final class PowerShellWords {
    /** How far the end of {@code $(} is looked for. */
    private static final int LOOK_AHEAD = 2_000;

    private final Cursor cursor;
    private final Variables variables;
    private final List<int[]> inner = new ArrayList<>();
    private Chars chars;
    private boolean literal;

    PowerShellWords(Cursor cursor, Variables variables) {
        this.cursor = cursor;
        this.variables = variables;
    }

    static boolean isMeta(int c) {
        return c == ' '
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c == ';'
                || c == '|'
                || c == '&'
                || c == '{'
                || c == '}'
                || c == '('
                || c == ')'
                || c == ','
                || c == Cursor.END;
    }

    /** The word at the cursor; null when there is none. */
    Field word() {
        int start = cursor.at;
        chars = new Chars();
        literal = true;
        boolean any = false;
        while (!isMeta(cursor.peek())) {
            any = true;
            char c = (char) cursor.peek();
            if (c == '\'') {
                single();
            } else if (c == '"') {
                cursor.skip();
                inside("\"");
            } else if (c == '@' && (cursor.peek(1) == '"' || cursor.peek(1) == '\'') && hereString()) {
                continue;
            } else if (c == '`') {
                escape();
            } else if (c == '$') {
                dollar();
            } else {
                chars.add(c, cursor.at++);
            }
        }
        return any ? new Field(chars, chars.text(), null, literal, literal, start, cursor.at) : null;
    }

    private void single() {
        cursor.skip();
        while (!cursor.ended()) {
            char c = (char) cursor.peek();
            if (c == '\'' && cursor.peek(1) != '\'') {
                cursor.skip();
                return;
            }
            chars.add(c, cursor.at);
            cursor.at += c == '\'' ? 2 : 1;
        }
    }

    private void inside(String end) {
        while (!cursor.ended()) {
            char c = (char) cursor.peek();
            if (end.length() == 1 && cursor.looksAt("\"\"")) {
                chars.add(c, cursor.at);
                cursor.at += 2;
            } else if (cursor.take(end)) {
                return;
            } else if (c == '`') {
                escape();
            } else if (c == '$') {
                dollar();
            } else {
                chars.add(c, cursor.at++);
            }
        }
    }

    /** {@code @"} and its line break, up to {@code "@} at the start of a line. */
    private boolean hereString() {
        boolean plain = cursor.peek(1) == '\'';
        int at = cursor.at;
        cursor.at += 2;
        cursor.skipBlanks();
        if (cursor.peek() != '\n') {
            cursor.at = at;
            chars.add('@', cursor.at++);
            return false;
        }
        cursor.skip();
        if (!plain) {
            inside("\n\"@");
            return true;
        }
        int end = cursor.text.indexOf("\n'@", cursor.at);
        end = end < 0 ? cursor.text.length() : end;
        chars.add(cursor.text, cursor.at, end, cursor.at);
        cursor.at = Math.min(end + 3, cursor.text.length());
        return true;
    }

    private void escape() {
        int next = cursor.peek(1);
        if (next == '\n' || next == Cursor.END) {
            cursor.at += next == '\n' ? 2 : 1;
            return;
        }
        char meant = next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : (char) next;
        chars.add(meant, cursor.at + 1);
        cursor.at += 2;
    }

    private void dollar() {
        int start = cursor.at;
        int from = start + 1;
        if (cursor.peek(1) == '(') {
            substitution();
            return;
        }
        boolean braces = cursor.peek(1) == '{';
        from += braces ? 1 : 0;
        int end = from;
        while (end < cursor.text.length()
                && (Cursor.isName(cursor.text.charAt(end)) || cursor.text.charAt(end) == ':')) {
            end++;
        }
        String name = cursor.text.substring(from, end);
        end += braces && end < cursor.text.length() && cursor.text.charAt(end) == '}' ? 1 : 0;
        cursor.at = Math.max(end, start + 1);
        String value = variables.get(key(name)).sure();
        if (value == null || name.isEmpty()) {
            chars.add(cursor.text, start, cursor.at, start);
            literal = false;
        } else {
            chars.standing(value, start);
        }
    }

    /** {@code $(…)}: its commands run, so the reader has to come back to it. */
    private void substitution() {
        int start = cursor.at;
        int last = Math.min(cursor.text.length(), start + LOOK_AHEAD);
        int open = 0;
        int end = start + 1;
        do {
            char c = cursor.text.charAt(end++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        } while (open > 0 && end < last);
        if (inner.size() < Budget.WORDS) {
            inner.add(new int[] {start + 2, open > 0 ? end : end - 1});
        }
        chars.add(cursor.text, start, end, start);
        literal = false;
        cursor.at = end;
    }

    /** Where commands stand in the words since the last time that this was asked. */
    List<int[]> takeInner() {
        List<int[]> taken = List.copyOf(inner);
        inner.clear();
        return taken;
    }

    /** Under which name a variable is kept: PowerShell's own are not the environment's, and their case does not matter. */
    static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("env:") ? name.substring(4) : "$" + lower;
    }
}
