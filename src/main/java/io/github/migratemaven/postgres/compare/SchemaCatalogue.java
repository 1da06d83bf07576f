package io.github.migratemaven.postgres.compare;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.postgres.DriverSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postgresql.Driver;

/** Every object of a database with its definition as PostgreSQL prints it: the judge of the comparison, in one question. */
final class SchemaCatalogue {
    private static final String QUESTION = read("catalogue.sql");

    private final Target database;
    private final Optional<String> schema;

    SchemaCatalogue(Target database, Optional<String> schema) {
        this.database = database;
        this.schema = schema;
    }

    Map<String, String> read() {
        return ask(connection -> {
            try (Statement statement = connection.createStatement()) {
                return ask(statement, condition());
            }
        });
    }

    /** @param tables as SQL spells them, with their schemas */
    Map<String, ColumnDetail> columns(Collection<String> tables) {
        return tables.isEmpty() ? Map.of() : ask(connection -> ColumnDetail.of(connection, tables));
    }

    /** As a transaction sees it that is open already, in which nothing else will be asked. */
    Map<String, String> within(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path = pg_catalog");
            return ask(statement, condition());
        }
    }

    private String condition() {
        return schema.map(name -> "n.nspname = E'" + name.replace("\\", "\\\\").replace("'", "''") + "'")
                .orElse("true");
    }

    private <T> T ask(Question<T> question) {
        DriverSettings settings = DriverSettings.of(database, "migrate-maven-plugin catalogue");
        try (Connection connection = new Driver().connect(settings.url(), settings.properties())) {
            try (Statement statement = connection.createStatement()) {
                // What is printed depends on the path: with this one every name is qualified.
                statement.execute("SET search_path = pg_catalog");
            }
            return question.ask(connection);
        } catch (SQLException e) {
            throw new MigrateException(
                    new Failure.Unreachable(
                            "catalogue-not-read",
                            "the catalogue of " + database.display() + " could not be read: " + e.getMessage(),
                            "Check the server and the user's privileges.",
                            Optional.ofNullable(e.getSQLState())),
                    e);
        }
    }

    /** Of all schemas; the session's settings stay as they are. */
    static Map<String, String> read(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN; SET LOCAL search_path = pg_catalog; SET LOCAL jit = off");
            try {
                return ask(statement, "true");
            } finally {
                statement.execute("ROLLBACK");
            }
        } catch (SQLException e) {
            throw new MigrateException(
                    new Failure.Unreachable(
                            "catalogue-not-read",
                            "the catalogue could not be read: " + e.getMessage(),
                            "Check the server and the user's privileges.",
                            Optional.ofNullable(e.getSQLState())),
                    e);
        }
    }

    private static Map<String, String> ask(Statement statement, String condition) throws SQLException {
        Map<String, String> objects = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(QUESTION.formatted(condition))) {
            while (rows.next()) {
                objects.put(rows.getString(1), rows.getString(2));
            }
        }
        return objects;
    }

    /** Something to be asked over a connection. */
    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private static String read(String resource) {
        try (InputStream stream = SchemaCatalogue.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
