package io.github.migratemaven.scan.files;

/**
 * String literals in single or double quotes of one line, in a program's text. Asked for places in their order it looks at each
 * character once. A quote that nothing closes in its line is none: an apostrophe in a comment, a pattern.
 */
final class StringLiterals {
    private final String text;
    private int at;
    /** The last literal met: its quotes. */
    private int open = -1;

    private int close = -1;
    /** Up to where there is no more closing quote of the kind. */
    private int noSingle;

    private int noDouble;

    StringLiterals(String text) {
        this.text = text;
    }

    /** Whether a place is inside of a literal; what an expression in it ({@code #{…}}) computes is not. */
    boolean holds(int place) {
        while (at <= place && at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c == '"' || c == '\'') {
                literal(c);
            } else {
                at++;
            }
        }
        return open < place && place < close && !computed(place);
    }

    private void literal(char quote) {
        int end = at < (quote == '"' ? noDouble : noSingle) ? -1 : end(quote);
        if (end < 0) {
            at++;
        } else {
            open = at;
            close = end;
            at = end + 1;
        }
    }

    private int end(char quote) {
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != '\n') {
            char c = text.charAt(i);
            if (c == quote) {
                return i;
            }
            i += c == '\\' ? 2 : 1;
        }
        if (quote == '"') {
            noDouble = i;
        } else {
            noSingle = i;
        }
        return -1;
    }

    private boolean computed(int place) {
        int brace = text.lastIndexOf("#{", place);
        return brace > open;
    }
}
