package io.github.migratemaven.sql;

import java.util.function.IntPredicate;

/** The character classes of PostgreSQL's scanner; -1 (the end of the text) belongs to none. */
final class Characters {
    private Characters() {}

    /** Vertical tab counts since PostgreSQL 16; before it is a syntax error anyway. */
    static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == 0x0B;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The server takes every byte above 127 as a letter, and so a no-break space too. */
    static boolean startsIdentifier(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    static boolean continuesIdentifier(int c) {
        return startsIdentifier(c) || isDigit(c) || c == '$';
    }

    static boolean isOperator(int c) {
        return c > 0 && "~!@#^&|`?+-*/%<>=".indexOf(c) >= 0;
    }

    /** The first index from {@code from} whose character doesn't match, or the text's length. */
    static int skip(String text, int from, IntPredicate matches) {
        int i = from;
        while (i < text.length() && matches.test(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
