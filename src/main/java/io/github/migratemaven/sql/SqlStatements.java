package io.github.migratemaven.sql;

import java.util.ArrayList;
import java.util.List;

/** Splits a script into its statements where the server would: at semicolons outside literals, comments, brackets and bodies. */
public final class SqlStatements {
    private SqlStatements() {}

    /**
     * The statements in order. Empty ones and comments alone are left out; a text that never closes what it opens is one
     * statement to its end, for the server to complain about.
     */
    public static List<SqlStatement> split(String sql) {
        List<SqlStatement> statements = new ArrayList<>();
        RoutineBody body = new RoutineBody(sql);
        Token first = null;
        Token last = null;
        int depth = 0;
        for (Token token : SqlLexer.lex(sql)) {
            if (!token.significant()) {
                continue;
            }
            if (depth == 0 && !body.open() && token.is(sql, ";")) {
                add(statements, sql, first, last);
                first = null;
                body = new RoutineBody(sql);
                continue;
            }
            if (token.is(sql, "(") || token.is(sql, "[")) {
                depth++;
            } else if (token.is(sql, ")") || token.is(sql, "]")) {
                depth = Math.max(0, depth - 1);
            }
            body.read(token);
            first = first == null ? token : first;
            last = token;
        }
        add(statements, sql, first, last);
        return statements;
    }

    private static void add(List<SqlStatement> statements, String sql, Token first, Token last) {
        if (first != null) {
            statements.add(new SqlStatement(sql.substring(first.start(), last.end()), first.start(), last.end()));
        }
    }
}
