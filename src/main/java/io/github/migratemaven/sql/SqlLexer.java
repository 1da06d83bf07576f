package io.github.migratemaven.sql;

import io.github.migratemaven.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a script into PostgreSQL's tokens by the rules of the server's own scanner (PostgreSQL 18, {@code scan.l}; {@code
 * standard_conforming_strings} on). It reads any text, in linear time, and never throws: what is never closed comes out as
 * {@link Kind#UNTERMINATED}. psql's own commands and variables are not SQL and get no special treatment.
 */
public final class SqlLexer {
    private static final int END = -1;

    private final String sql;
    private final OperatorRun operators;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private SqlLexer(String sql) {
        this.sql = sql;
        this.operators = new OperatorRun(sql);
    }

    /** All tokens of the script, in order, without a gap: their texts joined are the script. */
    public static List<Token> lex(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        while (lexer.at < sql.length()) {
            int start = lexer.at;
            Kind kind = lexer.next();
            lexer.tokens.add(new Token(kind, start, lexer.at));
        }
        return lexer.tokens;
    }

    private Kind next() {
        int c = peek(0);
        if (Characters.isSpace(c)) {
            at = Characters.skip(sql, at, Characters::isSpace);
            return Kind.WHITESPACE;
        }
        if (c == '-' && peek(1) == '-') {
            at = endOfLine(at);
            return Kind.LINE_COMMENT;
        }
        if (c == '/' && peek(1) == '*') {
            return blockComment();
        }
        if (c == '\'') {
            return string(at, false, Kind.STRING);
        }
        if (c == '"') {
            return identifier(at, Kind.QUOTED_IDENTIFIER);
        }
        if (Characters.startsIdentifier(c)) {
            return wordOrPrefixed(c);
        }
        if (Characters.isDigit(c) || c == '.' && Characters.isDigit(peek(1))) {
            at = NumberLiteral.end(sql, at);
            return Kind.NUMBER;
        }
        if (c == '$') {
            return dollar();
        }
        if (Characters.isOperator(c)) {
            at = operators.end(at);
            return Kind.OPERATOR;
        }
        return punctuation(c);
    }

    private int peek(int ahead) {
        return at + ahead < sql.length() ? sql.charAt(at + ahead) : END;
    }

    private int endOfLine(int from) {
        return Characters.skip(sql, from, c -> c != '\n' && c != '\r');
    }

    private Kind unterminated() {
        at = sql.length();
        return Kind.UNTERMINATED;
    }

    private Kind blockComment() {
        int depth = 1;
        for (int i = at + 2; i + 1 < sql.length(); i++) {
            char c = sql.charAt(i);
            char following = sql.charAt(i + 1);
            if (c == '/' && following == '*') {
                depth++;
                i++;
            } else if (c == '*' && following == '/') {
                depth--;
                i++;
                if (depth == 0) {
                    at = i + 1;
                    return Kind.BLOCK_COMMENT;
                }
            }
        }
        return unterminated();
    }

    private Kind wordOrPrefixed(int c) {
        int following = peek(1);
        if (following == '\'') {
            switch (c | 0x20) {
                case 'e':
                    return string(at + 1, true, Kind.ESCAPE_STRING);
                case 'b', 'x':
                    return string(at + 1, false, Kind.BIT_STRING);
                case 'n':
                    return string(at + 1, false, Kind.NATIONAL_STRING);
                default:
                    break;
            }
        }
        if ((c | 0x20) == 'u' && following == '&') {
            if (peek(2) == '\'') {
                return string(at + 2, false, Kind.UNICODE_STRING);
            }
            if (peek(2) == '"') {
                return identifier(at + 2, Kind.UNICODE_IDENTIFIER);
            }
        }
        at = Characters.skip(sql, at, Characters::continuesIdentifier);
        return Kind.WORD;
    }

    /** A quoted constant with all its continuation lines. */
    private Kind string(int openingQuote, boolean backslashEscapes, Kind kind) {
        int inside = openingQuote + 1;
        while (true) {
            int closed = endOfQuoted(inside, '\'', backslashEscapes);
            if (closed == END) {
                return unterminated();
            }
            inside = continuation(closed);
            if (inside == END) {
                at = closed;
                return kind;
            }
        }
    }

    private Kind identifier(int openingQuote, Kind kind) {
        int closed = endOfQuoted(openingQuote + 1, '"', false);
        if (closed == END) {
            return unterminated();
        }
        at = closed;
        return kind;
    }

    private int endOfQuoted(int from, char quote, boolean backslashEscapes) {
        for (int i = from; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\\' && backslashEscapes) {
                i++;
            } else if (c == quote) {
                if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return END;
    }

    /**
     * The SQL standard's continuation: a constant goes on in the next quotes if only blanks, line comments and at least one
     * line break stand between. Matters for more than beauty: {@code E'a' ⏎ '\''} keeps its escapes.
     */
    private int continuation(int from) {
        boolean lineBreak = false;
        int i = from;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (Characters.isSpace(c)) {
                lineBreak |= c == '\n' || c == '\r';
                i++;
            } else if (c == '-' && i + 1 < sql.length() && sql.charAt(i + 1) == '-') {
                i = endOfLine(i);
            } else {
                return c == '\'' && lineBreak ? i + 1 : END;
            }
        }
        return END;
    }

    private Kind dollar() {
        if (Characters.isDigit(peek(1))) {
            at = Characters.skip(sql, at + 1, Characters::isDigit);
            return Kind.PARAMETER;
        }
        int tagEnd = Characters.startsIdentifier(peek(1))
                ? Characters.skip(sql, at + 1, c -> c != '$' && Characters.continuesIdentifier(c))
                : at + 1;
        if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$') {
            at++;
            return Kind.UNKNOWN;
        }
        String delimiter = sql.substring(at, tagEnd + 1);
        int close = sql.indexOf(delimiter, tagEnd + 1);
        if (close < 0) {
            return unterminated();
        }
        at = close + delimiter.length();
        return Kind.DOLLAR_STRING;
    }

    private Kind punctuation(int c) {
        boolean pair = c == ':' && (peek(1) == ':' || peek(1) == '=') || c == '.' && peek(1) == '.';
        at += pair ? 2 : 1;
        return ",()[].;:".indexOf(c) >= 0 ? Kind.PUNCTUATION : Kind.UNKNOWN;
    }
}
