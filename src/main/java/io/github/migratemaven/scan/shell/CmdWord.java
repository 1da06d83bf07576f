package io.github.migratemaven.scan.shell;

import java.util.List;
import java.util.Locale;

/** Reads one word of a batch file: quotes, {@code ^} and {@code %X%}. */
final class CmdWord {
    private final Cursor cursor;
    private final Variables variables;
    private Chars chars = new Chars();
    private boolean literal = true;
    private boolean begun;
    private int start;

    CmdWord(Cursor cursor, Variables variables) {
        this.cursor = cursor;
        this.variables = variables;
    }

    /** One field, or several where a variable holds blanks. */
    void read(List<Field> into) {
        start = cursor.at;
        boolean quoted = false;
        while (!cursor.ended()) {
            char c = (char) cursor.peek();
            if (c == '\n' || !quoted && (Cursor.isBlank(c) || CmdReader.isMeta(c) || c == '>' || c == '<')) {
                break;
            }
            if (c == '"') {
                quoted = !quoted;
                begun = true;
                cursor.at++;
            } else if (c == '^' && !quoted) {
                cursor.at++;
                if (cursor.peek() == '\r' && cursor.peek(1) == '\n' || cursor.peek() == '\n') {
                    cursor.at--;
                    break;
                }
                if (!cursor.ended()) {
                    add((char) cursor.peek());
                }
            } else if (c == '%') {
                variable(quoted, into);
            } else if (c == '\r') {
                cursor.at++;
            } else {
                add(c);
            }
        }
        // 2> is a redirection, not a word.
        begun &= cursor.peek() != '>'
                || chars.length() != 1
                || !Character.isDigit(chars.text().charAt(0));
        flush(into);
    }

    private void add(char c) {
        chars.add(c, cursor.at++);
        begun = true;
    }

    private void flush(List<Field> into) {
        if (begun) {
            into.add(new Field(chars, chars.text(), null, literal, literal, start, cursor.at));
        }
        chars = new Chars();
        literal = true;
        begun = false;
    }

    private void variable(boolean quoted, List<Field> into) {
        int from = cursor.at + 1;
        int end = cursor.nameEnd(from);
        boolean named = end > from && end < cursor.text.length() && cursor.text.charAt(end) == '%';
        String value = named
                ? variables
                        .get(cursor.text.substring(from, end).toUpperCase(Locale.ROOT))
                        .sure()
                : null;
        if (value == null) {
            add('%');
            literal = false;
            return;
        }
        int at = cursor.at;
        cursor.at = end + 1;
        String[] parts = quoted ? new String[] {value} : value.split("\\s+");
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                flush(into);
            }
            chars.standing(parts[i], at);
            begun |= !parts[i].isEmpty();
        }
    }
}
