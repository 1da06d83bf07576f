package io.github.migratemaven.sql;

/**
 * One lexical element of a script. The tokens of a script follow each other without a gap, blanks and comments included.
 *
 * @param start where it starts, in {@code char}s of the script ({@link CodePoints} converts)
 * @param end where it ends, exclusive
 */
public record Token(Kind kind, int start, int end) {

    /** What a token is; the names follow PostgreSQL's manual, section 4.1 "Lexical Structure". */
    public enum Kind {
        WHITESPACE,
        LINE_COMMENT,
        /** Nested ones are part of the outermost. */
        BLOCK_COMMENT,
        /** A keyword or an unquoted identifier. */
        WORD,
        QUOTED_IDENTIFIER,
        /** {@code U&"…"}. */
        UNICODE_IDENTIFIER,
        /** Constants that go on after a line break ({@code 'a' ⏎ 'b'}) are one token, as for the server. */
        STRING,
        /** {@code E'…'}. */
        ESCAPE_STRING,
        /** {@code U&'…'}. */
        UNICODE_STRING,
        /** {@code B'…'} and {@code X'…'}. */
        BIT_STRING,
        /** {@code N'…'}. */
        NATIONAL_STRING,
        DOLLAR_STRING,
        NUMBER,
        /** {@code $1}. */
        PARAMETER,
        OPERATOR,
        /** {@code , ( ) [ ] . ; :} and {@code :: := ..}. */
        PUNCTUATION,
        /** A character that no SQL token starts with, such as a backslash. */
        UNKNOWN,
        /** A literal, quoted identifier or comment that the script never closes; it reaches to the script's end. */
        UNTERMINATED
    }

    /** Whether the parser would see it: neither blank nor comment. */
    public boolean significant() {
        return kind != Kind.WHITESPACE && kind != Kind.LINE_COMMENT && kind != Kind.BLOCK_COMMENT;
    }

    /** Whether it names something: a word or a quoted identifier. */
    public boolean identifier() {
        return kind == Kind.WORD || kind == Kind.QUOTED_IDENTIFIER || kind == Kind.UNICODE_IDENTIFIER;
    }

    public String text(String sql) {
        return sql.substring(start, end);
    }

    /**
     * Whether it is this keyword (unquoted, in any case) or this operator or punctuation.
     *
     * @param sql the script that the token is from
     */
    public boolean is(String sql, String word) {
        return (kind == Kind.WORD || kind == Kind.PUNCTUATION || kind == Kind.OPERATOR)
                && end - start == word.length()
                && sql.regionMatches(true, start, word, 0, word.length());
    }
}
