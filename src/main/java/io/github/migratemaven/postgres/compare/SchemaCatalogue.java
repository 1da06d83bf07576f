package io.github.migratemaven.postgres.compare;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.postgres.CatalogueQuestion;
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

    private <T> T ask(CatalogueQuestion<T> question) {
        return CatalogueQuestion.of(database, "catalogue", question);
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
            throw CatalogueQuestion.failed("the catalogue", e);
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

    private static String read(String resource) {
        try (InputStream stream = SchemaCatalogue.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
