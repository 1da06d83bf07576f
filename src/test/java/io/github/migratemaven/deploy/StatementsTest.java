package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Statements reach the server as they were written. */
@ExtendWith(TestDatabases.class)
class StatementsTest {
    @TempDir
    Path folder;

    private TestDatabase database;
    private TestProject project;

    @BeforeEach
    void project(TestDatabase fresh) {
        database = fresh;
        project = new TestProject(folder, fresh);
        database.execute("CREATE TABLE t (v text)");
    }

    @Test
    void valuesArrive() {
        List<String> expressionsAndValues = List.of(
                "'a ? b'§a ? b",
                "('{\"a\": 1}'::jsonb ? 'a')::text§true",
                "('{\"a\": 1}'::jsonb ?| ARRAY['a', 'b'])::text§true",
                "'{call me}'§{call me}",
                "'{d ''2026-01-01''}'§{d '2026-01-01'}",
                "('{\"a\": 1}'::jsonb ?? 'a' AND '{\"a\": 1}'::jsonb ??& ARRAY['a'])::text§true",
                "'??'§??",
                "42::text§42",
                "'$1 :name :1 $$'§$1 :name :1 $$",
                "'C:\\temp\\new'§C:\\temp\\new",
                "E'C:\\\\temp\\t|'§C:\\temp\t|",
                "$x$it's $1 and \\ and 🙂$x$§it's $1 and \\ and 🙂",
                "'größe 🙂 漢字'§größe 🙂 漢字",
                "'-- no comment'§-- no comment",
                "'/* none */'§/* none */",
                "U&'\\0441\\043B'§сл",
                "'${unknown}'§${unknown}",
                "'migrate-step-done'§migrate-step-done");
        List<String> expected = new ArrayList<>();
        for (String pair : expressionsAndValues) {
            String[] both = pair.split("§");
            project.changeset(Integer.toString(expected.size()), "INSERT INTO t VALUES (" + both[0] + ")");
            expected.add(both[1]);
        }

        assertThat(project.deploy().error()).isEmpty();
        assertThat(database.query("SELECT v FROM t ORDER BY ctid")).containsExactlyElementsOf(expected);
    }

    @Test
    void aSelectRunsForAllItsRows() {
        database.execute("CREATE SEQUENCE calls");

        Outcome outcome = project.changeset("1", "SELECT nextval('calls') FROM generate_series(1, 1000)")
                .deploy();

        assertThat(database.value("SELECT last_value FROM calls")).isEqualTo("1000");
        assertThat(outcome.steps().get(0).rows()).isEqualTo(1000);
    }

    @Test
    void aSelectThatLooksLikeOurMarkerConfusesNothing() {
        Outcome outcome = project.changeset(
                        "1", "SELECT 'migrate-step-done', 'x'", "INSERT INTO t VALUES ('a'), ('b')", "SELECT 1 / 0")
                .deploy();

        assertThat(outcome.error().orElseThrow().message()).contains("step 3 of 3", "division by zero");
    }

    @Test
    void oldStringSyntaxIsTheSessionsBusiness() {
        Outcome outcome = project.changesetWith("it's \\ \"1\"", "", "SELECT 1")
                .changeset("2", "SET standard_conforming_strings = off")
                .changesetWith("3", "", "INSERT INTO t VALUES ('c\\\\d')")
                .deploy();

        assertThat(outcome.error()).isEmpty();
        assertThat(database.query("SELECT v FROM t ORDER BY v")).containsExactly("c\\d");
    }

    @Test
    void noticesDoNoHarm() {
        Outcome outcome = project.changesetWith(
                        "1",
                        "splitStatements:false",
                        "DROP TABLE IF EXISTS none;\nDO $$ BEGIN FOR i IN 1..500 LOOP RAISE NOTICE 'row %', i;"
                                + " RAISE WARNING 'w'; END LOOP; END $$;\nINSERT INTO t VALUES ('x')")
                .deploy();

        assertThat(outcome.error()).isEmpty();
        assertThat(database.query("SELECT v FROM t")).containsExactly("x");
    }

    @Test
    void oddIdsAndTextsAreStoredAsTheyAre() {
        String id = "o'brien \\ \"q\" ; -- 🙂 $$";
        String comment = "x".repeat(249) + "🙂🙂🙂";
        project.root("db/a.xml").file("db/a.xml", """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                        http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                  <changeSet id="%s" author="a'b\\c">
                    <comment>%s</comment>
                    <sql>INSERT INTO t VALUES ('x')</sql>
                  </changeSet>
                </databaseChangeLog>
                """.formatted(id.replace("\"", "&quot;"), comment));

        assertThat(project.deploy().error()).isEmpty();

        assertThat(database.query("SELECT id, author, comments FROM databasechangelog"))
                .containsExactly(id + "|a'b\\c|" + "x".repeat(247) + "...");
        assertThat(project.status().states()).containsExactly(State.UP_TO_DATE);
    }

    @Test
    void aChangesetWithoutStepsIsRecorded() {
        project.root("db/a.yaml").file("db/a.yaml", """
                databaseChangeLog:
                  - changeSet: {id: 1, author: me, changes: [{tagDatabase: {tag: v1}}]}
                  - changeSet: {id: 2, author: me, changes: []}
                """);

        assertThat(project.deploy().error()).isEmpty();
        assertThat(database.query("SELECT id, tag FROM databasechangelog ORDER BY orderexecuted"))
                .isEqualTo(List.of("1|v1", "2|"));
    }

    @Test
    void preconditionsDecideWhatRuns() {
        Outcome outcome = project.root("db/a.yaml").file("db/a.yaml", """
                        databaseChangeLog:
                          - changeSet:
                              id: marked
                              author: me
                              preConditions: [{onFail: MARK_RAN}, {tableExists: {tableName: none}}]
                              changes: [{sql: {sql: "SELECT 1 / 0"}}]
                          - changeSet:
                              id: waits
                              author: me
                              preConditions: [{onFail: CONTINUE}, {tableExists: {tableName: none}}]
                              changes: [{sql: {sql: "SELECT 1 / 0"}}]
                          - changeSet:
                              id: runs
                              author: me
                              preConditions: [{onFail: HALT}, {changeSetExecuted: {id: marked, author: me, changeLogFile: db/a.yaml}}]
                              changes: [{sql: {sql: "INSERT INTO t VALUES ('x')"}}]
                          - changeSet:
                              id: halts
                              author: me
                              preConditions: [{tableExists: {tableName: none}}]
                              changes: [{sql: {sql: "SELECT 1"}}]
                        """).deploy();

        assertThat(outcome.error().orElseThrow().code()).isEqualTo("precondition-failed");
        assertThat(outcome.findings()).extracting(f -> f.id()).containsExactly("marked-ran", "skipped");
        assertThat(database.query("SELECT id, exectype FROM databasechangelog ORDER BY orderexecuted"))
                .containsExactly("marked|MARK_RAN", "runs|EXECUTED");
        assertThat(outcome.states()).containsExactly(State.PENDING);
    }
}
