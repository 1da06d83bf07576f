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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL refuses in a transaction runs step by step, and goes on where it broke off. */
@ExtendWith(TestDatabases.class)
class StepwiseDeployTest {
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
    void aConcurrentIndexIsRecognisedWithoutBeingDeclared() {
        Outcome outcome = project.changeset(
                        "1", "CREATE INDEX CONCURRENTLY t_id ON t (id)", "UPDATE t SET id = id + 1", "VACUUM t")
                .deploy();

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.steps()).extracting(s -> s.rows()).containsExactly(-1L, 2L, -1L);
        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass"))
                .containsExactly("t");
        assertThat(database.query(JOURNAL)).containsExactly("1|done|t|-", "2|done|t|-", "3|done|t|-");
        assertThat(project.status().states()).doesNotContain(State.FAILED, State.PENDING);
        assertThat(project.said()).anyMatch(line -> line.contains("runs step by step: CREATE INDEX CONCURRENTLY"));
    }

    @Test
    void aFailedStepIsWhereTheNextDeployGoesOn() {
        project.changesetWith(
                "1",
                "runInTransaction:false",
                "INSERT INTO t VALUES (3, 'c')",
                "INSERT INTO missing VALUES (1)",
                "INSERT INTO t VALUES (4, 'd')");

        Failure failure = project.deploy().error().orElseThrow();

        assertThat(failure.message()).contains("step 2 of 3", "[42P01]");
        assertThat(failure.hint()).contains("-Dmigrate.applied=1", "-Dmigrate.rolledBack=1");
        assertThat(database.query(JOURNAL)).containsExactly("1|done|f|-", "2|failed|f|42P01");
        assertThat(project.status().states()).startsWith(State.FAILED);

        database.execute("CREATE TABLE missing (id int)");
        Outcome resumed = project.deploy();

        assertThat(resumed.error()).isEmpty();
        assertThat(resumed.states()).doesNotContain(State.FAILED, State.PENDING);
        assertThat(database.query("SELECT id FROM t ORDER BY id")).containsExactly("1", "2", "3", "4");
        assertThat(database.query("SELECT count(*) FROM missing")).containsExactly("1");
        assertThat(project.said()).contains("info: changeset \"1\": step 1 was done by an earlier run");
    }

    @Test
    void anInvalidIndexOfOursIsDroppedAndBuiltAnew() {
        project.changeset("1", "CREATE UNIQUE INDEX CONCURRENTLY \"T_Name\" ON t (name)");

        assertThat(project.deploy().error().orElseThrow().sqlState()).contains("23505");
        assertThat(project.status().states()).contains(State.FAILED, State.INVALID_OBJECTS);

        database.execute("DELETE FROM t WHERE id = 2");
        assertThat(project.deploy().error()).isEmpty();
        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = '\"T_Name\"'::regclass"))
                .containsExactly("t");
        assertThat(project.said()).anyMatch(line -> line.startsWith("info: dropped the INVALID index \"T_Name\""));
    }

    @Test
    void anInvalidIndexOfSomebodyElseIsLeftAlone() {
        database.execute("CREATE INDEX t_name ON t (name); UPDATE pg_index SET indisvalid = false"
                + " WHERE indexrelid = 't_name'::regclass");
        project.changeset("1", "CREATE INDEX CONCURRENTLY t_name ON t (name)");

        assertThat(project.deploy().error().orElseThrow().sqlState()).contains("42P07");
        assertThat(database.query("SELECT 1 FROM pg_class WHERE relname = 't_name'"))
                .hasSize(1);
    }

    @Test
    void aStepThatNobodyKnowsTheEndOfIsForAPersonToSettle() throws Exception {
        project.changesetWith("1", "runInTransaction:false", "INSERT INTO t VALUES (3, 'c')", "CALL slow()");
        project.changesetWith("2", "", "INSERT INTO t VALUES (5, 'e')");
        database.execute("CREATE PROCEDURE slow() LANGUAGE sql AS 'SELECT pg_sleep(30)'");
        killWhileItSleeps();

        assertThat(database.query(JOURNAL)).containsExactly("1|done|f|-", "2|started|f|-");
        assertThat(project.status().findings()).extracting(Finding::message).anyMatch(m -> m.contains("nobody knows"));
        Failure refused = project.deploy().error().orElseThrow();
        assertThat(refused.code()).isEqualTo("step-unclear");
        assertThat(refused.hint()).contains("mvn migrate:resolve -Dmigrate.applied=1", "-Dmigrate.rolledBack=1");

        Outcome resolved = project.resolveApplied("1");
        assertThat(resolved.error()).isEmpty();
        assertThat(resolved.states()).doesNotContain(State.FAILED);
        assertThat(project.deploy().error()).isEmpty();
        assertThat(database.query("SELECT id FROM t ORDER BY id")).containsExactly("1", "2", "3", "5");
        assertThat(database.query("SELECT id, exectype, orderexecuted FROM databasechangelog ORDER BY 3"))
                .containsExactly("1|EXECUTED|1", "2|EXECUTED|2");
    }

    @Test
    void aBlockThatCommitsIsRecognisedAndRunsAgainWhereItSaysThatItCan() throws Exception {
        database.execute("CREATE TABLE slow AS SELECT 30 AS seconds");
        project.changesetWith(
                "1",
                "splitStatements:false stripComments:false",
                "DO $$ -- migrate:repeatable\nBEGIN\n"
                        + "  INSERT INTO t SELECT 3, 'c' WHERE NOT EXISTS (SELECT FROM t WHERE id = 3);\n  COMMIT;\n"
                        + "  PERFORM pg_sleep(seconds) FROM slow;\nEND\n$$");
        killWhileItSleeps();

        assertThat(database.query("SELECT id FROM t ORDER BY id")).containsExactly("1", "2", "3");
        assertThat(database.query(JOURNAL)).containsExactly("1|started|f|-");
        database.execute("DELETE FROM slow");
        assertThat(project.deploy().error()).isEmpty();
        assertThat(database.query("SELECT id FROM t ORDER BY id")).containsExactly("1", "2", "3");
    }

    @Test
    void whatAPersonUndidStartsFromItsFirstStep() throws Exception {
        project.changesetWith("1", "runInTransaction:false", "INSERT INTO t VALUES (3, 'c')", "CALL slow()");
        database.execute("CREATE PROCEDURE slow() LANGUAGE sql AS 'SELECT pg_sleep(30)'");
        killWhileItSleeps();
        database.execute("DELETE FROM t WHERE id = 3;"
                + "CREATE OR REPLACE PROCEDURE slow() LANGUAGE sql AS 'INSERT INTO t VALUES (4)'");

        assertThat(project.resolveRolledBack("db/changelog/master.sql::1::me").error())
                .isEmpty();
        assertThat(project.status().states()).contains(State.PENDING).doesNotContain(State.FAILED);
        assertThat(project.deploy().error()).isEmpty();
        assertThat(database.query("SELECT id FROM t ORDER BY id")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void resolveRefusesWhatIsNotBroken() {
        project.changeset("1", "SELECT 1").changeset("2", "SELECT 1");

        assertThat(project.resolveApplied("9").error().orElseThrow().code()).isEqualTo("unknown-changeset");
        assertThat(project.resolveRolledBack("1").error().orElseThrow().code()).isEqualTo("not-failed");
        project.deploy();
        assertThat(project.resolveApplied("1").error().orElseThrow().code()).isEqualTo("already-applied");
        assertThat(database.query("SELECT count(*) FROM migrate_run WHERE goal = 'resolve'"))
                .containsExactly("0");
    }

    @Test
    void aStepThatWasEditedSinceItRanIsNotGuessedAt() {
        project.changesetWith("1", "runInTransaction:false", "INSERT INTO t VALUES (3)", "SELECT 1 / 0")
                .deploy();
        project.empty().changesetWith("1", "runInTransaction:false", "INSERT INTO t VALUES (4)", "SELECT 1");

        Failure refused = project.deploy().error().orElseThrow();

        assertThat(refused.code()).isEqualTo("step-unclear");
        assertThat(refused.message()).contains("step 1", "was edited since an earlier run applied it");
    }

    @Test
    void reformattingIsNoEdit() {
        project.changesetWith("1", "runInTransaction:false", "INSERT INTO t VALUES (3)", "SELECT 1 / 0")
                .deploy();
        project.empty().changesetWith("1", "runInTransaction:false", "INSERT  INTO\n t VALUES (3)", "SELECT 1 / 1");

        assertThat(project.deploy().error()).isEmpty();
    }

    @Test
    void aFailedStepMayBeCorrectedInTheFile() {
        project.changesetWith("1", "runInTransaction:false", "INSERT INTO t VALUES (3)", "SELECT 1 / 0")
                .deploy();
        project.empty().changesetWith("1", "runInTransaction:false", "INSERT INTO t VALUES (3)", "SELECT 1 / 1");

        assertThat(project.deploy().error()).isEmpty();
        assertThat(database.query("SELECT count(*) FROM t")).containsExactly("3");
    }

    @Test
    void aTransactionOfItsOwnThatFailsIsEndedAndItsErrorTold() {
        project.changesetWith(
                "1", "splitStatements:false", "BEGIN;\nINSERT INTO t VALUES (3, 'c');\nSELECT 1 / 0;\nCOMMIT");

        Failure failure = project.deploy().error().orElseThrow();

        assertThat(failure.message()).contains("division by zero", "[22012]");
        assertThat(database.query("SELECT count(*) FROM t")).containsExactly("2");
        assertThat(database.query(JOURNAL)).containsExactly("1|failed|f|22012");
        assertThat(database.query("SELECT state FROM migrate_run")).containsExactly("failed");
    }

    @Test
    void aRerunThatBrokeOffCanBeSettled() throws Exception {
        String procedure = "CREATE OR REPLACE PROCEDURE slow() LANGUAGE sql AS ";
        database.execute(procedure + "'SELECT 1'");
        project.changesetWith("1", "runInTransaction:false runAlways:true", "CALL slow()");
        assertThat(project.deploy().error()).isEmpty();
        database.execute(procedure + "'SELECT pg_sleep(30)'");
        killWhileItSleeps();
        assertThat(project.deploy().error().orElseThrow().code()).isEqualTo("step-unclear");

        assertThat(project.resolveApplied("1").error()).isEmpty();

        assertThat(database.query("SELECT id, exectype, orderexecuted FROM databasechangelog"))
                .containsExactly("1|RERAN|2");
        database.execute(procedure + "'SELECT 1'");
        assertThat(project.deploy().error()).isEmpty();
    }

    /** Since 14; before, the server leaves it out with a warning. */
    /** The role that owns the schema's objects, which knows nothing of the run's own tables. */
    @Test
    void theLimitsOfAStepAreNotThoseOfTheRun() {
        project.statementTimeout(Duration.ofMillis(300))
                .changesetWith("1", "runInTransaction:false", "VACUUM t")
                .changeset("2", "CREATE TABLE seen AS SELECT current_setting('statement_timeout') AS own");

        assertThat(project.deploy().error()).isEmpty();
        assertThat(database.query("SELECT own FROM seen")).containsExactly("300ms");
    }

    private void killWhileItSleeps() throws Exception {
        CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
        String sleeping = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"
                + " AND application_name NOT LIKE '% lock'";
        database.await("SELECT count(*) = 1 " + sleeping);
        List<String> killed = database.query("SELECT pg_terminate_backend(pid) " + sleeping);
        assertThat(killed).containsExactly("t");
        assertThat(deploy.get(10, TimeUnit.SECONDS).error().orElseThrow()).isInstanceOf(Failure.Unreachable.class);
    }
}
