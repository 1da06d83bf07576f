package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A changeset is one transaction with its history row: wholly there, or not at all. */
@ExtendWith(TestDatabases.class)
class AtomicDeployTest {
    @TempDir
    Path folder;

    @Test
    void aFirstDeployBringsADatabaseUpToDate(TestDatabase database) {
        TestProject project = new TestProject(folder, database)
                .changeset("1", "CREATE TABLE a (id int PRIMARY KEY)", "INSERT INTO a VALUES (1), (2), (3)")
                .changeset("2", "UPDATE a SET id = id + 10", "SELECT pg_sleep(0.05)", "DELETE FROM a WHERE id = 11");

        Outcome deployed = project.deploy();

        assertThat(deployed.error()).isEmpty();
        assertThat(deployed.states()).containsExactly(State.UP_TO_DATE);
        assertThat(deployed.applied())
                .extracting(a -> a.identity() + " " + a.execType())
                .containsExactly("db/changelog/master.sql::1::me EXECUTED", "db/changelog/master.sql::2::me EXECUTED");
        assertThat(deployed.steps()).extracting(StepResult::rows).containsExactly(-1L, 3L, 3L, 1L, 1L);
        assertThat(deployed.steps())
                .extracting(step -> step.position().toString())
                .containsExactly(
                        "src/main/resources/db/changelog/master.sql:4:1",
                        "src/main/resources/db/changelog/master.sql:5:1",
                        "src/main/resources/db/changelog/master.sql:8:1",
                        "src/main/resources/db/changelog/master.sql:9:1",
                        "src/main/resources/db/changelog/master.sql:10:1");
        assertThat(deployed.steps().get(3).millis()).isBetween(50L, 2_000L);
        assertThat(database.query("SELECT id, orderexecuted, exectype, filename, md5sum LIKE '9:%', liquibase"
                        + " FROM databasechangelog ORDER BY orderexecuted"))
                .containsExactly(
                        "1|1|EXECUTED|db/changelog/master.sql|t|4.33.0",
                        "2|2|EXECUTED|db/changelog/master.sql|t|4.33.0");
        assertThat(project.deploy().applied()).isEmpty();
        assertThat(project.status().states()).containsExactly(State.UP_TO_DATE);
    }

    @Test
    void aBackEndThatIsKilledInTheMiddleLeavesNothingOfItsChangeset(TestDatabase database) throws Exception {
        TestProject project = new TestProject(folder, database)
                .changeset("1", "CREATE TABLE a (id int)")
                .changeset("2", "INSERT INTO a VALUES (1)", "SELECT pg_sleep(30)", "INSERT INTO a VALUES (2)");
        CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
        String sleeping = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"
                + " AND application_name NOT LIKE '% lock'";
        database.await("SELECT count(*) = 1 " + sleeping);

        database.query("SELECT pg_terminate_backend(pid) " + sleeping);
        Outcome killed = deploy.get(10, TimeUnit.SECONDS);

        assertThat(killed.error().orElseThrow()).isInstanceOf(Failure.Unreachable.class);
        assertThat(killed.error().orElseThrow().code()).isEqualTo("connection-lost");
        assertThat(killed.error().orElseThrow().message()).contains("changeset \"2\"");
        assertThat(database.query("SELECT id FROM databasechangelog")).containsExactly("1");
        assertThat(database.query("SELECT * FROM a")).isEmpty();
        assertThat(project.status().states()).containsExactly(State.PENDING);

        project.empty()
                .changeset("1", "CREATE TABLE a (id int)")
                .changeset("2", "INSERT INTO a VALUES (1)", "SELECT pg_sleep(0)", "INSERT INTO a VALUES (2)");
        Outcome again = project.deploy();

        assertThat(again.error()).isEmpty();
        assertThat(database.query("SELECT id FROM a ORDER BY id")).containsExactly("1", "2");
        assertThat(database.query("SELECT state FROM migrate_run ORDER BY started_at"))
                .containsExactly("failed", "succeeded");
    }

    @Test
    void aFailingChangesetIsWhollyAbsentAndThoseBeforeItStay(TestDatabase database) {
        Outcome failed = new TestProject(folder, database)
                .changeset("1", "CREATE TABLE a (id int)")
                .changeset("2", "CREATE TABLE b (id int)", "CREATE TABLE a (id int)")
                .changeset("3", "CREATE TABLE c (id int)")
                .deploy();

        assertThat(failed.error().orElseThrow().sqlState()).contains("42P07");
        assertThat(failed.states()).containsExactly(State.PENDING);
        assertThat(failed.applied()).hasSize(1);
        assertThat(database.query("SELECT relname FROM pg_class WHERE relname IN ('a', 'b', 'c')"))
                .containsExactly("a");
        assertThat(database.query("SELECT id FROM databasechangelog")).containsExactly("1");
    }

    @Test
    void whatLiquibaseRunsItselfIsInTheSameTransaction(TestDatabase database) {
        TestProject project = new TestProject(folder, database)
                .root("db/master.yaml")
                .file("db/rows.csv", "id,name\n1,a\n2,b\n")
                .file("db/master.yaml", """
                        databaseChangeLog:
                          - changeSet:
                              id: load
                              author: me
                              changes:
                                - sql: {sql: "CREATE TABLE rows (id int, name text)"}
                                - loadData: {file: db/rows.csv, tableName: rows}
                                - sql: {sql: "UPDATE rows SET missing = 1"}
                        """);

        Outcome failed = project.deploy();

        assertThat(failed.error().orElseThrow().message()).contains("step 3 of 3");
        assertThat(failed.error().orElseThrow().position().orElseThrow())
                .hasToString("src/main/resources/db/master.yaml:8:39");
        assertThat(database.query("SELECT 1 FROM pg_class WHERE relname = 'rows'"))
                .isEmpty();
    }

    @Test
    void aStepThatTakesTooLongIsCancelledAndNotTriedAgain(TestDatabase database) {
        TestProject project = new TestProject(folder, database)
                .statementTimeout(Duration.ofMillis(100))
                .changeset("1", "SELECT 1", "SELECT pg_sleep(20)");

        Outcome failed = project.deploy();

        assertThat(failed.error().orElseThrow().sqlState()).contains("57014");
        assertThat(failed.error().orElseThrow().position().orElseThrow().line()).isEqualTo(5);
        assertThat(project.said()).noneMatch(line -> line.contains("trying again"));
    }
}
