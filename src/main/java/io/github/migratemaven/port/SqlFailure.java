package io.github.migratemaven.port;

import java.util.Optional;

/**
 * The server refused a statement.
 *
 * <p>Retryable ones (55P03 lock timeout, 40P01 deadlock) are told apart by their SQLSTATE.
 */
public final class SqlFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sqlState;
    private final String detail;
    private final String hint;
    private final int statement;
    private final int offset;
    private final boolean partial;

    /**
     * @param message the server's primary message, without SQLSTATE or position
     * @param sqlState five characters; {@code 08006} and the like for a lost connection
     * @param detail the server's detail; null without one
     * @param hint the server's hint; null without one
     * @param statement 0-based index of the failing statement in the batch that was sent; -1 = not one of the caller's
     * @param offset 0-based offset of the error in that statement, in characters; -1 = not told
     */
    public SqlFailure(
            String message, String sqlState, String detail, String hint, int statement, int offset, Throwable cause) {
        this(message, sqlState, detail, hint, statement, offset, false, cause);
    }

    private SqlFailure(
            String message,
            String sqlState,
            String detail,
            String hint,
            int statement,
            int offset,
            boolean partial,
            Throwable cause) {
        super(message, cause);
        this.sqlState = sqlState == null ? "" : sqlState;
        this.detail = detail;
        this.hint = hint;
        this.statement = statement;
        this.offset = offset;
        this.partial = partial;
    }

    /** The same, of a statement that had committed something before it failed. */
    public SqlFailure afterCommit() {
        return new SqlFailure(getMessage(), sqlState, detail, hint, statement, offset, true, getCause());
    }

    public String sqlState() {
        return sqlState;
    }

    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    public int statement() {
        return statement;
    }

    public int offset() {
        return offset;
    }

    /** Whether a part of it stays: a block or procedure that commits was refused behind a COMMIT. */
    public boolean partial() {
        return partial;
    }

    /** Whether the whole changeset may be tried again: it waited too long for a lock or was a deadlock's victim. */
    public boolean retryable() {
        return sqlState.equals("55P03") || sqlState.equals("40P01");
    }

    /** Whether the connection is gone: class 08, the server is shutting down, or it ended an idle or old transaction. */
    public boolean connectionLost() {
        return sqlState.startsWith("08")
                || sqlState.startsWith("57P0")
                || sqlState.equals("25P03")
                || sqlState.equals("25P04");
    }
}
