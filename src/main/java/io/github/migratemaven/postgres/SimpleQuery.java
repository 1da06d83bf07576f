package io.github.migratemaven.postgres;

import io.github.migratemaven.port.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.TransactionState;
import org.postgresql.core.Tuple;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * One message of the simple query protocol: many statements, one round trip, split by the server itself.
 *
 * <p>pgjdbc's {@code Statement} would cut the text at semicolons with a parser of its own and, in a batch, fetch only the
 * first row of a {@code SELECT}; both could change what a migration does. Its query executor sends the text as it is
 * (docs/decisions/003).
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-flow.html">PostgreSQL manual, "Message Flow"</a>
 */
final class SimpleQuery {
    private static final int FLAGS = QueryExecutor.QUERY_EXECUTE_AS_SIMPLE | QueryExecutor.QUERY_SUPPRESS_BEGIN;

    private final BaseConnection connection;
    private StepWatch watch;

    SimpleQuery(Connection connection) throws SQLException {
        this.connection = connection.unwrap(BaseConnection.class);
    }

    /**
     * What the server answered to one statement.
     *
     * @param count of the rows it returned or changed; -1 where the statement has none
     * @param tag the server's word for what was done, {@code COMMIT} for example; empty where rows came back
     */
    record Answer(List<List<String>> rows, long count, String tag) {}

    /** How far a message got: the answers so far, and the server's refusal if there was one. */
    record Reply(List<Answer> answers, SQLException error) {}

    Reply send(String text) {
        return send(text, notice -> {});
    }

    /** @param notices told of every message of the server while the text still runs */
    Reply send(String text, Consumer<String> notices) {
        Collector collector = new Collector(notices);
        Query query = connection.getQueryExecutor().wrap(List.of(new NativeQuery(text, SqlCommand.BLANK)));
        try {
            connection.getQueryExecutor().execute(query, null, collector, 0, 0, FLAGS);
            return new Reply(collector.answers, null);
        } catch (SQLException e) {
            return new Reply(collector.answers, e);
        }
    }

    void watchedBy(StepWatch watch) {
        this.watch = watch;
    }

    /**
     * The same for a text that may take its time: it is watched meanwhile.
     *
     * @param subject what runs, for messages
     */
    Reply sendWatched(String text, StepWatch.Subject subject) {
        if (watch == null) {
            return send(text);
        }
        watch.begins(subject);
        try {
            return send(text);
        } finally {
            watch.ends();
        }
    }

    /**
     * Tells the driver what it cannot see: that a text of ours began a transaction, or ended it. Until then it takes itself to
     * be in auto-commit, where it refuses large objects.
     */
    void inTransaction(boolean open) throws SqlFailure {
        try {
            connection.setAutoCommit(!open);
        } catch (SQLException e) {
            throw failure(e, -1, 0);
        }
    }

    /** After an error in a transaction that a statement began itself, nothing more can be said until it ends. */
    void endFailedTransaction() {
        if (connection.getTransactionState() == TransactionState.FAILED) {
            send("ROLLBACK");
        }
    }

    /** Runs a text that is all ours; any error is the caller's {@link SqlFailure}. */
    List<Answer> run(String text) throws SqlFailure {
        Reply reply = send(text);
        if (reply.error != null) {
            throw failure(reply.error, -1, 0);
        }
        return reply.answers;
    }

    /**
     * @param statement index to report
     * @param start where that statement starts in the text that was sent, in characters
     */
    static SqlFailure failure(SQLException error, int statement, int start) {
        ServerErrorMessage server = error instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (server == null) {
            return new SqlFailure(error.getMessage(), error.getSQLState(), null, null, statement, -1, error);
        }
        int offset = server.getPosition() > 0 ? server.getPosition() - 1 - start : -1;
        String message = server.getMessage();
        if (server.getWhere() != null) {
            message += " (" + server.getWhere().strip().replace('\n', ' ') + ")";
        }
        return new SqlFailure(
                message, server.getSQLState(), server.getDetail(), server.getHint(), statement, offset, error);
    }

    private static final class Collector extends ResultHandlerBase {
        private final List<Answer> answers = new ArrayList<>();
        private final Consumer<String> notices;

        Collector(Consumer<String> notices) {
            this.notices = notices;
        }

        @Override
        public void handleResultRows(Query from, Field[] fields, List<Tuple> tuples, ResultCursor cursor) {
            List<List<String>> rows = new ArrayList<>();
            for (Tuple tuple : tuples) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < tuple.fieldCount(); i++) {
                    byte[] value = tuple.get(i);
                    row.add(value == null ? null : new String(value, java.nio.charset.StandardCharsets.UTF_8));
                }
                rows.add(row);
            }
            answers.add(new Answer(rows, rows.size(), ""));
        }

        @Override
        public void handleCommandStatus(String status, long updateCount, long insertOid) {
            boolean counts = status.startsWith("INSERT")
                    || status.startsWith("UPDATE")
                    || status.startsWith("DELETE")
                    || status.startsWith("MERGE")
                    || status.startsWith("COPY");
            answers.add(new Answer(List.of(), counts ? updateCount : -1, status));
        }

        @Override
        public void handleWarning(SQLWarning warning) {
            // NOTICEs of migrations are not ours to judge.
            notices.accept(String.valueOf(warning.getMessage()));
        }
    }
}
