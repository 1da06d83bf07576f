package io.github.migratemaven.sql;

import io.github.migratemaven.sql.Token.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What a statement opens and never closes.
 *
 * @param offset where it is opened, in {@code char}s of the text
 * @param what what it is, for a message: {@code string}, {@code quoted identifier}, {@code comment}, {@code dollar-quoted
 *     string $body$}
 */
public record Unbalanced(int offset, String what) {

    /** Looks for a literal, quoted identifier or comment that reaches beyond the text; empty when all are closed. */
    public static Optional<Unbalanced> in(String sql) {
        if (!opensAnything(sql)) {
            return Optional.empty();
        }
        List<Token> tokens = SqlLexer.lex(sql);
        // Nothing can follow an unterminated token.
        return tokens.isEmpty() || tokens.get(tokens.size() - 1).kind() != Kind.UNTERMINATED
                ? Optional.empty()
                : Optional.of(of(sql, tokens.get(tokens.size() - 1).start()));
    }

    private static boolean opensAnything(String sql) {
        return sql.indexOf('\'') >= 0 || sql.indexOf('"') >= 0 || sql.indexOf('$') >= 0 || sql.contains("/*");
    }

    private static Unbalanced of(String sql, int start) {
        char c = sql.charAt(start);
        if (c == '/') {
            return new Unbalanced(start, "comment");
        }
        if (c == '$') {
            return new Unbalanced(
                    start, "dollar-quoted string " + sql.substring(start, sql.indexOf('$', start + 1) + 1));
        }
        // U&"…" keeps its quote behind the prefix.
        boolean identifier = c == '"' || sql.startsWith("&\"", start + 1);
        return new Unbalanced(start, identifier ? "quoted identifier" : "string");
    }
}
