package io.github.migratemaven.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabases.class)
class ScratchDatabasesTest {
    @Test
    void aCloneHasWhatItsTemplateHadAndGoesItsOwnWay(ScratchServer.Running server) {
        Target first = server.createDatabase();
        TestDatabase one = TestDatabase.named(first);
        one.execute("CREATE TABLE trace(id int); INSERT INTO trace VALUES (7)");

        TestDatabase two = TestDatabase.named(server.cloneDatabase(first));
        two.execute("INSERT INTO trace VALUES (8)");

        assertThat(two.query("SELECT id FROM trace ORDER BY id")).containsExactly("7", "8");
        assertThat(one.query("SELECT id FROM trace")).containsExactly("7");
        server.dropDatabase(first);
        server.dropDatabase(two.target());
    }

    @Test
    void aCloneKeepsTheSchemaOfItsTarget(ScratchServer.Running server) {
        Target first = server.createDatabase().withSchema("billing");
        Target copy = server.cloneDatabase(first);

        assertThat(copy.schema()).contains("billing");
        server.dropDatabase(first);
        server.dropDatabase(copy);
    }

    @Test
    void aDroppedDatabaseIsGoneEvenWhenSomebodyIsConnected(ScratchServer.Running server) throws Exception {
        Target target = server.createDatabase();
        TestDatabase database = TestDatabase.named(target);
        try (Connection connection = database.open()) {
            assertThat(connection.isValid(1)).isTrue();
            server.dropDatabase(target);
        }
        server.dropDatabase(target);

        assertThat(TestDatabase.named(server.target())
                        .query("SELECT 1 FROM pg_database WHERE datname = '" + target.database() + "'"))
                .isEmpty();
    }

    @Test
    void aRoleIsMadeOnce(ScratchServer.Running server) {
        server.createRole("it's a \"role\"");
        server.createRole("it's a \"role\"");

        TestDatabase database = TestDatabase.named(server.target());
        assertThat(database.query("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'it''s a \"role\"'"))
                .containsExactly("f");
        database.execute("DROP ROLE \"it's a \"\"role\"\"\"");
    }

    @Test
    void aTemplateThatIsNotThereIsNamed(ScratchServer.Running server) {
        assertThatThrownBy(() -> server.cloneDatabase(server.target().withDatabase("nowhere")))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("nowhere");
    }
}
