package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.StatementRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.Driver;

/** Runs statements over the simple query protocol, each text as it is. */
public final class ScratchStatements implements StatementRunner {
    private static final String SAVEPOINT = "SAVEPOINT trial;\n";

    @Override
    public void runEach(Target database, List<String> statements) throws SqlFailure {
        try (Connection connection = open(database)) {
            SimpleQuery server = begin(connection, database, "");
            for (int i = 0; i < statements.size(); i++) {
                check(server.send(statements.get(i)), i, 0);
            }
        } catch (SQLException e) {
            throw SimpleQuery.failure(e, -1, 0);
        }
    }

    @Override
    public void runTogether(Target database, List<String> statements) throws SqlFailure {
        try (Connection connection = open(database)) {
            SimpleQuery server = begin(connection, database, "BEGIN;\n");
            for (int i = 0; i < statements.size(); i++) {
                check(server.send(statements.get(i)), i, 0);
            }
            check(server.send("COMMIT"), -1, 0);
        } catch (SQLException e) {
            throw SimpleQuery.failure(e, -1, 0);
        }
    }

    @Override
    public List<Integer> runInAnyOrder(Target database, List<String> statements) throws SqlFailure {
        List<Integer> order = new ArrayList<>();
        try (Connection connection = open(database)) {
            SimpleQuery server = begin(connection, database, "BEGIN;\n");
            List<Integer> waiting = new ArrayList<>();
            for (int i = 0; i < statements.size(); i++) {
                waiting.add(i);
                int before;
                do {
                    before = order.size();
                    // The oldest first, and only one: what it was waiting for may be what the next undoes.
                    firstThatRuns(server, statements, waiting, order);
                } while (order.size() > before && !waiting.isEmpty());
            }
            if (!waiting.isEmpty()) {
                int first = waiting.get(0);
                check(server.send(SAVEPOINT + statements.get(first)), first, SAVEPOINT.length());
            }
            check(server.send("COMMIT"), -1, 0);
        } catch (SQLException e) {
            throw SimpleQuery.failure(e, -1, 0);
        }
        return order;
    }

    private static void firstThatRuns(
            SimpleQuery server, List<String> statements, List<Integer> waiting, List<Integer> order) throws SqlFailure {
        for (Integer next : waiting) {
            if (server.send(SAVEPOINT + statements.get(next)).error() == null) {
                check(server.send("RELEASE SAVEPOINT trial"), next, 0);
                waiting.remove(next);
                order.add(next);
                return;
            }
            check(server.send("ROLLBACK TO SAVEPOINT trial; RELEASE SAVEPOINT trial"), next, 0);
        }
    }

    private static SimpleQuery begin(Connection connection, Target database, String begin)
            throws SQLException, SqlFailure {
        SimpleQuery server = new SimpleQuery(connection);
        String path = database.schema()
                .map(schema -> "SELECT set_config('search_path', " + SearchPath.withFirst(schema) + ", false);\n")
                .orElse("");
        String settings = path + begin;
        if (!settings.isEmpty()) {
            server.run(settings);
        }
        return server;
    }

    /** @param start where the statement starts in what was sent */
    private static void check(SimpleQuery.Reply reply, int statement, int start) throws SqlFailure {
        if (reply.error() != null) {
            throw SimpleQuery.failure(reply.error(), statement, start);
        }
    }

    private static Connection open(Target database) {
        DriverSettings settings = DriverSettings.of(database, "migrate-maven-plugin scratch");
        try {
            return new Driver().connect(settings.url(), settings.properties());
        } catch (SQLException e) {
            throw ConnectFailures.of(database, e);
        }
    }
}
