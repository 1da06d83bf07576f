package io.github.migratemaven.author;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.sql.SqlLexer;
import io.github.migratemaven.sql.SqlStatement;
import io.github.migratemaven.sql.SqlStatements;
import io.github.migratemaven.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments {@code -- migrate:renamed-from old_name} in the desired schema, above a column or above a {@code CREATE}: no
 * comparison can tell a rename from a drop and an add. A word behind the name says that it is to happen in steps.
 */
final class RenameHints {
    private static final Pattern HINT =
            Pattern.compile("--\\s*migrate:renamed-from\\s+(" + SqlNames.NAME + ")(?:\\s+(expand|contract))?\\s*");
    private static final Pattern MEANT = Pattern.compile("--\\s*migrate:renamed?-?from\\b.*");
    private static final Pattern CREATED = Pattern.compile(
            "CREATE (?:OR REPLACE )?(?:UNLOGGED |UNIQUE )?(TABLE|VIEW|MATERIALIZED VIEW|SEQUENCE|INDEX|TYPE|DOMAIN)"
                    + "(?: IF NOT EXISTS)? (" + SqlNames.NAME + ").*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private RenameHints() {}

    /** How it is to get its new name. */
    enum Way {
        /** By a rename: the old name is gone. */
        AT_ONCE,
        /** Both names, until the word is changed. */
        EXPAND,
        /** The end of that. */
        CONTRACT
    }

    /**
     * One thing that has another name now.
     *
     * @param kind as SQL says it: {@code TABLE}, {@code COLUMN}, …
     * @param table the column's table, as written; empty for anything else
     * @param from as written, without a qualifier
     * @param to as written
     */
    record Hint(String kind, Optional<String> table, String from, String to, Way way) {}

    static List<Hint> in(String script) {
        List<Hint> hints = new ArrayList<>();
        List<Token> tokens = SqlLexer.lex(script);
        List<SqlStatement> statements = SqlStatements.split(script);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Matcher hint = HINT.matcher(token.text(script).strip());
            if (token.kind() != Token.Kind.LINE_COMMENT) {
                continue;
            }
            boolean meant =
                    hint.matches() || MEANT.matcher(token.text(script).strip()).matches();
            // Behind a column it would be taken for the next one's.
            if (meant && !(hint.matches() && beginsLine(script, token.start()))) {
                throw unclear(token.text(script).strip());
            }
            if (hint.matches()) {
                next(tokens, i)
                        .ifPresent(next -> statements.stream()
                                .filter(s -> s.start() <= next.start() && next.end() <= s.end())
                                .findFirst()
                                .flatMap(s -> hint(s, next, script, hint))
                                .ifPresent(hints::add));
            }
        }
        return hints;
    }

    private static boolean beginsLine(String script, int start) {
        return script.substring(script.lastIndexOf('\n', start) + 1, start).isBlank();
    }

    private static Optional<Token> next(List<Token> tokens, int from) {
        return tokens.stream().skip(from + 1L).filter(Token::significant).findFirst();
    }

    private static Optional<Hint> hint(SqlStatement statement, Token next, String script, Matcher comment) {
        String from = comment.group(1);
        Matcher created = CREATED.matcher(statement.text().replaceAll("^(\\S+)\\s+", "$1 "));
        if (!created.matches()) {
            return Optional.empty();
        }
        String kind = created.group(1).toUpperCase(Locale.ROOT);
        if (next.start() == statement.start()) {
            return Optional.of(new Hint(kind, Optional.empty(), from, created.group(2), way(comment)));
        }
        return kind.equals("TABLE") && next.identifier()
                ? Optional.of(new Hint("COLUMN", Optional.of(created.group(2)), from, next.text(script), way(comment)))
                : Optional.empty();
    }

    private static Way way(Matcher comment) {
        return comment.group(2) == null
                ? Way.AT_ONCE
                : Way.valueOf(comment.group(2).toUpperCase(Locale.ROOT));
    }

    private static MigrateException unclear(String comment) {
        return new MigrateException(Failure.InvalidInput.of(
                "rename-hint-unclear",
                "the hint \"" + comment + "\" is not understood",
                "Write -- migrate:renamed-from old_name, or with one of the words expand and contract behind it, on a line of"
                        + " its own above the column or the CREATE."));
    }
}
