package io.github.migratemaven.liquibase;

import io.github.migratemaven.sql.SqlLexer;
import io.github.migratemaven.sql.Token;

/** PostgreSQL's operators with a question mark ({@code jsonb ? text}), which JDBC takes for a parameter. */
final class QuestionMarks {
    private QuestionMarks() {}

    /**
     * For stock Liquibase they must be doubled, as pgjdbc reads them; no parameter exists here, so that both spellings mean the
     * operator.
     */
    static String undoubled(String sql) {
        if (!sql.contains("??")) {
            return sql;
        }
        StringBuilder text = new StringBuilder();
        for (Token token : SqlLexer.lex(sql)) {
            String part = token.text(sql);
            text.append(token.kind() == Token.Kind.OPERATOR ? part.replace("??", "?") : part);
        }
        return text.toString();
    }
}
