package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An application that holds a lock delays a changeset; it does not break it, and is not itself held up. */
@ExtendWith(TestDatabases.class)
class LockTimeoutTest {
    @TempDir
    Path folder;

    @BeforeEach
    void tables(TestDatabase database) {
        database.execute("CREATE TABLE busy (id int); CREATE TABLE other (id int)");
    }

    @Test
    void itIsTriedAgainUntilTheLockIsFree(TestDatabase database) throws Exception {
        TestProject project = project(database).lockTimeout(Duration.ofMillis(200), 10);
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("SET application_name = 'the shop'; BEGIN; LOCK TABLE busy IN ACCESS SHARE MODE");
            CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
            awaitLine(project, "(2 of 10)");
            statement.execute("COMMIT");

            assertThat(deploy.get(20, TimeUnit.SECONDS).error()).isEmpty();
        }
        assertThat(project.said())
                .anyMatch(line -> line.startsWith("info: changeset \"1\" did not get its lock in time; held by pid ")
                        && line.contains("the shop"));
        assertThat(database.query("SELECT * FROM busy"))
                .as("the steps before it ran once")
                .containsExactly("1|");
    }

    @Test
    void theFirstDeployOfABusyDatabaseIsNotKeptWaiting(TestDatabase database) throws Exception {
        TestProject project = project(database);
        AtomicBoolean ends = new AtomicBoolean();
        ExecutorService threads = Executors.newCachedThreadPool();
        List<CompletableFuture<Void>> application = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            application.add(CompletableFuture.runAsync(() -> work(database, ends), threads));
        }
        database.await("SELECT count(*) > 3 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(0.3%'");
        try {
            assertThat(CompletableFuture.supplyAsync(project::deploy)
                            .get(30, TimeUnit.SECONDS)
                            .error())
                    .isEmpty();
        } finally {
            ends.set(true);
            for (CompletableFuture<Void> session : application) {
                session.get(10, TimeUnit.SECONDS);
            }
            threads.shutdown();
        }
    }

    @Test
    void withoutRetriesItFailsAndNamesTheHolder(TestDatabase database) throws Exception {
        TestProject project = project(database).lockTimeout(Duration.ofMillis(100), 0);
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("SET application_name = 'the shop'; BEGIN; LOCK TABLE busy IN ACCESS SHARE MODE");
            Failure failure = project.deploy().error().orElseThrow();

            assertThat(failure.code()).isEqualTo("lock-timeout");
            assertThat(failure.sqlState()).contains("55P03");
            assertThat(failure.message()).contains("the shop");
            assertThat(failure.position().orElseThrow().line()).isEqualTo(5);
            assertThat(failure.hint()).contains("migrate.lockTimeout");
        }
        assertThat(database.query("SELECT * FROM busy")).isEmpty();
    }

    @Test
    void aLongTextInTheHoldersQueryIsLeftOutThoughTheServerHasCutItsEnd(TestDatabase database) throws Exception {
        TestProject project = project(database).lockTimeout(Duration.ofMillis(100), 0);
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("BEGIN; LOCK TABLE busy IN ACCESS SHARE MODE");
            statement.execute("SELECT 'somebody''s " + "data ".repeat(1000) + "'");
            Failure failure = project.deploy().error().orElseThrow();

            assertThat(failure.message()).contains("query: SELECT '…'").doesNotContain("data");
        }
    }

    @Test
    void theVictimOfADeadlockIsTriedAgain(TestDatabase database) throws Exception {
        TestProject project = new TestProject(folder, database)
                .changeset("1", "LOCK TABLE other", "ALTER TABLE busy ADD COLUMN name text");
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            // The deploy's own check, a second after it began to wait, is the one that finds the cycle.
            statement.execute("SET deadlock_timeout = '1min'; BEGIN; LOCK TABLE busy");
            CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
            database.await("SELECT count(*) = 1 FROM pg_locks WHERE relation = 'busy'::regclass AND NOT granted");
            statement.execute("LOCK TABLE other");
            awaitLine(project, "was the victim of a deadlock");
            statement.execute("COMMIT");

            assertThat(deploy.get(20, TimeUnit.SECONDS).error()).isEmpty();
        }
    }

    /** One transaction after the other. */
    private static void work(TestDatabase database, AtomicBoolean ends) {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            while (!ends.get()) {
                statement.execute("BEGIN; SELECT pg_sleep(0.3 + random() / 10); COMMIT");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestProject project(TestDatabase database) {
        return new TestProject(folder, database)
                .changeset("1", "INSERT INTO busy VALUES (1)", "ALTER TABLE busy ADD COLUMN name text");
    }

    private static void awaitLine(TestProject project, String part) throws InterruptedException {
        for (int i = 0; i < 1000 && project.said().stream().noneMatch(line -> line.contains(part)); i++) {
            Thread.sleep(10);
        }
        assertThat(project.said()).anyMatch(line -> line.contains(part));
    }
}
