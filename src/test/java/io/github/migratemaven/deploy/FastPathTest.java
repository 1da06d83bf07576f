package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a project or a database can change, and that the fingerprint of the last run sees it. */
@ExtendWith(TestDatabases.class)
class FastPathTest {
    private static final String MASTER = "db/changelog/db.changelog-master.yaml";
    private static final String INCLUDE_ALL = """
            databaseChangeLog:
              - includeAll:
                  path: parts/
                  relativeToChangelogFile: true
                  errorIfMissingOrEmpty: false
            """;

    @TempDir
    Path folder;

    private TestDatabase database;
    private TestProject project;

    @BeforeEach
    void project(TestDatabase fresh) {
        database = fresh;
        project = new TestProject(folder, fresh);
    }

    @AfterEach
    void forgetProperties() {
        System.clearProperty("fast.path.test");
        System.clearProperty("liquibase.missingPropertyMode");
    }

    // --- it holds ---

    @Test
    void asLongAsNothingChangesNothingIsRead() {
        project.changeset("1", "CREATE TABLE a (id int)").changeset("2", "INSERT INTO a VALUES (1)");
        assertThat(deploy(false).applied()).hasSize(2);

        Outcome again = deploy(true);

        assertThat(again.states()).containsExactly(State.UP_TO_DATE);
        assertThat(again.applied()).isEmpty();
        assertThat(again.error()).isEmpty();
        assertThat(again.lastRun().orElseThrow().state()).isEqualTo("succeeded");
    }

    @Test
    void statusTellsTheSameEitherWay() {
        project.changeset("1", "CREATE TABLE a (id int)").changeset("ä 'b'", "CREATE TABLE b (id int)");
        deploy(false);
        database.execute("INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                + " VALUES ('x', 'x', 'liquibase-internal', localtimestamp, 99, 'EXECUTED')");
        project.changeset("3", "SELECT 3");
        deploy(false);
        database.execute("UPDATE migrate_run SET fingerprint = NULL");
        Outcome read = status(false);
        deploy(false);

        Outcome fast = status(true);

        assertThat(fast.applied()).isEqualTo(read.applied()).hasSize(3);
        assertThat(fast.applied()).extracting(AppliedChangeset::executedAt).doesNotContainNull();
        assertThat(fast.states()).isEqualTo(read.states());
        assertThat(fast.target()).isEqualTo(read.target());
        assertThat(fast.findings()).isEqualTo(read.findings()).isEmpty();
        assertThat(fast.lastRun().orElseThrow().id())
                .isEqualTo(read.lastRun().orElseThrow().id());
        assertThat(fast.lastRun().orElseThrow().finishedAt())
                .isEqualTo(read.lastRun().orElseThrow().finishedAt());
    }

    @Test
    void aDeployThatHadToReadAndFoundNothingLeavesTheFingerprintForTheNext() {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);
        database.execute("UPDATE migrate_run SET fingerprint = NULL");

        deploy(false);

        deploy(true);
        assertThat(database.value("SELECT count(*) FROM migrate_run")).isEqualTo("1");
    }

    @Test
    void aCopyOfTheDatabaseAndOfTheProjectIsKnown() throws IOException {
        project.root(MASTER).file(MASTER, INCLUDE_ALL).file("db/changelog/parts/1.sql", sql("1", "CREATE TABLE a ()"));
        deploy(false);
        Path other = Files.createDirectory(folder.resolve("other"));
        TestProject copy = new TestProject(other, database).root(MASTER);
        copy.file(MASTER, INCLUDE_ALL).file("db/changelog/parts/1.sql", sql("1", "CREATE TABLE a ()"));

        copy.deploy();

        assertThat(copy.said()).anyMatch(line -> line.contains("nothing has changed"));
    }

    // --- files ---

    @Test
    void anEditedFileIsSeen() {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);

        project.empty().changeset("1", "CREATE TABLE a (id bigint)");

        assertThat(deploy(false).error().orElseThrow().code()).isEqualTo("edited");
        assertThat(status(false).states()).containsExactly(State.EDITED);
    }

    @Test
    void anAppendedChangesetIsSeen() {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);

        project.changeset("2", "CREATE TABLE b (id int)");

        assertThat(status(false).states()).containsExactly(State.PENDING);
        assertThat(deploy(false).applied()).hasSize(1);
        deploy(true);
    }

    @Test
    void aFileThatChangesOnlyItsCommentsIsReadAgainOnce() {
        project.file(TestProject.SQL, sql("1", "CREATE TABLE a ()"));
        deploy(false);

        project.file(
                TestProject.SQL, sql("1", "CREATE TABLE a ()").replace("\n--changeset", "\n\n-- why\n--changeset"));

        deploy(false);
        deploy(true);
    }

    @Test
    void aFileAddedToAnIncludedFolderIsSeenAndSoIsOneThatIsRemoved() throws IOException {
        project.root(MASTER).file(MASTER, INCLUDE_ALL).file("db/changelog/parts/1.sql", sql("1", "CREATE TABLE a ()"));
        deploy(false);
        deploy(true);

        project.file("db/changelog/parts/2.sql", sql("2", "CREATE TABLE b ()"));
        assertThat(status(false).states()).containsExactly(State.PENDING);
        assertThat(deploy(false).applied()).hasSize(1);
        deploy(true);

        Files.delete(resource("db/changelog/parts/1.sql"));
        assertThat(status(false).states()).containsExactly(State.MISSING);
    }

    @Test
    void aRenamedFileIsSeen() throws IOException {
        project.root(MASTER).file(MASTER, INCLUDE_ALL).file("db/changelog/parts/1.sql", sql("1", "CREATE TABLE a ()"));
        deploy(false);

        Files.move(resource("db/changelog/parts/1.sql"), resource("db/changelog/parts/3.sql"));

        assertThat(status(false).states()).contains(State.MISSING, State.PENDING);
    }

    @Test
    void reorderedIncludesAreRead() {
        project.root(MASTER).file("a.sql", sql("a", "SELECT 1")).file("b.sql", sql("b", "SELECT 2"));
        project.file(MASTER, includes("a.sql", "b.sql"));
        deploy(false);

        project.file(MASTER, includes("b.sql", "a.sql"));

        deploy(false);
        deploy(true);
    }

    @Test
    void aFileThatAStatementReadsIsSeen() {
        project.root(MASTER).file("db/data/a.csv", "id\n1\n").file("db/data/b.sql", "CREATE VIEW v AS SELECT 1");
        project.file(MASTER, """
                databaseChangeLog:
                  - changeSet:
                      {id: 1, author: me, changes: [{createTable: {tableName: a, columns: [{column: {name: id, type: int}}]}}]}
                  - changeSet: {id: 2, author: me, changes: [{loadData: {file: db/data/a.csv, tableName: a}}]}
                  - changeSet:
                      {id: 3, author: me, changes: [{sqlFile: {path: ../data/b.sql, relativeToChangelogFile: true}}]}
                """);
        assertThat(deploy(false).error()).isEmpty();
        deploy(true);

        project.file("db/data/a.csv", "id\n2\n");
        assertThat(status(false).states()).containsExactly(State.EDITED);
        project.file("db/data/a.csv", "id\n1\n");
        status(true);
        project.file("db/data/b.sql", "CREATE VIEW v AS SELECT 2");
        assertThat(status(false).states()).containsExactly(State.EDITED);
    }

    @Test
    void aFileOutsideOfTheProjectIsSeen(@TempDir Path elsewhere) throws IOException {
        Path outside = elsewhere.resolve("shared.sql");
        Files.writeString(outside, sql("1", "CREATE TABLE a ()"));
        Path from = folder.resolve("src/main/resources");
        Files.createDirectories(from);
        Files.createDirectories(from.resolve("db"));
        Files.createSymbolicLink(from.resolve("db/linked"), elsewhere);
        project.root(MASTER).file(MASTER, includes("db/linked/shared.sql"));
        assertThat(deploy(false).error()).isEmpty();
        deploy(true);

        Files.writeString(outside, sql("1", "CREATE TABLE b ()"));

        assertThat(status(false).states()).containsExactly(State.EDITED);
    }

    @Test
    void aFileThatComesToStandBeforeAnotherIsSeen() throws IOException {
        // The second root is the project's folder.
        Files.createDirectories(folder.resolve("more"));
        Files.createDirectories(folder.resolve("src/main/resources"));
        Files.writeString(folder.resolve("more/a.sql"), sql("a", "SELECT 1"));
        project.root("more/a.sql");
        deploy(false);
        deploy(true);

        project.file("more/a.sql", sql("a", "SELECT 2"));

        assertThat(status(false).states()).containsExactly(State.EDITED);
    }

    @Test
    void runOnChangeIsSeen() {
        project.changesetWith("1", "runOnChange:true", "CREATE OR REPLACE VIEW v AS SELECT 1 AS a");
        deploy(false);
        deploy(true);

        project.empty().changesetWith("1", "runOnChange:true", "CREATE OR REPLACE VIEW v AS SELECT 2 AS a");

        assertThat(status(false).states()).containsExactly(State.PENDING);
        assertThat(deploy(false).applied()).hasSize(1);
    }

    @Test
    void runAlwaysRunsAlways() {
        project.changesetWith("1", "runAlways:true", "SELECT 1").changeset("2", "CREATE TABLE a ()");
        deploy(false);

        assertThat(deploy(false).applied()).hasSize(1);
        assertThat(deploy(false).applied()).hasSize(1);
    }

    @Test
    void aCustomChangeIsAskedEachTime() {
        project.root(MASTER).file(MASTER, """
                databaseChangeLog:
                  - changeSet:
                      {id: 1, author: me, changes: [{customChange: {class: io.github.migratemaven.roundtrip.NoteTask}}]}
                """);
        database.execute("CREATE TABLE note (word text)");
        assertThat(deploy(false).error()).isEmpty();

        deploy(false);
        deploy(false);
    }

    // --- parameters ---

    @Test
    void aChangedParameterIsSeen() {
        project.parameters(Map.of("kind", "int")).changeset("1", "CREATE TABLE a (id ${kind})");
        deploy(false);
        deploy(true);

        project.parameters(Map.of("kind", "bigint"));

        assertThat(status(false).states()).containsExactly(State.EDITED);
    }

    @Test
    void aChangedSystemPropertyThatTheChangelogAsksForIsSeen() {
        System.setProperty("fast.path.test", "int");
        project.parameters(Map.of("kind", "${Fast.Path.Test}")).changeset("1", "CREATE TABLE a (id ${kind})");
        deploy(false);
        deploy(true);

        System.setProperty("fast.path.test", "bigint");
        assertThat(status(false).states()).containsExactly(State.EDITED);
        System.clearProperty("fast.path.test");
        assertThat(status(false).states()).containsExactly(State.EDITED);
    }

    @Test
    void aPropertyThatNobodyAsksForIsNobodysBusiness() {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);

        System.setProperty("fast.path.test", "other");

        deploy(true);
    }

    @Test
    void aSettingOfLiquibasesIsSeen() {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);

        System.setProperty("liquibase.missingPropertyMode", "EMPTY");

        deploy(false);
    }

    @Test
    void otherContextsAreSeen() {
        project.changesetWith("1", "context:one", "CREATE TABLE a ()").changesetWith("2", "context:two", "SELECT 2");
        project.contexts("one");
        assertThat(deploy(false).applied()).hasSize(1);
        deploy(true);

        project.contexts("two");

        assertThat(status(false).states()).contains(State.PENDING);
    }

    @Test
    void anotherTimeZoneIsReadAgain() {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

            deploy(false);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    // --- the database ---

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
            deploy(false);
            status(true);

            database.execute(change);

            status(false);
        }
    }

    @Test
    void driftIsStillFound() {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);
        status(true);

        database.execute("ALTER TABLE a ADD COLUMN b int");

        assertThat(status(false).states()).containsExactly(State.DRIFTED);
        assertThat(deploy(false).states()).containsExactly(State.DRIFTED);
        assertThat(deploy(false).states()).containsExactly(State.DRIFTED);
        database.execute("ALTER TABLE a DROP COLUMN b");
        deploy(true);
    }

    @Test
    void whatIsLeftBehindIsStillFound() {
        project.changeset("1", "CREATE TABLE a (id int)").changeset("2", "CREATE INDEX i ON a (id)");
        deploy(false);

        database.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass");

        assertThat(status(false).states()).containsExactly(State.INVALID_OBJECTS);
    }

    @Test
    void aLockIsStillFound() throws Exception {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);

        database.execute("UPDATE databasechangeloglock SET locked = true, lockedby = 'x', lockgranted = now()");

        assertThat(status(false).states()).containsExactly(State.LOCKED);
        database.execute("UPDATE databasechangeloglock SET locked = false");
        status(true);
    }

    @Test
    void anOpenStepIsStillFound() {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);

        database.execute("INSERT INTO migrate_step (run_id, changeset_id, author, path, step, sql_hash, state,"
                + " transactional, completed) VALUES ('x', '1', 'me', 'x', 1, 'x', 'failed', false, false)");

        assertThat(status(false).states()).containsExactly(State.FAILED);
    }

    @Test
    void anotherSchemaHasItsOwnFingerprint() {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);
        database.execute("CREATE SCHEMA s");

        project.target(database.target().withSchema("s"));

        assertThat(status(false).states()).containsExactly(State.PENDING);
        deploy(false);
        deploy(true);
    }

    @Test
    void anotherDatabaseIsAnother(TestDatabase first, TestDatabase second) {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);

        project.target(second.target());

        assertThat(status(false).states()).containsExactly(State.PENDING);
    }

    @Test
    void aRunThatBreaksOffMakesTheFingerprintInvalid() {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);
        project.changeset("2", "SELECT 1 / 0");
        deploy(false);
        assertThat(database.value("SELECT count(fingerprint) FROM migrate_run")).isEqualTo("0");

        project.empty().changeset("1", "CREATE TABLE a (id int)");

        deploy(false);
    }

    @Test
    void aFingerprintThatSomebodyTouchedIsNoProof() {
        project.changeset("1", "CREATE TABLE a (id int)");
        deploy(false);
        for (String touched : List.of(
                "''", "'1:'", "'1:AAAA'", "'2:' || fingerprint", "left(fingerprint, 60)", "'1:eJwDAAAAAAE=:'")) {
            database.execute("UPDATE migrate_run SET fingerprint = " + touched);

            deploy(false);
            deploy(true);
        }
    }

    private Outcome deploy(boolean fast) {
        int before = project.said().size();
        Outcome outcome = project.deploy();
        assertThat(project.said()
                        .subList(before, project.said().size())
                        .toString()
                        .contains("nothing has changed"))
                .as("whether the fingerprint was enough: %s", project.said())
                .isEqualTo(fast);
        return outcome;
    }

    private Outcome status(boolean fast) {
        int before = project.said().size();
        Outcome outcome = project.status();
        boolean read = !outcome.lastRun().map(r -> r.catalogue().isEmpty()).orElse(false);
        assertThat(!read)
                .as(
                        "whether the fingerprint was enough: %s",
                        project.said().subList(before, project.said().size()))
                .isEqualTo(fast);
        return outcome;
    }

    private Path resource(String path) {
        return folder.resolve("src/main/resources").resolve(path);
    }

    private static String sql(String id, String statement) {
        return "--liquibase formatted sql\n--changeset me:" + id + "\n" + statement + ";\n";
    }

    private static String includes(String... files) {
        StringBuilder yaml = new StringBuilder("databaseChangeLog:\n");
        for (String file : files) {
            yaml.append("  - include: {file: ").append(file).append("}\n");
        }
        return yaml.toString();
    }
}
