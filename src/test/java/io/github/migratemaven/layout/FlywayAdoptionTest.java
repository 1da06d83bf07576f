package io.github.migratemaven.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A database that Flyway has migrated half, taken over. */
@ExtendWith(TestDatabases.class)
class FlywayAdoptionTest {
    private static final String HISTORY = "SELECT id, exectype FROM databasechangelog ORDER BY orderexecuted";
    private static final String THEIRS = "SELECT * FROM flyway_schema_history ORDER BY installed_rank";

    @TempDir
    Path folder;

    private TestDatabase database;
    private FlywayProject project;

    @BeforeEach
    void project(TestDatabase fresh) {
        database = fresh;
        project = new FlywayProject(folder, database);
    }

    @Test
    void theFirstHalfIsRecordedAndTheSecondDeployed() {
        project.numbered(1, 20).file("R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT 1 AS one;");
        project.file("V1_5__odd.sql", "\uFEFFCREATE TABLE odd (id int);\r\n\r\n-- no end of line")
                .migrateTo("10");
        List<String> theirs = database.query(THEIRS);
        assertThat(theirs).hasSizeGreaterThanOrEqualTo(11);

        Outcome taken = project.ours().takeOver();

        assertThat(taken.error()).isEmpty();
        assertThat(taken.states()).containsExactly(State.PENDING);
        assertThat(database.query("SELECT id FROM databasechangelog WHERE id LIKE 'V%'"))
                .hasSize(11);
        assertThat(database.query("SELECT DISTINCT author, filename FROM databasechangelog WHERE id = 'V1_5__odd'"))
                .containsExactly("flyway|db/migration/V1_5__odd.sql");

        Outcome deployed = project.ours().deploy();

        assertThat(deployed.error()).isEmpty();
        assertThat(deployed.states()).containsExactly(State.UP_TO_DATE);
        assertThat(database.query(HISTORY)).hasSize(22);
        assertThat(database.value("SELECT count(*) FROM pg_tables WHERE tablename ~ '^t[0-9]+$'"))
                .isEqualTo("20");
        assertThat(database.query(THEIRS)).isEqualTo(theirs);
        // Going back: Flyway still reads its own history, and finds the second half pending.
        assertThat(project.info()).contains("1 Success", "1.5 Success", "10 Success", "11 Pending", "20 Pending");
    }

    @Test
    void aSecondBaselineChangesNothing() {
        project.numbered(1, 4).migrateTo("2");
        project.ours().takeOver();
        project.ours().deploy();
        List<String> before = database.query("SELECT * FROM databasechangelog ORDER BY orderexecuted");

        TestProject again = project.ours();
        Outcome outcome = again.takeOver();

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.applied()).isEmpty();
        assertThat(again.said()).contains("info: Everything that flyway_schema_history says is recorded already");
        assertThat(database.query("SELECT * FROM databasechangelog ORDER BY orderexecuted"))
                .isEqualTo(before);
    }

    @Test
    void nothingIsDeployedBeforeTheHistoryIsTakenOver() {
        project.numbered(1, 3).migrateTo("2");

        Outcome outcome = project.ours().deploy();

        Failure failure = outcome.error().orElseThrow();
        assertThat(failure.code()).isEqualTo("unmanaged");
        assertThat(failure.message()).contains("nothing was deployed", "flyway_schema_history");
        assertThat(failure.hint()).contains("mvn migrate:baseline -Dmigrate.from=flyway");
        assertThat(database.value("SELECT to_regclass('databasechangelog')")).isEmpty();
        assertThat(project.ours().status().states()).contains(State.UNMANAGED);
    }

    @Test
    void whatDisagreesIsNamedEachAndNothingRecorded() {
        project.numbered(1, 5).migrateTo("5");
        project.file("V2__table_2.sql", "CREATE TABLE t2 (id bigint);");
        project.remove("V3__table_3.sql").remove("V4__table_4.sql").file("V4__renamed.sql", "SELECT 1;");
        database.execute("UPDATE flyway_schema_history SET success = false WHERE version = '5'");

        Outcome outcome = project.ours().takeOver();

        Failure failure = outcome.error().orElseThrow();
        assertThat(failure.code()).isEqualTo("history-disagrees");
        assertThat(failure.message())
                .contains(
                        "V2__table_2 was edited after Flyway applied it",
                        "Flyway has applied V3__table_3.sql, which the project lacks",
                        "V4__renamed was applied as \"table 4\"",
                        "V5__table_5.sql failed");
        assertThat(outcome.findings())
                .extracting(f -> f.id())
                .contains("history-edited", "history-missing", "history-differs", "history-failed");
        assertThat(database.value("SELECT to_regclass('databasechangelog')")).isEmpty();
    }

    @Test
    void flywaysOwnBaselineStandsForWhatIsBelowIt() {
        database.execute("CREATE TABLE t1 (id int); CREATE TABLE t2 (id int)");
        project.numbered(1, 4);
        project.configuration().baselineVersion("2").load().baseline();
        project.migrateTo("3");

        project.ours().takeOver();

        assertThat(database.query("SELECT id, exectype FROM databasechangelog ORDER BY id"))
                .containsExactly("V1__table_1|MARK_RAN", "V2__table_2|MARK_RAN", "V3__table_3|EXECUTED");
        assertThat(project.ours().deploy().states()).containsExactly(State.UP_TO_DATE);
        assertThat(database.query("SELECT id FROM t4")).containsExactly("1");
    }

    @Test
    void aBaselineMigrationStandsForTheVersionsUpToIts() {
        project.numbered(1, 3).file("B2__state.sql", "CREATE TABLE t1 (id int); CREATE TABLE t2 (id int);");

        Outcome outcome = project.ours().deploy();

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.states()).containsExactly(State.UP_TO_DATE);
        assertThat(database.query(HISTORY))
                .containsExactly(
                        "V1__table_1|MARK_RAN", "V2__table_2|MARK_RAN", "B2__state|EXECUTED", "V3__table_3|EXECUTED");
        assertThat(database.query("SELECT count(*) FROM t1")).containsExactly("0");
    }

    @Test
    void aBaselineMigrationThatFlywayRanIsTakenOver() {
        project.numbered(1, 3).file("B2__state.sql", "CREATE TABLE t1 (id int); CREATE TABLE t2 (id int);");
        project.theirs().migrate();

        project.ours().takeOver();

        assertThat(database.query("SELECT id, exectype FROM databasechangelog ORDER BY id"))
                .containsExactly(
                        "B2__state|EXECUTED", "V1__table_1|MARK_RAN", "V2__table_2|MARK_RAN", "V3__table_3|EXECUTED");
        assertThat(project.ours().deploy().states()).containsExactly(State.UP_TO_DATE);
    }

    @Test
    void aRepeatableMigrationWithValuesHasFlywaysChecksum() {
        project.file("V1__t.sql", "CREATE TABLE t (id int)")
                .file("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT '${env}' AS e, '${flyway:defaultSchema}' AS s");
        project.configuration().placeholders(Map.of("env", "test")).load().migrate();
        TestProject ours = project.ours().parameters(Map.of("env", "test"));

        ours.takeOver();

        assertThat(ours.status().states()).containsExactly(State.UP_TO_DATE);

        TestProject other = project.ours().parameters(Map.of("env", "other"));
        assertThat(other.status().states()).containsExactly(State.PENDING);
        assertThat(other.deploy().states()).containsExactly(State.UP_TO_DATE);
        assertThat(database.query("SELECT * FROM v")).containsExactly("other|public");
        assertThat(database.query(HISTORY)).containsExactly("V1__t|EXECUTED", "R__v|RERAN");
    }

    @Test
    void aChangedRepeatableMigrationIsPendingNotWrong() {
        project.file("V1__t.sql", "CREATE TABLE t (id int)")
                .file("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT 1 AS a");
        project.theirs().migrate();
        project.file("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT 2 AS a");

        Outcome outcome = project.ours().takeOver();

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.findings()).anyMatch(f -> f.message().contains("R__v has changed since Flyway ran it"));
        project.ours().deploy();
        assertThat(database.query("SELECT a FROM v")).containsExactly("2");
    }

    @Test
    void deletedAndUndoneVersionsArePendingAgain() {
        project.numbered(1, 4).migrateTo("4").remove("V2__table_2.sql");
        project.theirs().repair();
        database.execute("DROP TABLE t2; DROP TABLE t3;"
                + "INSERT INTO flyway_schema_history SELECT 99, '3', description, 'UNDO_SQL', 'U3__table_3.sql', 0,"
                + " installed_by, now(), 1, true FROM flyway_schema_history WHERE version = '3'");

        Outcome outcome = project.ours().takeOver();

        assertThat(outcome.error()).isEmpty();
        assertThat(database.query(HISTORY)).containsExactly("V1__table_1|EXECUTED", "V4__table_4|EXECUTED");
        assertThat(project.ours().deploy().states()).containsExactly(State.UP_TO_DATE);
        assertThat(database.query("SELECT to_regclass('t3'), to_regclass('t2')"))
                .containsExactly("t3|");
    }
}
