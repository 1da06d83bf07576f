package io.github.migratemaven.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to changesets that are in the history already: each time the same as with stock Liquibase. */
@ExtendWith(TestDatabases.class)
class RerunTest {
    @TempDir
    Path folder;

    @Test
    void anEditedRunOnChangeChangesetRunsAgainWithBoth(TestDatabase ours, TestDatabase theirs) {
        Example.Source source = Example.CLINIC.in(folder);
        deploy(source, ours, theirs);

        Example.Source edited = source.with("on.change.value", "2")
                .with("on.change.comment", "edited")
                .with("on.change.labels", "new");
        deploy(edited, ours, theirs);

        assertThat(ours.value("SELECT exectype, comments, labels FROM databasechangelog WHERE id = 'on-change'"))
                .isEqualTo("RERAN|edited|new");
        assertThat(ours.query("SELECT DISTINCT version FROM seen")).containsExactly("2");
    }

    @ParameterizedTest
    @EnumSource
    void aHistoryWithChecksumsOfLiquibase4Point21IsTakenOver(Example example, TestDatabase database) {
        Example.Source source = example.in(folder);
        Stock stock = new Stock(source);
        stock.update(database);
        stock.checksumsOfVersion8()
                .forEach((key, checksum) -> database.execute("UPDATE databasechangelog SET md5sum = '" + checksum
                        + "' WHERE filename = '" + key.get(0) + "' AND id = '" + key.get(1) + "'"));

        assertThat(database.value("SELECT count(*) FROM databasechangelog WHERE md5sum LIKE '9:%'"))
                .as("all of them are old")
                .isEqualTo("0");
        assertThat(new Ours(source).status(database).states()).doesNotContain(State.EDITED, State.MISSING);
    }

    @Test
    void aRerunThatItsPreconditionMarksIsRecordedAlike(TestDatabase ours, TestDatabase theirs) throws IOException {
        Example.Source source = changelog("""
                --liquibase formatted sql
                --changeset a:table
                CREATE TABLE gate (id int);
                --changeset a:gated runOnChange:true
                --preconditions onFail:MARK_RAN
                --precondition-sql-check expectedResult:0 SELECT count(*) FROM gate
                CREATE OR REPLACE VIEW gated AS SELECT 1 AS one;
                """);
        deploy(source, ours, theirs);
        ours.execute("INSERT INTO gate VALUES (1)");
        theirs.execute("INSERT INTO gate VALUES (1)");
        edit("SELECT 1 AS", "SELECT 2 AS");

        deploy(source, ours, theirs);

        assertThat(ours.query("SELECT one FROM gated")).containsExactly("1");
    }

    @Test
    void anEditedChangesetThatIsNotSelectedHereIsNotHeldAgainstTheDatabase(TestDatabase ours, TestDatabase theirs)
            throws IOException {
        Example.Source source = changelog("""
                --liquibase formatted sql
                --changeset a:table
                CREATE TABLE t (id int);
                --changeset a:rows context:test
                INSERT INTO t VALUES (1);
                """);
        deploy(source, ours, theirs);
        edit("VALUES (1)", "VALUES (2)");

        deploy(new Example.Source(folder, source.path(), "prod", "", Map.of()), ours, theirs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HALT", "CONTINUE", "MARK_RAN"})
    void aChangelogsOwnPreconditionStopsBoth(String onFail, TestDatabase ours, TestDatabase theirs) throws IOException {
        Files.createDirectories(folder.resolve("db"));
        Files.writeString(folder.resolve("db/main.yaml"), """
                databaseChangeLog:
                  - preConditions:
                      - onFail: %s
                      - tableExists: {tableName: missing}
                  - changeSet:
                      id: one
                      author: a
                      changes: [{sql: {sql: CREATE TABLE t (id int)}}]
                """.formatted(onFail));
        Example.Source source = new Example.Source(folder, "db/main.yaml", "", "", Map.of());

        Outcome outcome = new Ours(source).deploy(ours);

        assertThat(new Stock(source).refusal(theirs)).contains("precondition");
        assertThat(outcome.error()).hasValueSatisfying(e -> assertThat(e.code()).isEqualTo("precondition-failed"));
        assertThat(ours.query("SELECT 1 FROM pg_tables WHERE tablename = 't'")).isEmpty();
    }

    private Example.Source changelog(String text) throws IOException {
        Files.createDirectories(folder.resolve("db"));
        Files.writeString(folder.resolve("db/main.sql"), text);
        return new Example.Source(folder, "db/main.sql", "", "", Map.of());
    }

    private void edit(String from, String to) throws IOException {
        Path file = folder.resolve("db/main.sql");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static void deploy(Example.Source source, TestDatabase ours, TestDatabase theirs) {
        assertThat(new Ours(source).deploy(ours).error()).isEmpty();
        new Stock(source).update(theirs);
        assertThat(Contents.history(ours)).isEqualTo(Contents.history(theirs));
        assertThat(Contents.of(ours)).isEqualTo(Contents.of(theirs));
    }
}
