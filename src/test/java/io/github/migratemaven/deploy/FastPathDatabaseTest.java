package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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

    /** The row's version is what is looked at first: each of these writes another row of the catalogue. */
    @Test
    void eachKindOfDriftIsFound() {
        project.changeset("1", """
                CREATE TYPE mood AS ENUM ('sad');
                CREATE DOMAIN price AS numeric CHECK (VALUE > 0);
                CREATE SEQUENCE numbers;
                CREATE TABLE a (id int PRIMARY KEY, name varchar(10), code varchar(10), note text DEFAULT 'x', at int CONSTRAINT positive CHECK (at > 0));
                CREATE VIEW names AS SELECT name FROM a;
                CREATE POLICY own ON a USING (id = 1);
                CREATE STATISTICS pair ON id, name FROM a""")
                .changeset("2", "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'")
                .changeset("3", "CREATE INDEX a_name ON a (name)")
                .changeset("4", "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")
                .changeset("5", "CREATE TRIGGER touched BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION touch()");
        for (String drift : List.of(
                "ALTER TYPE mood ADD VALUE 'glad'",
                "ALTER TYPE mood RENAME VALUE 'sad' TO 'bad'",
                "ALTER DOMAIN price ADD CHECK (VALUE < 9)",
                "ALTER DOMAIN price SET NOT NULL",
                "ALTER SEQUENCE numbers INCREMENT BY 5",
                "ALTER TABLE a ALTER COLUMN code TYPE varchar(20)",
                "ALTER TABLE a ALTER COLUMN at SET NOT NULL",
                "ALTER TABLE a ALTER COLUMN note SET DEFAULT 'y'",
                "ALTER TABLE a RENAME COLUMN note TO remark",
                "ALTER TABLE a DROP CONSTRAINT positive",
                "ALTER TABLE a RENAME CONSTRAINT positive TO above",
                "ALTER TABLE a ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE a DISABLE TRIGGER touched",
                "ALTER POLICY own ON a USING (id = 2)",
                "CREATE OR REPLACE VIEW names AS SELECT name FROM a WHERE false",
                "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2'",
                "ALTER FUNCTION one() IMMUTABLE",
                "DROP INDEX a_name",
                "DROP TRIGGER touched ON a",
                "DROP STATISTICS pair",
                "CREATE TABLE b ()",
                "CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int)")) {
            database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            runs.deployReading();
            runs.statusFast();

            database.execute(drift);

            assertThat(runs.statusReading().states()).as(drift).containsExactly(State.DRIFTED);
        }
    }

    @Test
    void rowsThatAreWrittenAnewAndSayTheSameAreNoDrift() {
        project.changeset("1", "CREATE TABLE a (id int PRIMARY KEY)");
        runs.deployReading();
        for (String change : List.of(
                "GRANT SELECT ON a TO pg_read_all_data",
                "TRUNCATE a",
                "ANALYZE a",
                "VACUUM FULL a",
                "REINDEX TABLE a")) {
            database.execute(change);
            runs.statusFast();
            runs.deployFast();
        }
    }

    /** Else what somebody changed between a deploy's last look and its seal would never be found. */
    @Test
    void versionsAreStoredOnlyWithTheCatalogueThatTheyBelongTo() {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();
        assertThat(database.value(
                        "SELECT split_part(fingerprint, ':', 4) <> '' FROM migrate_run WHERE fingerprint IS NOT NULL"))
                .isEqualTo("t");
        database.execute("UPDATE migrate_run SET fingerprint ="
                + " regexp_replace(fingerprint, ':[^:]*:[^:]*$', '') WHERE fingerprint IS NOT NULL");
        runs.statusFast();

        database.execute("ALTER TABLE a ADD COLUMN b int");

        assertThat(runs.statusReading().states()).containsExactly(State.DRIFTED);
    }

    /** A renamed type is in the definitions of the columns that have it. */
    @Test
    void aRenamedMultirangeIsDrift() {
        assumeThat(Integer.parseInt(database.value("SHOW server_version_num"))).isGreaterThanOrEqualTo(140_000);
        project.changeset(
                "1",
                "CREATE TYPE span AS RANGE (subtype = date, multirange_type_name = spans)",
                "CREATE TABLE a (at spans)");
        runs.deployReading();
        runs.statusFast();

        database.execute("ALTER TYPE spans RENAME TO periods");

        assertThat(runs.statusReading().states()).containsExactly(State.DRIFTED);
    }

    @Test
    void aSealThatTheServerRefusesLeavesNoLockBehind() {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();
        database.execute("CREATE SCHEMA elsewhere; CREATE FUNCTION elsewhere.no() RETURNS trigger LANGUAGE plpgsql"
                + " AS $$ BEGIN RAISE 'not now'; END $$; CREATE TRIGGER no BEFORE UPDATE ON migrate_run FOR EACH ROW"
                + " WHEN (NEW.fingerprint IS NOT NULL) EXECUTE FUNCTION elsewhere.no()");
        project.changeset("2", "CREATE TABLE b (id int)");

        assertThat(runs.deployReading().states()).containsExactly(State.UP_TO_DATE);
        assertThat(database.value("SELECT locked FROM databasechangeloglock")).isEqualTo("f");
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
