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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a project can change, and that the fingerprint of the last run sees it. */
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
    private Runs runs;

    @BeforeEach
    void project(TestDatabase fresh) {
        database = fresh;
        project = new TestProject(folder, fresh);
        runs = new Runs(project, fresh);
    }

    // --- it holds ---

    @Test
    void asLongAsNothingChangesNothingIsRead() {
        project.changeset("1", "CREATE TABLE a (id int)").changeset("2", "INSERT INTO a VALUES (1)");
        assertThat(runs.deployReading().applied()).hasSize(2);

        Outcome again = runs.deployFast();

        assertThat(again.states()).containsExactly(State.UP_TO_DATE);
        assertThat(again.applied()).isEmpty();
        assertThat(again.error()).isEmpty();
        assertThat(again.lastRun().orElseThrow().state()).isEqualTo("succeeded");
    }

    @Test
    void statusTellsTheSameEitherWay() {
        project.changeset("1", "CREATE TABLE a (id int)").changeset("ä 'b'", "CREATE TABLE b (id int)");
        runs.deployReading();
        database.execute("INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                + " VALUES ('x', 'x', 'liquibase-internal', localtimestamp, 99, 'EXECUTED')");
        project.changeset("3", "SELECT 3");
        runs.deployReading();
        database.execute("UPDATE migrate_run SET fingerprint = NULL");
        Outcome read = runs.statusReading();
        runs.deployReading();

        Outcome fast = runs.statusFast();

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
        runs.deployReading();
        database.execute("UPDATE migrate_run SET fingerprint = NULL");

        runs.deployReading();

        runs.deployFast();
        assertThat(database.value("SELECT count(*) FROM migrate_run")).isEqualTo("1");
    }

    @Test
    void aCopyOfTheDatabaseAndOfTheProjectIsKnown() throws IOException {
        project.root(MASTER).file(MASTER, INCLUDE_ALL).file("db/changelog/parts/1.sql", sql("1", "CREATE TABLE a ()"));
        runs.deployReading();
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
        runs.deployReading();

        project.empty().changeset("1", "CREATE TABLE a (id bigint)");

        assertThat(runs.deployReading().error().orElseThrow().code()).isEqualTo("edited");
        assertThat(runs.statusReading().states()).containsExactly(State.EDITED);
    }

    @Test
    void anAppendedChangesetIsSeen() {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();

        project.changeset("2", "CREATE TABLE b (id int)");

        assertThat(runs.statusReading().states()).containsExactly(State.PENDING);
        assertThat(runs.deployReading().applied()).hasSize(1);
        runs.deployFast();
    }

    @Test
    void aFileThatChangesOnlyItsCommentsIsReadAgainOnce() {
        project.file(TestProject.SQL, sql("1", "CREATE TABLE a ()"));
        runs.deployReading();

        project.file(
                TestProject.SQL, sql("1", "CREATE TABLE a ()").replace("\n--changeset", "\n\n-- why\n--changeset"));

        runs.deployReading();
        runs.deployFast();
    }

    @Test
    void aFileAddedToAnIncludedFolderIsSeenAndSoIsOneThatIsRemoved() throws IOException {
        project.root(MASTER).file(MASTER, INCLUDE_ALL).file("db/changelog/parts/1.sql", sql("1", "CREATE TABLE a ()"));
        runs.deployReading();
        runs.deployFast();

        project.file("db/changelog/parts/2.sql", sql("2", "CREATE TABLE b ()"));
        assertThat(runs.statusReading().states()).containsExactly(State.PENDING);
        assertThat(runs.deployReading().applied()).hasSize(1);
        runs.deployFast();

        Files.delete(resource("db/changelog/parts/1.sql"));
        assertThat(runs.statusReading().states()).containsExactly(State.MISSING);
    }

    @Test
    void aFileInALinkedFolderBelowAnIncludedOneIsSeen(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("2.sql"), sql("2", "CREATE TABLE b ()"));
        project.root(MASTER).file(MASTER, INCLUDE_ALL).file("db/changelog/parts/1.sql", sql("1", "CREATE TABLE a ()"));
        Files.createSymbolicLink(resource("db/changelog/parts/linked"), elsewhere);
        assertThat(runs.deployReading().applied()).hasSize(2);
        runs.deployFast();

        Files.writeString(elsewhere.resolve("2.sql"), sql("2", "CREATE TABLE c ()"));
        assertThat(runs.statusReading().states()).containsExactly(State.EDITED);
        Files.writeString(elsewhere.resolve("2.sql"), sql("2", "CREATE TABLE b ()"));
        runs.statusFast();
        Files.writeString(elsewhere.resolve("3.sql"), sql("3", "CREATE TABLE c ()"));
        assertThat(runs.statusReading().states()).containsExactly(State.PENDING);
    }

    @Test
    void aLinkToNowhereAmongTheFilesOfAFolderIsDoubtful() throws IOException {
        project.root(MASTER).file(MASTER, INCLUDE_ALL).file("db/changelog/parts/1.sql", sql("1", "CREATE TABLE a ()"));
        runs.deployReading();
        runs.deployFast();

        Files.createSymbolicLink(resource("db/changelog/parts/2.sql"), folder.resolve("nowhere"));

        assertThat(runs.statusReading().states()).containsExactly(State.UP_TO_DATE);
    }

    @Test
    void hundredsOfFilesAreReadByTwoThreads() throws IOException {
        project.root(MASTER).file(MASTER, INCLUDE_ALL);
        for (int i = 0; i < 600; i++) {
            project.file("db/changelog/parts/" + (1000 + i) + ".sql", sql("" + i, "SELECT " + i));
        }
        assertThat(runs.deployReading().applied()).hasSize(600);
        runs.deployFast();

        for (int edited : new int[] {0, 499, 500, 599}) {
            project.file("db/changelog/parts/" + (1000 + edited) + ".sql", sql("" + edited, "SELECT -1"));
            assertThat(runs.statusReading().states()).containsExactly(State.EDITED);
            project.file("db/changelog/parts/" + (1000 + edited) + ".sql", sql("" + edited, "SELECT " + edited));
        }
        runs.statusFast();
    }

    @Test
    void theEndOfALongFileCounts() throws IOException {
        String comment = "-- " + "long ".repeat(1000) + "\n";
        project.root(MASTER).file(MASTER, INCLUDE_ALL).file("db/changelog/parts/1.sql", sql("1", comment + "SELECT 1"));
        runs.deployReading();
        runs.statusFast();

        project.file("db/changelog/parts/1.sql", sql("1", comment + "SELECT 2"));

        assertThat(runs.statusReading().states()).containsExactly(State.EDITED);
    }

    @Test
    void aRenamedFileIsSeen() throws IOException {
        project.root(MASTER).file(MASTER, INCLUDE_ALL).file("db/changelog/parts/1.sql", sql("1", "CREATE TABLE a ()"));
        runs.deployReading();

        Files.move(resource("db/changelog/parts/1.sql"), resource("db/changelog/parts/3.sql"));

        assertThat(runs.statusReading().states()).contains(State.MISSING, State.PENDING);
    }

    @Test
    void reorderedIncludesAreRead() {
        project.root(MASTER).file("a.sql", sql("a", "SELECT 1")).file("b.sql", sql("b", "SELECT 2"));
        project.file(MASTER, includes("a.sql", "b.sql"));
        runs.deployReading();

        project.file(MASTER, includes("b.sql", "a.sql"));

        runs.deployReading();
        runs.deployFast();
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
        assertThat(runs.deployReading().error()).isEmpty();
        runs.deployFast();

        project.file("db/data/a.csv", "id\n2\n");
        assertThat(runs.statusReading().states()).containsExactly(State.EDITED);
        project.file("db/data/a.csv", "id\n1\n");
        runs.statusFast();
        project.file("db/data/b.sql", "CREATE VIEW v AS SELECT 2");
        assertThat(runs.statusReading().states()).containsExactly(State.EDITED);
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
        assertThat(runs.deployReading().error()).isEmpty();
        runs.deployFast();

        Files.writeString(outside, sql("1", "CREATE TABLE b ()"));

        assertThat(runs.statusReading().states()).containsExactly(State.EDITED);
    }

    @Test
    void aFileThatComesToStandBeforeAnotherIsSeen() throws IOException {
        // The second root is the project's folder.
        Files.createDirectories(folder.resolve("more"));
        Files.createDirectories(folder.resolve("src/main/resources"));
        Files.writeString(folder.resolve("more/a.sql"), sql("a", "SELECT 1"));
        project.root("more/a.sql");
        runs.deployReading();
        runs.deployFast();

        project.file("more/a.sql", sql("a", "SELECT 2"));

        assertThat(runs.statusReading().states()).containsExactly(State.EDITED);
    }

    @Test
    void runOnChangeIsSeen() {
        project.changesetWith("1", "runOnChange:true", "CREATE OR REPLACE VIEW v AS SELECT 1 AS a");
        runs.deployReading();
        runs.deployFast();

        project.empty().changesetWith("1", "runOnChange:true", "CREATE OR REPLACE VIEW v AS SELECT 2 AS a");

        assertThat(runs.statusReading().states()).containsExactly(State.PENDING);
        assertThat(runs.deployReading().applied()).hasSize(1);
    }

    @Test
    void runAlwaysRunsAlways() {
        project.changesetWith("1", "runAlways:true", "SELECT 1").changeset("2", "CREATE TABLE a ()");
        runs.deployReading();

        assertThat(runs.deployReading().applied()).hasSize(1);
        assertThat(runs.deployReading().applied()).hasSize(1);
    }

    @Test
    void aCustomChangeIsAskedEachTime() {
        project.root(MASTER).file(MASTER, """
                databaseChangeLog:
                  - changeSet:
                      {id: 1, author: me, changes: [{customChange: {class: io.github.migratemaven.roundtrip.NoteTask}}]}
                """);
        database.execute("CREATE TABLE note (word text)");
        assertThat(runs.deployReading().error()).isEmpty();

        runs.deployReading();
        runs.deployReading();
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
