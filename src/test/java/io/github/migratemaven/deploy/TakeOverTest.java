package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import liquibase.ChecksumVersion;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.exception.LiquibaseException;
import liquibase.parser.core.yaml.YamlChangeLogParser;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories that others have written are taken over as they are. */
@ExtendWith(TestDatabases.class)
class TakeOverTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"src/main/resources/", "classpath:", "classpath:/", "/", ""})
    void theirSpellingOfPathsGoesOn(String prefix, TestDatabase database) {
        TestProject project = new TestProject(folder, database).changeset("1", "CREATE TABLE a (id int)");
        project.deploy();
        database.execute("DROP TABLE migrate_run; DROP TABLE migrate_step;"
                + " UPDATE databasechangelog SET filename = '" + prefix + "' || filename");

        assertThat(project.status().states()).containsExactly(State.UP_TO_DATE);
        project.changeset("2", "CREATE TABLE b (id int)");
        assertThat(project.deploy().applied()).hasSize(1);
        assertThat(database.query("SELECT DISTINCT filename FROM databasechangelog"))
                .containsExactly(prefix + TestProject.SQL);
    }

    @Test
    void aTableOfAnOldLiquibaseGetsItsMissingColumns(TestDatabase database) {
        TestProject project = new TestProject(folder, database).changeset("1", "CREATE TABLE a (id int)");
        project.deploy();
        database.execute("ALTER TABLE databasechangelog DROP contexts, DROP labels, DROP deployment_id");

        assertThat(project.status().states()).containsExactly(State.UP_TO_DATE);
        assertThat(columns(database)).as("status writes nothing").doesNotContain("labels");
        project.changesetWith("2", "labels:x context:y", "CREATE TABLE b (id int)");
        assertThat(project.deploy().error()).isEmpty();
        assertThat(
                        database.query(
                                "SELECT id, contexts, labels, deployment_id IS NULL FROM databasechangelog ORDER BY orderexecuted"))
                .containsExactly("1|||t", "2|y|x|f");
    }

    @Test
    void aClearedChecksumIsAccepted(TestDatabase database) {
        TestProject project = new TestProject(folder, database).changeset("1", "CREATE TABLE a (id int)");
        project.deploy();
        database.execute("UPDATE databasechangelog SET md5sum = NULL");

        assertThat(project.status().states()).containsExactly(State.UP_TO_DATE);
        assertThat(project.deploy().error()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"V7", "V8"})
    void checksumsOfOlderVersionsAreUnderstood(ChecksumVersion version, TestDatabase database) throws Exception {
        String sql = "CREATE TABLE a (id int)";
        TestProject project =
                new TestProject(folder, database).root("db/a.yaml").file("db/a.yaml", yaml(sql));
        project.deploy();
        CheckSum old = checksum(version);
        database.execute("UPDATE databasechangelog SET md5sum = '" + old + "'");
        assertThat(old.toString()).startsWith(version.getVersion() + ":");

        assertThat(project.status().states()).containsExactly(State.UP_TO_DATE);
        project.file("db/a.yaml", yaml("CREATE TABLE b (id int)"));
        assertThat(project.status().states()).containsExactly(State.EDITED);
        assertThat(project.deploy().error().orElseThrow().code()).isEqualTo("edited");
    }

    @Test
    void aDatabaseWithoutHistoryIsCalledUnmanaged(TestDatabase database) {
        database.execute("CREATE TABLE theirs (id int)");
        TestProject project = new TestProject(folder, database).changeset("1", "CREATE TABLE a (id int)");

        assertThat(project.status().states()).containsExactly(State.UNMANAGED, State.PENDING);
        assertThat(project.deploy().error()).isEmpty();
        assertThat(project.status().states()).containsExactly(State.UP_TO_DATE);
    }

    @Test
    void aRerunKeepsItsRow(TestDatabase database) {
        TestProject project = new TestProject(folder, database)
                .changesetWith("1", "runOnChange:true", "CREATE OR REPLACE VIEW v AS SELECT 1 AS a")
                .changesetWith("2", "runAlways:true", "SELECT 1");
        project.deploy();
        project.empty()
                .changesetWith("1", "runOnChange:true", "CREATE OR REPLACE VIEW v AS SELECT 2 AS a")
                .changesetWith("2", "runAlways:true", "SELECT 1");
        assertThat(project.status().states()).containsExactly(State.PENDING);

        Outcome again = project.deploy();

        assertThat(again.applied()).extracting(a -> a.execType()).containsExactly("RERAN", "RERAN");
        assertThat(database.query("SELECT id, exectype, orderexecuted FROM databasechangelog ORDER BY 3"))
                .containsExactly("1|RERAN|3", "2|RERAN|4");
        assertThat(project.status().states()).containsExactly(State.UP_TO_DATE);
    }

    private static String columns(TestDatabase database) {
        return database.value("SELECT string_agg(attname, ',') FROM pg_attribute"
                + " WHERE attrelid = 'databasechangelog'::regclass AND NOT attisdropped");
    }

    private static String yaml(String sql) {
        return "databaseChangeLog:\n- changeSet:\n    id: 1\n    author: me\n    changes:\n    - sql: {sql: \"" + sql
                + "\"}\n";
    }

    private CheckSum checksum(ChecksumVersion version) throws LiquibaseException, FileNotFoundException {
        DirectoryResourceAccessor files = new DirectoryResourceAccessor(folder.resolve("src/main/resources"));
        return new YamlChangeLogParser()
                .parse("db/a.yaml", new ChangeLogParameters(), files)
                .getChangeSets()
                .get(0)
                .generateCheckSum(version);
    }
}
