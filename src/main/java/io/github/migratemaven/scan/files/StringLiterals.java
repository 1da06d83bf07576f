package io.github.migratemaven.scan.files;

/**
 * String literals in single or double quotes of one line, in a program's text. Asked for places in their order it looks at each
 * character once. A quote that nothing closes in its line is none: an apostrophe in a comment, a pattern.
 */
final class StringLiterals {
    private static final int LONGEST_EXPRESSION = 200;

    private final String text;
    private int at;
    /** The last literal met: its quotes. */
    private int open = -1;

    private int close = -1;
    /** Up to where there is no more closing quote of the kind. */
    private int noSingle;

    private int noDouble;
    private int noSlash;
    /** Whether it stands in a template string, and whether in an expression of one: that is code again. */
    private boolean template;

    private boolean expression;

    StringLiterals(String text) {
        this.text = text;
    }

    /** Whether a place is inside of a literal; what an expression in it ({@code #{…}}) computes is not. */
    boolean holds(int place) {
        while (at <= place && at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (template && text.startsWith("${", at) || !template && expression && c == '}') {
                expression = template;
                template = !template;
                at++;
            } else if (c == '`') {
                expression = false;
                template = !template;
                at++;
            } else if (template) {
                at++;
            } else if (c == '"' || c == '\'') {
                literal(c);
            } else if (c == '/') {
                slash();
            } else {
                at++;
            }
        }
        return open < place && place < close && !computed(place);
    }

    /** A comment or a pattern: quotes in it open nothing. */
    private void slash() {
        int before = at - 1;
        while (before >= 0 && at - before < 50 && text.charAt(before) == ' ') {
            before--;
        }
        boolean comment = text.startsWith("//", at);
        if (!comment && (at < noSlash || before < 0 || "(,=:[!&|?{};".indexOf(text.charAt(before)) < 0)) {
            at++;
            return;
        }
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != '\n' && (comment || text.charAt(i) != '/')) {
            i += text.charAt(i) == '\\' && !comment ? 2 : 1;
        }
        if (i < text.length() && (comment || text.charAt(i) == '/')) {
            at = i + 1;
        } else {
            // A slash that nothing closes in its line begins no pattern.
            noSlash = i;
            at++;
        }
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
        for (int i = place - 1; i > open && place - i < LONGEST_EXPRESSION; i--) {
            if (text.startsWith("#{", i)) {
                return true;
            }
        }
        return false;
    }
}
