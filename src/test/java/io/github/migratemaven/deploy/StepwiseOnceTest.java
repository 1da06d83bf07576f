package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Step by step, nothing runs twice, and what is left runs under the same settings as it would have run before. */
@ExtendWith(TestDatabases.class)
class StepwiseOnceTest {
    private static final String JOURNAL =
            "SELECT step, state, completed, coalesce(sqlstate, '-') FROM migrate_step ORDER BY step";

    @TempDir
    Path folder;

    private TestDatabase database;
    private TestProject project;

    @BeforeEach
    void project(TestDatabase fresh) {
        database = fresh;
        database.execute("CREATE TABLE t (id int, name text); INSERT INTO t VALUES (1, 'a'), (2, 'a')");
        project = new TestProject(folder, database).failOn();
    }

    @Test
    void aBlockThatFailsBehindItsCommitIsNotRunFromItsStartAgain() {
        project.changesetWith(
                "1",
                "splitStatements:false",
                "DO $$ BEGIN INSERT INTO t VALUES (3, 'c'); COMMIT; PERFORM 1 / 0; END $$");

        Failure failure = project.deploy().error().orElseThrow();

        assertThat(failure.sqlState()).contains("22012");
        assertThat(failure.hint()).contains("stays", "-Dmigrate.applied=1", "-Dmigrate.rolledBack=1");
        assertThat(project.status().findings())
                .extracting(Finding::message)
                .anyMatch(m -> m.contains("may have committed a part of its work: division by zero"));
        Failure refused = project.deploy().error().orElseThrow();
        assertThat(refused.code()).isEqualTo("step-unclear");
        assertThat(refused.message()).contains("it would do that twice");
        assertThat(database.value("SELECT count(*) FROM t WHERE id = 3")).isEqualTo("1");
        assertThat(project.resolveApplied("1").error()).isEmpty();
        assertThat(project.status().states()).doesNotContain(State.FAILED, State.PENDING);
    }

    @Test
    void aBlockThatMissesALockBehindItsCommitIsNotTriedAgain() throws Exception {
        project.lockTimeout(Duration.ofMillis(100), 2)
                .changesetWith(
                        "1",
                        "splitStatements:false",
                        "DO $$ BEGIN INSERT INTO t VALUES (3, 'c'); COMMIT; LOCK TABLE busy; END $$");
        database.execute("CREATE TABLE busy ()");
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("BEGIN; LOCK TABLE busy");
            assertThat(project.deploy().error().orElseThrow().sqlState()).contains("55P03");
        }

        assertThat(database.value("SELECT count(*) FROM t WHERE id = 3")).isEqualTo("1");
    }

    @Test
    void aBlockThatFailsBeforeItsCommitMayBeCorrected() {
        database.execute("CREATE TABLE divisor AS SELECT 0 AS n");
        project.changesetWith(
                "1",
                "splitStatements:false",
                "DO $$ BEGIN INSERT INTO t VALUES (3, 'c'); PERFORM 1 / n FROM divisor; COMMIT; END $$");
        assertThat(project.deploy().error().orElseThrow().sqlState()).contains("22012");
        assertThat(database.query(JOURNAL)).containsExactly("1|failed|f|22012");
        database.execute("UPDATE divisor SET n = 1");

        assertThat(project.deploy().error()).isEmpty();
        assertThat(database.value("SELECT count(*) FROM t WHERE id = 3")).isEqualTo("1");
    }

    @Test
    void aRepeatableBlockIsTriedAgainAllTheSame() throws Exception {
        project.changeset("0", "SELECT 1").deploy();
        project.lockTimeout(Duration.ofMillis(100), 10)
                .changesetWith(
                        "1",
                        "runInTransaction:false splitStatements:false stripComments:false",
                        "DO $$ -- migrate:repeatable\nBEGIN\n  DELETE FROM t;\n  COMMIT;\n  LOCK TABLE busy;\nEND\n$$");
        database.execute("CREATE TABLE busy ()");
        CompletableFuture<Outcome> deploy;
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("BEGIN; LOCK TABLE busy");
            deploy = CompletableFuture.supplyAsync(project::deploy);
            database.await("EXISTS (SELECT FROM migrate_step WHERE sqlstate = '55P03')");
        }

        assertThat(deploy.get(30, TimeUnit.SECONDS).error()).isEmpty();
    }

    @Test
    void whatWasAppliedStepByStepDoesNotRunAgainInATransaction() {
        project.changesetWith(
                        "1",
                        "runInTransaction:false",
                        "INSERT INTO t VALUES (3, 'c')",
                        "CREATE INDEX CONCURRENTLY t_missing ON t (missing)")
                .deploy();
        project.empty().changesetWith("1", "", "INSERT INTO t VALUES (3, 'c')", "CREATE INDEX t_missing ON t (id)");

        assertThat(project.deploy().error()).isEmpty();
        assertThat(database.value("SELECT count(*) FROM t WHERE id = 3")).isEqualTo("1");
        assertThat(database.value("SELECT to_regclass('t_missing') IS NOT NULL"))
                .isEqualTo("t");
        assertThat(project.status().states()).doesNotContain(State.FAILED, State.PENDING);
    }

    @Test
    void settingsOfTheSessionAreMadeAgainForTheStepsThatAreLeft() {
        database.execute("CREATE SCHEMA other; CREATE TABLE other.t AS SELECT * FROM t");
        project.changesetWith(
                "1",
                "runInTransaction:false",
                "SET search_path = other",
                "SELECT set_config('maintenance_work_mem', '32MB', false)",
                "CREATE UNIQUE INDEX CONCURRENTLY t_name ON t (name)",
                "CREATE TABLE seen AS SELECT current_setting('maintenance_work_mem') AS own");
        assertThat(project.deploy().error().orElseThrow().sqlState()).contains("23505");
        database.execute("DELETE FROM t WHERE id = 2; DELETE FROM other.t WHERE id = 2");

        assertThat(project.deploy().error()).isEmpty();

        assertThat(database.query("SELECT c.relnamespace::regnamespace, i.indisvalid FROM pg_index i JOIN pg_class c"
                        + " ON c.oid = i.indexrelid WHERE c.relname = 't_name'"))
                .containsExactly("other|t");
        assertThat(database.query("SELECT own FROM other.seen")).containsExactly("32MB");
    }

    @Test
    void whereTheHistoryTakesNoRowThatIsTheErrorThatIsTold() {
        project.changeset("0", "SELECT 1").deploy();
        database.execute("ALTER TABLE databasechangelog ADD CONSTRAINT closed CHECK (id <> '1')");
        project.changesetWith("1", "runInTransaction:false", "INSERT INTO t VALUES (3, 'c')");

        Failure failure = project.deploy().error().orElseThrow();

        assertThat(failure.message()).contains("\"closed\"", "[23514]");
        assertThat(database.query("SELECT state FROM migrate_run ORDER BY started_at"))
                .containsExactly("succeeded", "failed");
        database.execute("ALTER TABLE databasechangelog DROP CONSTRAINT closed");
        assertThat(project.deploy().error()).isEmpty();
        assertThat(database.value("SELECT count(*) FROM t WHERE id = 3")).isEqualTo("1");
    }

    @Test
    void whatOnlyTheCatalogueForbidsInATransactionRunsAlone() {
        database.execute("CREATE TABLE parted (id int PRIMARY KEY) PARTITION BY RANGE (id);"
                + "CREATE TABLE part PARTITION OF parted FOR VALUES FROM (0) TO (9)");
        project.changesetWith("1", "runInTransaction:false", "REINDEX TABLE parted", "SELECT 1");

        assertThat(project.deploy().error()).isEmpty();
        assertThat(database.query(JOURNAL)).containsExactly("1|done|t|-", "2|done|t|-");
    }

    @Test
    void aRoleThatAChangesetTakesOnDoesNotKeepTheBooks() {
        project.changeset("0", "SELECT 1").deploy();
        database.createRole("owner_of_objects", "pw-zebra");
        database.execute("GRANT CREATE ON SCHEMA public TO owner_of_objects;"
                + "GRANT SELECT, INSERT, UPDATE ON databasechangelog TO owner_of_objects");
        project.changesetWith(
                        "1", "runInTransaction:false", "SET ROLE owner_of_objects", "CREATE TABLE a ()", "ANALYZE a")
                .changeset("2", "CREATE TABLE b ()");

        Outcome outcome = project.deploy();

        assertThat(outcome.error()).isEmpty();
        assertThat(database.query("SELECT relowner::regrole FROM pg_class WHERE relname IN ('a', 'b')"))
                .containsExactly("owner_of_objects", "owner_of_objects");
        assertThat(database.query("SELECT state FROM migrate_run ORDER BY started_at"))
                .containsExactly("succeeded", "succeeded");
        assertThat(database.value("SELECT locked FROM databasechangeloglock")).isEqualTo("f");
    }
}
