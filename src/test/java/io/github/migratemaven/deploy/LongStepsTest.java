package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A step that takes its time says why, while it runs. */
@ExtendWith(TestDatabases.class)
class LongStepsTest {
    @TempDir
    Path folder;

    @Test
    void whoIsWaitedForIsNamedWhileItWaits(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE busy (id int)");
        TestProject project =
                new TestProject(folder, database).changeset("add-name", "ALTER TABLE busy ADD COLUMN name text");
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("SET application_name = 'the shop'; BEGIN; LOCK TABLE busy IN ACCESS SHARE MODE");
            statement.execute("SELECT 'card 4711' FROM busy");
            CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
            awaitLine(project, "info: changeset \"add-name\" waits for pid ");
            statement.execute("COMMIT");

            assertThat(deploy.get(20, TimeUnit.SECONDS).error()).isEmpty();
        }
        assertThat(project.said())
                .filteredOn(line -> line.startsWith("info: changeset \"add-name\" waits"))
                .singleElement()
                .asString()
                .contains("the shop, user postgres, idle in transaction, for 00:00:0", "query: SELECT '…' FROM busy")
                .doesNotContain("4711");
    }

    @Test
    void aConcurrentBuildSaysWhomItWaitsFor(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE busy (id int)");
        TestProject project = new TestProject(folder, database)
                .changeset("add-index", "CREATE INDEX CONCURRENTLY busy_id ON busy (id)");
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("BEGIN; INSERT INTO busy VALUES (1)");
            CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
            awaitLine(project, "waits for pid ");
            statement.execute("COMMIT");

            assertThat(deploy.get(20, TimeUnit.SECONDS).error())
                    .as("our own two sessions do not wait for each other")
                    .isEmpty();
        }
    }

    @Test
    void aLongCopySaysHowFarItIs(TestDatabase database) {
        database.execute("CREATE TABLE big AS SELECT g AS id FROM generate_series(1, 50000) g;"
                + " CREATE FUNCTION slow(n int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS"
                + " 'BEGIN IF n % 1000 = 0 THEN PERFORM pg_sleep(0.05); END IF; RETURN n; END'");
        TestProject project = new TestProject(folder, database).changeset("index", "CREATE INDEX i ON big (slow(id))");

        assertThat(project.deploy().error()).isEmpty();
        assertThat(project.said())
                .anyMatch(line -> line.matches("live: changeset \"index\" has been running for \\d+ s: create index,"
                        + " building index.*, \\d+ %"));
    }

    @Test
    void anIdleBlockerIsEndedWhereThatIsAskedFor(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE busy (id int)");
        TestProject project = new TestProject(folder, database)
                .cancelBlockers(Duration.ofMillis(200))
                .changeset("add-name", "ALTER TABLE busy ADD COLUMN name text");
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("SET application_name = 'the shop'; BEGIN; LOCK TABLE busy IN ACCESS SHARE MODE");

            assertThat(project.deploy().error()).isEmpty();
        }
        assertThat(project.said())
                .anyMatch(line -> line.startsWith("warn: ended a session that blocked changeset \"add-name\"")
                        && line.contains("the shop"));
    }

    @Test
    void aWorkingBlockerIsNeverEnded(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE busy (id int)");
        TestProject project = new TestProject(folder, database)
                .cancelBlockers(Duration.ofMillis(1))
                .changeset("add-name", "ALTER TABLE busy ADD COLUMN name text");
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("BEGIN; LOCK TABLE busy IN ACCESS SHARE MODE");
            CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
            statement.execute("SELECT pg_sleep(3); COMMIT");

            assertThat(deploy.get(20, TimeUnit.SECONDS).error()).isEmpty();
        }
        assertThat(project.said()).noneMatch(line -> line.startsWith("warn: ended"));
    }

    private static void awaitLine(TestProject project, String part) throws InterruptedException {
        for (int i = 0; i < 1000 && project.said().stream().noneMatch(line -> line.contains(part)); i++) {
            Thread.sleep(10);
        }
        assertThat(project.said()).anyMatch(line -> line.contains(part));
    }
}
