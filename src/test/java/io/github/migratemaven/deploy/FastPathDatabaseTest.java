package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a database can change, and that the fingerprint of the last run does not hide it. */
@ExtendWith(TestDatabases.class)
class FastPathDatabaseTest {
    @TempDir
    Path folder;

    private TestDatabase database;
    private TestProject project;
    private Runs runs;

    @BeforeEach
    void project(TestDatabase fresh) {
        database = fresh;
        project = new TestProject(folder, fresh);
        runs = new Runs(project, fresh);
    }

    @Test
    void anyChangeOfTheHistoryIsSeen() {
        project.changeset("1", "CREATE TABLE a (id int)").changeset("2", "CREATE TABLE b (id int)");
        for (String change : List.of(
                "DELETE FROM databasechangelog WHERE id = '2'",
                "UPDATE databasechangelog SET md5sum = '9:00000000000000000000000000000000' WHERE id = '1'",
                "UPDATE databasechangelog SET md5sum = NULL WHERE id = '1'",
                "UPDATE databasechangelog SET comments = 'x' WHERE id = '1'",
                "UPDATE databasechangelog SET orderexecuted = 3 - orderexecuted",
                "UPDATE databasechangelog SET tag = 'v1' WHERE id = '2'",
                "UPDATE databasechangelog SET dateexecuted = dateexecuted - interval '1 microsecond'",
                "UPDATE databasechangelog SET filename = 'x' || filename",
                "INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                        + " VALUES ('3', 'me', 'x.sql', localtimestamp, 3, 'EXECUTED')",
                "INSERT INTO databasechangelog SELECT * FROM databasechangelog",
                "TRUNCATE databasechangelog")) {
            database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            runs.deployReading();
            runs.statusFast();

            database.execute(change);

            runs.statusReading();
        }
    }

    @Test
    void driftIsStillFound() {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();
        runs.statusFast();

        database.execute("ALTER TABLE a ADD COLUMN b int");

        assertThat(runs.statusReading().states()).containsExactly(State.DRIFTED);
        assertThat(runs.deployReading().states()).containsExactly(State.DRIFTED);
        assertThat(runs.deployReading().states()).containsExactly(State.DRIFTED);
        database.execute("ALTER TABLE a DROP COLUMN b");
        runs.deployFast();
    }

    @Test
    void whatIsLeftBehindIsStillFound() {
        project.changeset("1", "CREATE TABLE a (id int)").changeset("2", "CREATE INDEX i ON a (id)");
        runs.deployReading();

        database.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass");

        assertThat(runs.statusReading().states()).containsExactly(State.INVALID_OBJECTS);
    }

    @Test
    void aLockIsStillFound() throws Exception {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();

        database.execute("UPDATE databasechangeloglock SET locked = true, lockedby = 'x', lockgranted = now()");

        assertThat(runs.statusReading().states()).containsExactly(State.LOCKED);
        database.execute("UPDATE databasechangeloglock SET locked = false");
        runs.statusFast();
    }

    @Test
    void anOpenStepIsStillFound() {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();

        database.execute("INSERT INTO migrate_step (run_id, changeset_id, author, path, step, sql_hash, state,"
                + " transactional, completed) VALUES ('x', '1', 'me', 'x', 1, 'x', 'failed', false, false)");

        assertThat(runs.statusReading().states()).containsExactly(State.FAILED);
    }

    @Test
    void anotherSchemaHasItsOwnFingerprint() {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();
        database.execute("CREATE SCHEMA s");

        project.target(database.target().withSchema("s"));

        assertThat(runs.statusReading().states()).containsExactly(State.PENDING);
        runs.deployReading();
        runs.deployFast();
    }

    @Test
    void anotherDatabaseIsAnother(TestDatabase first, TestDatabase second) {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();

        project.target(second.target());

        assertThat(runs.statusReading().states()).containsExactly(State.PENDING);
    }

    @Test
    void aRunThatBreaksOffMakesTheFingerprintInvalid() {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();
        project.changeset("2", "SELECT 1 / 0");
        runs.deployReading();
        assertThat(database.value("SELECT count(fingerprint) FROM migrate_run")).isEqualTo("0");

        project.empty().changeset("1", "CREATE TABLE a (id int)");

        runs.deployReading();
    }

    @Test
    void aFingerprintThatSomebodyTouchedIsNoProof() {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();
        for (String touched : List.of(
                "''", "'1:'", "'1:AAAA'", "'2:' || fingerprint", "left(fingerprint, 60)", "'1:eJwDAAAAAAE=:'")) {
            database.execute("UPDATE migrate_run SET fingerprint = " + touched);

            runs.deployReading();
            runs.deployFast();
        }
    }
}
