package io.github.migratemaven.author;

import io.github.migratemaven.sql.SqlLexer;
import io.github.migratemaven.sql.SqlStatement;
import io.github.migratemaven.sql.SqlStatements;
import io.github.migratemaven.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments {@code -- migrate:renamed-from old_name} in the desired schema, above a column or above a {@code CREATE}: no
 * comparison can tell a rename from a drop and an add.
 */
final class RenameHints {
    private static final Pattern HINT = Pattern.compile("--\\s*migrate:renamed-from\\s+(" + SqlNames.NAME + ")\\s*");
    private static final Pattern CREATED = Pattern.compile(
            "CREATE (?:OR REPLACE )?(?:UNLOGGED |UNIQUE )?(TABLE|VIEW|MATERIALIZED VIEW|SEQUENCE|INDEX|TYPE|DOMAIN)"
                    + "(?: IF NOT EXISTS)? (" + SqlNames.NAME + ").*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private RenameHints() {}

    /**
     * One thing that has another name now.
     *
     * @param kind as SQL says it: {@code TABLE}, {@code COLUMN}, …
     * @param table the column's table, as written; empty for anything else
     * @param from as written, without a qualifier
     * @param to as written
     */
    record Hint(String kind, Optional<String> table, String from, String to) {}

    static List<Hint> in(String script) {
        List<Hint> hints = new ArrayList<>();
        List<Token> tokens = SqlLexer.lex(script);
        List<SqlStatement> statements = SqlStatements.split(script);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Matcher hint = HINT.matcher(token.text(script).strip());
            if (token.kind() == Token.Kind.LINE_COMMENT && hint.matches()) {
                next(tokens, i)
                        .ifPresent(next -> statements.stream()
                                .filter(s -> s.start() <= next.start() && next.end() <= s.end())
                                .findFirst()
                                .flatMap(s -> hint(s, next, script, hint.group(1)))
                                .ifPresent(hints::add));
            }
        }
        return hints;
    }

    private static Optional<Token> next(List<Token> tokens, int from) {
        return tokens.stream().skip(from + 1L).filter(Token::significant).findFirst();
    }

    private static Optional<Hint> hint(SqlStatement statement, Token next, String script, String from) {
        Matcher created = CREATED.matcher(statement.text().replaceAll("^(\\S+)\\s+", "$1 "));
        if (!created.matches()) {
            return Optional.empty();
        }
        String kind = created.group(1).toUpperCase(java.util.Locale.ROOT);
        if (next.start() == statement.start()) {
            return Optional.of(new Hint(kind, Optional.empty(), from, created.group(2)));
        }
        return kind.equals("TABLE") && next.identifier()
                ? Optional.of(new Hint("COLUMN", Optional.of(created.group(2)), from, next.text(script)))
                : Optional.empty();
    }
}
