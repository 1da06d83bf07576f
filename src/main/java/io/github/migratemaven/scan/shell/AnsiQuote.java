package io.github.migratemaven.scan.shell;

/** {@code $'…'} (bash manual, ANSI-C Quoting). */
final class AnsiQuote {
    private static final String LETTERS = "abeEfnrtv";
    private static final String MEANINGS = "\007\b\033\033\f\n\r\t\013";

    private AnsiQuote() {}

    /** From behind the opening quote to behind the closing one. */
    static void read(Cursor cursor, WordBuilder word) {
        word.text("", 0, 0, cursor.at, true);
        while (!cursor.ended()) {
            char c = cursor.text.charAt(cursor.at);
            if (c == '\'') {
                cursor.at++;
                return;
            }
            if (c == '\\' && cursor.peek(1) != Cursor.END) {
                escape(cursor, word);
            } else {
                word.text(c, cursor.at, true);
                cursor.at++;
            }
        }
    }

    private static void escape(Cursor cursor, WordBuilder word) {
        int at = cursor.at;
        char next = cursor.text.charAt(at + 1);
        int letter = LETTERS.indexOf(next);
        if (letter >= 0) {
            word.text(MEANINGS.charAt(letter), at, true);
            cursor.at += 2;
        } else if (next == 'x' || next == 'u' || next == 'U') {
            number(cursor, word, at + 2, next == 'x' ? 2 : next == 'u' ? 4 : 8, 16);
        } else if (Character.digit(next, 8) >= 0) {
            number(cursor, word, at + 1, 3, 8);
        } else {
            word.text(next, at, true);
            cursor.at += 2;
        }
    }

    private static void number(Cursor cursor, WordBuilder word, int from, int most, int radix) {
        int at = cursor.at;
        int end = from;
        long value = 0;
        while (end < from + most
                && end < cursor.text.length()
                && cursor.text.charAt(end) < 128
                && Character.digit(cursor.text.charAt(end), radix) >= 0) {
            value = value * radix + Character.digit(cursor.text.charAt(end), radix);
            end++;
        }
        // A character outside the basic plane is nothing that a command is called.
        word.text(end == from || value > Character.MAX_VALUE ? '?' : (char) value, at, true);
        cursor.at = Math.max(end, at + 2);
    }
}
