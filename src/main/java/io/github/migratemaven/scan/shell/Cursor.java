package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;

/** Where a reader stands in a text. */
final class Cursor {
    static final int END = -1;

    final Source source;
    final String text;
    int at;
    int depth;
    /** The line break after which heredoc bodies stand, and where they end; the break leads there. */
    int heredocLine = -1;

    int heredocEnd;

    Cursor(Source source, int depth) {
        this.source = source;
        this.text = source.text();
        this.depth = depth;
    }

    boolean ended() {
        return at >= text.length();
    }

    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    /** Past one character, whatever it is; not past the end. */
    void skip() {
        at += ended() ? 0 : 1;
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, at);
    }

    boolean take(String expected) {
        if (looksAt(expected)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    /** Blanks and continued lines, not line breaks. */
    void skipBlanks() {
        while (true) {
            int c = peek();
            if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == 0x0B || c == 0xA0 || c == 0xFEFF) {
                at++;
            } else if (!skipContinuation()) {
                return;
            }
        }
    }

    /** A backslash at the end of a line. */
    boolean skipContinuation() {
        if (peek() == '\\' && (peek(1) == '\n' || peek(1) == '\r' && peek(2) == '\n')) {
            at += peek(1) == '\n' ? 2 : 3;
            return true;
        }
        return false;
    }

    /** A line break, and the heredoc bodies behind it. */
    boolean takeLineBreak() {
        if (peek() != '\n') {
            return false;
        }
        at = at == heredocLine ? heredocEnd : at + 1;
        return true;
    }

    /** Blanks, line breaks and comments. */
    void skipLines() {
        while (true) {
            skipBlanks();
            if (peek() == '#') {
                skipComment();
            } else if (!takeLineBreak()) {
                return;
            }
        }
    }

    /** Up to the line's end. */
    void skipComment() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == END;
    }

    static boolean isName(int c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    static boolean startsName(int c) {
        return isName(c) && !(c >= '0' && c <= '9');
    }

    /** The end of a name that begins at an index; the index itself if none does. */
    int nameEnd(int from) {
        int end = from;
        if (end < text.length() && startsName(text.charAt(end))) {
            while (end < text.length() && isName(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }
}
