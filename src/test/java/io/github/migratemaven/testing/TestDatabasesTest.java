package io.github.migratemaven.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabases.class)
class TestDatabasesTest {
    @BeforeEach
    void theDatabaseIsFresh(TestDatabase database) {
        assertThat(database.query("SELECT 1 FROM pg_class WHERE relname = 'trace'"))
                .isEmpty();
        database.execute("CREATE TABLE trace(id int, word text); INSERT INTO trace VALUES (1, 'a'), (2, NULL)");
    }

    @Test
    void beforeEachAndTheTestSeeTheSameDatabase(TestDatabase database) {
        assertThat(database.query("SELECT id, word FROM trace ORDER BY id")).containsExactly("1|a", "2|");
    }

    @Test
    void aSecondParameterIsASecondDatabase(TestDatabase first, TestDatabase second) {
        assertThat(first.target().database()).isNotEqualTo(second.target().database());
        assertThat(second.query("SELECT 1 FROM pg_class WHERE relname = 'trace'"))
                .isEmpty();
    }

    @Test
    void aRoleIsUnprivileged(TestDatabase database) throws SQLException {
        database.createRole("test_databases_visitor", "it's zebra");
        assertThat(database.urlFor("test_databases_visitor", "it's zebra"))
                .contains("test_databases_visitor:it%27s%20zebra@");
        try (Connection connection = database.openAs("test_databases_visitor", "it's zebra")) {
            assertThatThrownBy(() -> connection.createStatement().execute("SELECT * FROM trace"))
                    .hasMessageContaining("permission denied for table trace");
        }
    }

    @Test
    void aWrongPasswordIsRefused(TestDatabase database) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong"))
                .hasMessageContaining("password authentication failed");
    }
}
