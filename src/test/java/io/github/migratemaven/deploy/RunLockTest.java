package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time, ours and stock Liquibase's. */
@ExtendWith(TestDatabases.class)
class RunLockTest {
    @TempDir
    Path folder;

    @Test
    void ofTwoDeploysAtOnceTheSecondWaitsAndFindsNothingToDo(TestDatabase database) throws Exception {
        TestProject project = project(database);
        try (DeploySession other = project.database().openForDeploy("other")) {
            assertThat(other.tryLock().taken()).isTrue();
            CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
            database.await("SELECT count(*) > 1 FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND application_name LIKE 'migrate-maven-plugin/0-test run %'");
            while (project.said().stream().noneMatch(line -> line.contains("Waiting"))) {
                Thread.sleep(5);
            }
            assertThat(database.query("SELECT 1 FROM pg_class WHERE relname = 'databasechangelog'"))
                    .isEmpty();
            // However it ends: the server frees the lock.
            database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND application_name LIKE '%run other'");

            assertThat(deploy.get(20, TimeUnit.SECONDS).applied()).hasSize(2);
        }
        assertThat(project.said())
                .anyMatch(line -> line.startsWith("info: Waiting for migrate-maven-plugin/0-test run other, user ")
                        && line.contains("(back end "));
    }

    @Test
    void manyDeploysAtOnceApplyEveryChangesetOnce(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE log (id int)");
        List<TestProject> builds = List.of(project(database), project(database), project(database));
        List<CompletableFuture<Outcome>> deploys = builds.stream()
                .map(build -> CompletableFuture.supplyAsync(build::deploy))
                .toList();

        int applied = 0;
        for (CompletableFuture<Outcome> deploy : deploys) {
            Outcome outcome = deploy.get(30, TimeUnit.SECONDS);
            assertThat(outcome.error()).isEmpty();
            applied += outcome.applied().size();
        }
        assertThat(applied).isEqualTo(2);
        assertThat(database.query("SELECT id FROM databasechangelog")).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void waitingEndsInTime(TestDatabase database) {
        TestProject project = project(database).waitForRun(Duration.ofMillis(200));
        try (DeploySession other = project.database().openForDeploy("other")) {
            assertThat(other.tryLock().taken()).isTrue();

            Failure failure = project.deploy().error().orElseThrow();

            assertThat(failure.code()).isEqualTo("locked");
            assertThat(failure.message()).contains("run other");
            assertThat(failure.hint()).contains("migrate.waitForRun");
            assertThat(project.status().states()).startsWith(State.LOCKED);
        }
        assertThat(project.status().states()).doesNotContain(State.LOCKED);
    }

    @Test
    void anotherSchemaIsAnotherLock(TestDatabase database) {
        TestProject project = project(database).waitForRun(Duration.ZERO);
        try (DeploySession other = project.database().openForDeploy("other")) {
            assertThat(other.tryLock().taken()).isTrue();

            assertThat(project.target(database.target().withSchema("app"))
                            .deploy()
                            .error())
                    .isEmpty();
        }
    }

    @Test
    void theRowOfStockLiquibaseIsRespected(TestDatabase database) {
        TestProject project = project(database).waitForRun(Duration.ZERO);
        project.deploy();
        database.execute("UPDATE databasechangeloglock SET locked = true, lockgranted = now(), lockedby = 'ci-7'");
        project.changeset("3", "SELECT 1");

        Failure failure = project.deploy().error().orElseThrow();

        assertThat(failure.code()).isEqualTo("locked");
        assertThat(failure.message()).contains("Liquibase on ci-7");
        assertThat(project.status().states()).startsWith(State.LOCKED, State.PENDING);
        database.execute("UPDATE databasechangeloglock SET locked = false");
        assertThat(project.deploy().applied()).hasSize(1);
    }

    private TestProject project(TestDatabase database) {
        return new TestProject(folder, database)
                .changeset("1", "CREATE TABLE a (id int)")
                .changeset("2", "INSERT INTO a VALUES (1)");
    }
}
