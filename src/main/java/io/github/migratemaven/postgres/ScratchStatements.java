package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.StatementRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

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
    public Trial runInAnyOrder(Target database, List<String> statements) throws SqlFailure {
        return inAnyOrder(database, statements, "COMMIT");
    }

    @Override
    public Trial tryInAnyOrder(Target database, List<String> statements) throws SqlFailure {
        return inAnyOrder(database, statements, "SET CONSTRAINTS ALL IMMEDIATE; ROLLBACK");
    }

    private static Trial inAnyOrder(Target database, List<String> statements, String end) throws SqlFailure {
        List<Integer> order = new ArrayList<>();
        Map<Integer, SqlFailure> waiting = new TreeMap<>();
        try (Connection connection = open(database)) {
            SimpleQuery server = begin(connection, database, "BEGIN;\n");
            for (int i = 0; i < statements.size(); i++) {
                // The oldest first, and one at a time: what it was waiting for may be what a later one undoes.
                for (Integer ran = runs(server, statements, i, waiting) ? i : null; ran != null; ) {
                    waiting.remove(ran);
                    order.add(ran);
                    ran = firstThatRuns(server, statements, waiting);
                }
            }
            check(server.send(end), -1, 0);
        } catch (SQLException e) {
            throw SimpleQuery.failure(e, -1, 0);
        }
        return new Trial(order, waiting);
    }

    /** What is looked at while statements have run and are not committed. */
    public interface Look<T> {
        /** @param connection in the transaction */
        T at(Connection connection) throws SQLException;
    }

    /** Runs all in one transaction with what is deferred until its end, looks, and takes everything back. */
    public <T> T tried(Target database, List<String> statements, Look<T> look) throws SqlFailure {
        try (Connection connection = open(database)) {
            SimpleQuery server = begin(connection, database, "BEGIN;\n");
            for (int i = 0; i < statements.size(); i++) {
                check(server.send(statements.get(i)), i, 0);
            }
            check(server.send("SET CONSTRAINTS ALL IMMEDIATE"), -1, 0);
            T seen = look.at(connection);
            check(server.send("ROLLBACK"), -1, 0);
            return seen;
        } catch (SQLException e) {
            throw SimpleQuery.failure(e, -1, 0);
        }
    }

    private static Integer firstThatRuns(SimpleQuery server, List<String> statements, Map<Integer, SqlFailure> waiting)
            throws SqlFailure {
        for (Integer next : List.copyOf(waiting.keySet())) {
            if (runs(server, statements, next, waiting)) {
                return next;
            }
        }
        return null;
    }

    private static boolean runs(
            SimpleQuery server, List<String> statements, int index, Map<Integer, SqlFailure> failures)
            throws SqlFailure {
        SimpleQuery.Reply reply = server.send(SAVEPOINT + statements.get(index));
        if (reply.error() == null) {
            check(server.send("RELEASE SAVEPOINT trial"), index, 0);
            return true;
        }
        failures.put(index, SimpleQuery.failure(reply.error(), index, SAVEPOINT.length()));
        check(server.send("ROLLBACK TO SAVEPOINT trial; RELEASE SAVEPOINT trial"), index, 0);
        return false;
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
        // A scratch database need not outlive a crash of its server.
        PGProperty.OPTIONS.set(settings.properties(), "-c synchronous_commit=off");
        try {
            return new Driver().connect(settings.url(), settings.properties());
        } catch (SQLException e) {
            throw ConnectFailures.of(database, e);
        }
    }
}
