package io.github.migratemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.postgres.PostgresTarget;
import io.github.migratemaven.testing.RecordedProgress;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabases.class)
class DeployedReplayTest {
    @TempDir
    private Path folder;

    private TestProject project;
    private TestDatabase database;

    @BeforeEach
    void project(TestDatabase scratch) {
        database = scratch;
        project = new TestProject(folder, scratch);
        project.changeset("1", "CREATE TABLE orders(id int)").changeset("2", "CREATE TABLE customers(id int)");
    }

    @Test
    void leavesWhatADeployLeaves(ScratchServer.Running server) {
        replay().replay(server, database.target());

        assertThat(database.query("SELECT id FROM databasechangelog ORDER BY orderexecuted"))
                .containsExactly("1", "2");
        assertThat(project.status().pending()).isEmpty();
    }

    @Test
    void theFirstOnlyAndTheRestLater(ScratchServer.Running server) {
        replay().replayFirst(server, database.target(), 1);
        assertThat(database.query("SELECT id FROM databasechangelog")).containsExactly("1");

        replay().replayFirst(server, database.target(), 2);
        assertThat(database.query("SELECT id FROM databasechangelog ORDER BY 1"))
                .containsExactly("1", "2");
        assertThat(replay().changesets())
                .extracting(Changeset::identity)
                .extracting("id")
                .containsExactly("1", "2");
    }

    @Test
    void rolesThatTheScratchServerLacksAreMade(ScratchServer.Running server) {
        project.changeset(
                "3", "GRANT SELECT ON orders TO replay_reader", "GRANT INSERT ON orders TO \"Replay Writer\"");

        replay().replay(server, database.target());

        assertThat(database.value("SELECT has_table_privilege('replay_reader', 'orders', 'SELECT')::text"))
                .isEqualTo("true");
        database.execute("DROP OWNED BY replay_reader, \"Replay Writer\"; DROP ROLE replay_reader, \"Replay Writer\"");
    }

    @Test
    void aFailureIsTheDeploysOwn(ScratchServer.Running server) {
        project.changeset("3", "ALTER TABLE nowhere ADD x int");

        assertThatThrownBy(() -> replay().replay(server, database.target()))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("\"nowhere\" does not exist");
    }

    private DeployedReplay replay() {
        return new DeployedReplay(
                project.reader(),
                target -> new PostgresTarget(target, "0-test", false),
                () -> new RunStart(UUID.randomUUID().toString(), "replay", "0-test", "here", null, "development"),
                new RecordedProgress());
    }
}
