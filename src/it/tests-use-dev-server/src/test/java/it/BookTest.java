package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a test writes is rolled back: the dev server's data is the developer's. */
class BookTest {
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(
                System.getProperty("db.url"), System.getProperty("db.user"), System.getProperty("db.password"));
        connection.setAutoCommit(false);
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void noBookIsOlderThanPrinting() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO author (name) VALUES ('Homer')");
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute("INSERT INTO book (author_id, title, published_in)"
                            + " SELECT max(id), 'Iliad', -750 FROM author"));
            assertEquals("23514", refused.getSQLState());
        }
    }
}
