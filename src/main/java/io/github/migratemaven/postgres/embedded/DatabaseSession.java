package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The superuser in the database {@code postgres}, where others are made, copied and dropped: one connection, opened when it is
 * first needed. Thread-safe.
 */
final class DatabaseSession implements AutoCloseable {
    private static final Duration LEAVING = Duration.ofMillis(100);

    private final EmbeddedServer server;
    private final int port;
    private final Path folder;
    private Connection connection;

    /** @param folder of the server, as messages name it */
    DatabaseSession(EmbeddedServer server, int port, Path folder) {
        this.server = server;
        this.port = port;
        this.folder = folder;
    }

    void create(String name) {
        execute("CREATE DATABASE " + quoted(name));
    }

    void copy(String template, String name) {
        awaitUnused(template);
        execute("CREATE DATABASE " + quoted(name) + " TEMPLATE " + quoted(template));
    }

    /** Cuts the connections to it; harmless when it is gone. */
    void drop(String name) {
        awaitUnused(name);
        execute("DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
    }

    void createRole(String name) {
        execute("DO $do$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = " + literal(name)
                + ") THEN CREATE ROLE " + quoted(name) + "; END IF; END $do$");
    }

    /**
     * A back end takes a moment to end after its client has gone, and a server that finds one in a database looks again only a
     * tenth of a second later ({@code CountOtherDBBackends}).
     */
    private void awaitUnused(String name) {
        long start = System.nanoTime();
        String question =
                "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname = " + literal(name);
        while (!query(question).isEmpty() && System.nanoTime() - start < LEAVING.toNanos()) {
            Pause.of(Duration.ofMillis(1));
        }
    }

    /** The first column. */
    synchronized List<String> query(String sql) {
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    synchronized void execute(String sql) {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    private Connection connection() throws SQLException {
        try {
            if (connection == null || connection.isClosed()) {
                connection = server.connect(port, "postgres");
            }
            return connection;
        } catch (IOException e) {
            throw EmbeddedFailures.io("make databases on its server", folder, e);
        }
    }

    private MigrateException refused(String sql, SQLException e) {
        return EmbeddedFailures.unavailable(
                "scratch-database",
                "The server refused '" + sql + "': " + e.getMessage(),
                "See that the disk of " + folder + " is not full",
                e);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // Its end is all that was wanted.
            connection = null;
        }
    }
}
