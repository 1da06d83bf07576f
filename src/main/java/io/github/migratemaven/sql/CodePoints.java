package io.github.migratemaven.sql;

/**
 * Converts between Java's offsets and the server's: PostgreSQL counts characters (code points), Java counts UTF-16 units,
 * and they differ after the first emoji.
 */
public final class CodePoints {
    private CodePoints() {}

    /** From an offset in {@code char}s to one in code points, both 0-based; an offset beyond the text counts to its end. */
    public static int fromChars(String text, int offset) {
        return text.codePointCount(0, Math.min(offset, text.length()));
    }

    /** From an offset in code points to one in {@code char}s, both 0-based; an offset beyond the text is its length. */
    public static int toChars(String text, int codePoints) {
        return text.length() <= codePoints || text.codePointCount(0, text.length()) <= codePoints
                ? text.length()
                : text.offsetByCodePoints(0, codePoints);
    }
}
