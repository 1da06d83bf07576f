package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.Driver;

/** Something to be asked about a catalogue. What the server prints depends on the search_path: with an empty one every name is qualified. */
public interface CatalogueQuestion<T> {
    T ask(Connection connection) throws SQLException;

    /**
     * Asks it over a connection of its own.
     *
     * @param purpose for pg_stat_activity: what the connection is for
     * @throws MigrateException {@code catalogue-not-read}
     */
    static <T> T of(Target database, String purpose, CatalogueQuestion<T> question) {
        DriverSettings settings = DriverSettings.of(database, "migrate-maven-plugin " + purpose);
        try (Connection connection = new Driver().connect(settings.url(), settings.properties())) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET search_path = pg_catalog");
            }
            return question.ask(connection);
        } catch (SQLException e) {
            throw failed("the catalogue of " + database.display(), e);
        }
    }

    /** @param what which catalogue */
    static MigrateException failed(String what, SQLException e) {
        return new MigrateException(
                new Failure.Unreachable(
                        "catalogue-not-read",
                        what + " could not be read: " + e.getMessage(),
                        "Check the server and the user's privileges.",
                        Optional.ofNullable(e.getSQLState())),
                e);
    }
}
