package io.github.migratemaven.sql;

/**
 * Follows one statement and knows whether it stands inside an SQL-standard body, {@code CREATE FUNCTION … BEGIN ATOMIC …; END}
 * (PostgreSQL 14 and newer): semicolons there belong to the body. {@code CASE … END} nests in it.
 */
final class RoutineBody {
    private final String sql;
    private Head head = Head.START;
    private Token previous;
    private int depth;

    RoutineBody(String sql) {
        this.sql = sql;
    }

    boolean open() {
        return depth > 0;
    }

    /** @param token the next token of the statement that is neither blank nor comment */
    void read(Token token) {
        if (head == Head.ROUTINE) {
            body(token);
        } else if (head != Head.OTHER) {
            head = head.next(token, sql);
        }
        previous = token;
    }

    private void body(Token token) {
        // CASE and END may be column labels or fields: "AS end", "t.case".
        if (previous.is(sql, "AS") || previous.is(sql, ".")) {
            return;
        }
        if (depth == 0) {
            depth = token.is(sql, "ATOMIC") && previous.is(sql, "BEGIN") ? 1 : 0;
        } else if (token.is(sql, "CASE")) {
            depth++;
        } else if (token.is(sql, "END")) {
            depth--;
        }
    }

    /** How much of {@code CREATE [OR REPLACE] FUNCTION | PROCEDURE} has been read. */
    private enum Head {
        START,
        CREATE,
        OR,
        REPLACE,
        ROUTINE,
        OTHER;

        Head next(Token token, String sql) {
            if (this == START) {
                return token.is(sql, "CREATE") ? CREATE : OTHER;
            }
            if (this == OR) {
                return token.is(sql, "REPLACE") ? REPLACE : OTHER;
            }
            if (this == CREATE && token.is(sql, "OR")) {
                return OR;
            }
            return token.is(sql, "FUNCTION") || token.is(sql, "PROCEDURE") ? ROUTINE : OTHER;
        }
    }
}
