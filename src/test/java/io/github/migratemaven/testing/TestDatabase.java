package io.github.migratemaven.testing;

import io.github.migratemaven.model.Secret;
import io.github.migratemaven.model.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A fresh database of one test, as its superuser sees it. */
public final class TestDatabase implements AutoCloseable {
    private final Target server;
    private final Target target;
    private final List<String> roles = new ArrayList<>();

    private TestDatabase(Target server, String name) {
        this.server = server;
        this.target = at(server, name, server.user(), server.password());
    }

    /** A database that is there already: whoever made it drops it. */
    static TestDatabase on(Target server, String name) {
        return new TestDatabase(server, name);
    }

    /** A database that is there already, on a server that the test itself started; closing drops it. */
    public static TestDatabase named(Target target) {
        return new TestDatabase(at(target, "postgres", target.user(), target.password()), target.database());
    }

    /** The database {@code postgres} of a server. */
    static Target target(String server, String user, String password) {
        int colon = server.lastIndexOf(':');
        return new Target(
                List.of(new Target.HostPort(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)))),
                "postgres",
                Optional.of(user),
                Optional.of(new Secret(password)),
                Optional.empty(),
                Map.of(),
                Duration.ofSeconds(10),
                "test",
                Optional.empty());
    }

    /** On a server that the test itself started. */
    public static TestDatabase createOn(Target server) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        TestDatabase database = new TestDatabase(server, name);
        run(server, "CREATE DATABASE " + name);
        return database;
    }

    public Target target() {
        return target;
    }

    /** The same database for another role; see {@link #createRole}. */
    public Target targetFor(String role, String password) {
        return at(target, target.database(), Optional.of(role), Optional.of(new Secret(password)));
    }

    /** {@code postgresql://user:password@host:port/database}. */
    public String url() {
        return url(target);
    }

    public String urlFor(String role, String password) {
        return url(targetFor(role, password));
    }

    public String jdbcUrl() {
        return jdbcUrl(target);
    }

    public String user() {
        return target.user().orElseThrow();
    }

    public String password() {
        return target.password().orElseThrow().reveal();
    }

    /** A new connection, in auto-commit; the caller closes it. */
    public Connection open() throws SQLException {
        return open(target);
    }

    public Connection openAs(String role, String password) throws SQLException {
        return open(targetFor(role, password));
    }

    /** Runs one or several statements on a connection of their own. */
    public void execute(String sql) {
        run(target, sql);
    }

    /** The rows, their columns separated by {@code |}; null is empty, as psql -At prints them. */
    public List<String> query(String sql) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    String cell = rows.getString(column);
                    cells.add(cell == null ? "" : cell);
                }
                lines.add(String.join("|", cells));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The single value of a single row. */
    public String value(String sql) {
        List<String> rows = query(sql);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows: " + sql);
        }
        return rows.get(0);
    }

    /** Polls until the query answers {@code t}: another session has got where the test wants it. */
    public void await(String question) {
        for (int i = 0; i < 500; i++) {
            if (value("SELECT (" + question + ")::text").equals("true")) {
                return;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("not in ten seconds: " + question);
    }

    /**
     * Creates a role that may log in and nothing else. Roles are the server's, not the database's: take a name that no other
     * test has. It is dropped after the test.
     */
    public void createRole(String name, String password) {
        roles.add(name);
        run(target, "CREATE ROLE \"" + name + "\" LOGIN PASSWORD '" + password.replace("'", "''") + "'");
    }

    @Override
    public void close() {
        run(server, "DROP DATABASE IF EXISTS \"" + target.database() + "\" WITH (FORCE)");
        for (String role : roles) {
            run(server, "DROP ROLE IF EXISTS \"" + role + "\"");
        }
    }

    private static Target at(Target base, String database, Optional<String> user, Optional<Secret> password) {
        return new Target(
                base.hosts(),
                database,
                user,
                password,
                base.schema(),
                base.properties(),
                base.connectTimeout(),
                "test",
                base.poolerSign());
    }

    private static void run(Target target, String sql) {
        try (Connection connection = open(target);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection open(Target target) throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(target),
                target.user().orElseThrow(),
                target.password().orElseThrow().reveal());
    }

    private static String jdbcUrl(Target target) {
        return "jdbc:postgresql://" + target.display();
    }

    private static String url(Target target) {
        return "postgresql://" + encode(target.user().orElseThrow()) + ":"
                + encode(target.password().orElseThrow().reveal()) + "@" + target.display();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
