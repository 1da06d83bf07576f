package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.RunRecord;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabases.class)
class JournalTest {
    @TempDir
    Path folder;

    @Test
    void aRunIsRecordedWithWhoAndWhereFrom(TestDatabase database) {
        TestProject project = new TestProject(folder, database).changeset("1", "CREATE TABLE a (id int)");
        project.deploy();

        assertThat(database.query("SELECT goal, state, executed_by = session_user, source, git_commit, environment,"
                        + " tool_version, applied, wal_position IS NOT NULL, finished_at >= started_at, error IS NULL"
                        + " FROM migrate_run"))
                .containsExactly("deploy|succeeded|t|https://ci/run/7|0123abc|staging|0-test|1|t|t|t");
        RunRecord last = project.status().lastRun().orElseThrow();
        assertThat(last.state()).isEqualTo("succeeded");
        assertThat(last.source()).isEqualTo("https://ci/run/7");
        assertThat(database.query("SELECT key FROM migrate_run, jsonb_object_keys(catalogue) AS key ORDER BY 1"))
                .containsExactly("history", "server", "table a");
    }

    @Test
    void aFailedRunSaysWhyAndOnlyTheNewestKeepsItsCatalogue(TestDatabase database) {
        TestProject project = new TestProject(folder, database).changeset("1", "CREATE TABLE a (id int)");
        project.deploy();
        project.changeset("2", "SELECT 1 / 0").deploy();

        assertThat(database.query(
                        "SELECT state, applied, error LIKE '%master.sql:7:1: changeset \"2\" failed: division%',"
                                + " catalogue IS NULL FROM migrate_run ORDER BY started_at"))
                .containsExactly("succeeded|1||t", "failed|0|t|f");
        assertThat(project.status().states()).containsExactly(State.PENDING);
    }

    @Test
    void aRunWithNothingToDoIsNone(TestDatabase database) {
        TestProject project = new TestProject(folder, database).changeset("1", "SELECT 1");
        project.deploy();
        project.deploy();

        assertThat(database.query("SELECT count(*) FROM migrate_run")).containsExactly("1");
    }

    @Test
    void statusAndPlanCreateNothing(TestDatabase database) {
        String objects = "SELECT oid FROM pg_class ORDER BY oid";
        var before = database.query(objects);
        TestProject project = new TestProject(folder, database).changeset("1", "CREATE TABLE a (id int)");

        assertThat(project.status().states()).containsExactly(State.PENDING);
        assertThat(project.plan().script()).hasSize(1);
        assertThat(database.query(objects)).isEqualTo(before);
    }

    @Test
    void aChangeByHandIsFoundAndNamed(TestDatabase database) {
        TestProject project = new TestProject(folder, database)
                .changeset("1", "CREATE TABLE a (id int)", "CREATE TABLE b (id int)", "CREATE VIEW v AS SELECT 1 AS x");
        project.deploy();
        database.execute("ALTER TABLE a ADD COLUMN name text; DROP TABLE b; CREATE INDEX extra ON a (id);"
                + " COMMENT ON TABLE a IS 'comments are nobody''s business'");

        Outcome status = project.status();

        assertThat(status.states()).containsExactly(State.DRIFTED);
        assertThat(status.findings())
                .extracting(f -> f.message())
                .containsExactly(
                        "index extra was added since the last run",
                        "table a was changed since the last run",
                        "table b is gone since the last run");
        assertThat(project.deploy().error()).as("a warning").isEmpty();
        assertThat(project.said()).contains("warn: table b is gone since the last run");
    }

    @Test
    void whatStockLiquibaseDeployedSinceIsNoDrift(TestDatabase database) {
        TestProject project = new TestProject(folder, database).changeset("1", "CREATE TABLE a (id int)");
        project.deploy();
        project.changeset("2", "CREATE TABLE b (id int)");
        database.execute("CREATE TABLE b (id int); INSERT INTO databasechangelog SELECT '2', author, filename,"
                + " dateexecuted, 2, exectype, NULL FROM databasechangelog");

        assertThat(project.status().states()).containsExactly(State.UP_TO_DATE);
    }
}
