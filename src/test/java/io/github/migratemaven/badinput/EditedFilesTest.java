package io.github.migratemaven.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applied files that change: what counts as edited is Liquibase's to say, and a change of line ends does not. */
@ExtendWith(TestDatabases.class)
class EditedFilesTest {
    private static final String SQL =
            "--liquibase formatted sql\n\n--changeset ann:first\nCREATE TABLE first (\n  id int,\n"
                    + "  note text\n);\n--rollback DROP TABLE first;\n";
    private static final String YAML =
            "databaseChangeLog:\n  - changeSet:\n      id: first\n      author: ann\n      changes:\n        - sql:\n"
                    + "            sql: |\n              CREATE TABLE first (\n                id int\n              );\n";

    @TempDir
    private Path base;

    @ParameterizedTest
    @ValueSource(strings = {"changelog.sql", "changelog.yaml"})
    void aFileCheckedOutWithWindowsLineEndsIsNotEdited(String name, TestDatabase database) throws IOException {
        String text = name.endsWith("sql") ? SQL : YAML;
        deployed(name, text, database);

        write(name, text.replace("\n", "\r\n"));

        assertUpToDate(name, database);
    }

    @Test
    void aFileDeployedFromWindowsIsNotEditedOnLinux(TestDatabase database) throws IOException {
        deployed("changelog.sql", SQL.replace("\n", "\r\n"), database);

        write("changelog.sql", SQL);

        assertUpToDate("changelog.sql", database);
    }

    @Test
    void anIncludedSqlFileCheckedOutWithWindowsLineEndsIsNotEdited(TestDatabase database) throws IOException {
        write("one.sql", "CREATE TABLE first (\n  id int\n);\n");
        deployed(
                "changelog.yaml",
                "databaseChangeLog:\n  - changeSet:\n      id: first\n      author: ann\n      changes:\n"
                        + "        - sqlFile: {path: one.sql}\n",
                database);

        write("one.sql", "CREATE TABLE first (\r\n  id int\r\n);\r\n");

        assertUpToDate("changelog.yaml", database);
    }

    @Test
    void otherSpacesInAppliedSqlAreNotEdited(TestDatabase database) throws IOException {
        deployed("changelog.sql", SQL, database);

        write("changelog.sql", SQL.replace("  id int", "      id    int").replace("\n);", "   \n\n);"));

        assertUpToDate("changelog.sql", database);
    }

    @Test
    void aByteOrderMarkThatAnEditorPutThereIsNoEdit(TestDatabase database) throws IOException {
        deployed("changelog.sql", SQL, database);

        write("changelog.sql", "\uFEFF" + SQL);

        assertUpToDate("changelog.sql", database);
    }

    @Test
    void anEditedFileStopsTheDeployBeforeAnythingIsWritten(TestDatabase database) throws IOException {
        deployed("changelog.sql", SQL, database);
        List<String> before = DatabaseFacts.all(database);

        write(
                "changelog.sql",
                SQL.replace("note text", "note varchar(80)")
                        + "\n--changeset ann:second\nCREATE TABLE second (id int);\n");
        Outcome outcome = Project.of(base, "changelog.sql").deployTo(database);

        Failure failure = outcome.error().orElseThrow();
        Paragraph.check(failure, "");
        assertThat(failure.code()).isEqualTo("edited");
        assertThat(failure.position().orElseThrow()).hasToString("changelog.sql:3:1");
        assertThat(failure.message()).contains("\"first\"");
        assertThat(DatabaseFacts.all(database)).isEqualTo(before);
    }

    private void deployed(String name, String text, TestDatabase database) throws IOException {
        write(name, text);
        assertThat(Project.of(base, name).deployTo(database).error()).isEmpty();
        assertThat(DatabaseFacts.applied(database)).containsExactly("first");
    }

    private void assertUpToDate(String name, TestDatabase database) {
        assertThat(Project.of(base, name).statusOf(database).states()).containsExactly(State.UP_TO_DATE);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(base.resolve(file), text);
    }
}
