package io.github.migratemaven.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.model.RollbackBlock.Kind;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rollback blocks in every form that Liquibase reads, with the place where each statement stands. */
@ExtendWith(TestDatabases.class)
class RollbackBlocksTest {
    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void project(TestDatabase database) {
        project = new TestProject(folder, database);
    }

    @Test
    void formattedSql() {
        project.file(TestProject.SQL, """
                --liquibase formatted sql
                --changeset me:lines
                CREATE TABLE a (id int);
                --rollback DROP TABLE a;
                -- a comment between
                  -- ROLLBACK  SELECT 'x;y',
                --rollback   2;
                --changeset me:block
                CREATE TABLE b (id int);
                /* liquibase rollback
                  DROP INDEX i;
                  DROP TABLE b;
                */
                --changeset me:whole rollbackSplitStatements:false
                SELECT 1;
                --rollback DO $$ BEGIN NULL; END $$;
                --changeset me:empty
                SELECT 1;
                --rollback empty
                --changeset me:not-required
                SELECT 1;
                --rollback not required
                --changeset me:none
                SELECT 1;
                --changeset me:other
                SELECT 1;
                --rollback changesetId:lines changesetAuthor:me
                --changeset me:parameter
                SELECT 1;
                --rollback DROP TABLE ${name}
                --rollback RESTRICT;
                """).parameters(Map.of("name", "customer"));

        Map<String, RollbackBlock> blocks = blocks();

        assertThat(shown(blocks.get("lines")))
                .containsExactly("DECLARED 4:1", "4:12 DROP TABLE a", "6:16 SELECT 'x;y',\n  2");
        assertThat(shown(blocks.get("block")))
                .containsExactly("DECLARED 10:1", "11:3 DROP INDEX i", "12:3 DROP TABLE b");
        assertThat(shown(blocks.get("whole"))).containsExactly("DECLARED 16:1", "16:12 DO $$ BEGIN NULL; END $$;");
        assertThat(shown(blocks.get("empty"))).containsExactly("EMPTY 19:1");
        assertThat(shown(blocks.get("not-required"))).containsExactly("EMPTY 22:1");
        assertThat(shown(blocks.get("none"))).containsExactly("NONE 23:1");
        assertThat(shown(blocks.get("other"))).containsExactly("DECLARED 27:1", "27:1 CREATE TABLE a (id int)");
        assertThat(shown(blocks.get("parameter")))
                .containsExactly("DECLARED 30:1", "30:12 DROP TABLE customer\nRESTRICT");
    }

    @Test
    void aPlaceInAStatementIsAPlaceInTheFile() {
        project.file(TestProject.SQL, """
                --liquibase formatted sql
                --changeset me:lines
                SELECT 1;
                --rollback ALTER TABLE a
                --rollback   DROP b;
                """);

        var step = (io.github.migratemaven.model.Step.Sql)
                blocks().get("lines").steps().get(0);

        assertThat(step.locate().apply(step.sql().indexOf("b"))).hasToString(file() + ":5:19");
    }

    @Test
    void yaml() {
        root("db/master.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: text
                      author: me
                      changes:
                        - sql: {sql: SELECT 1}
                      rollback: DROP TABLE a; DROP TABLE b
                  - changeSet:
                      id: list
                      author: me
                      changes:
                        - sql: {sql: SELECT 1}
                      rollback:
                        - dropTable: {tableName: a}
                        - sql:
                            sql: |
                              DELETE FROM b
                              WHERE c;
                              SELECT 2
                        - sqlFile: {path: down.sql, relativeToChangelogFile: true}
                        - sql: {dbms: oracle, sql: DROP EVERYTHING}
                  - changeSet:
                      id: nothing
                      author: me
                      changes:
                        - sql: {sql: SELECT 1}
                      rollback: []
                  - changeSet:
                      id: automatic
                      author: me
                      changes:
                        - createTable: {tableName: a, columns: [{column: {name: id, type: int}}]}
                        - createIndex: {indexName: i, tableName: a, columns: [{column: {name: id}}]}
                        - tagDatabase: {tag: v1}
                  - changeSet:
                      id: half
                      author: me
                      changes:
                        - createTable: {tableName: b, columns: [{column: {name: id, type: int}}]}
                        - dropColumn: {tableName: a, columnName: id}
                """);
        project.file("db/down.sql", "-- away\nDROP VIEW v;\n");

        Map<String, RollbackBlock> blocks = blocks();

        assertThat(shown(blocks.get("text"))).containsExactly("DECLARED 7:7", "7:17 DROP TABLE a", "7:31 DROP TABLE b");
        assertThat(blocks.get("list").steps())
                .extracting(s -> s.position() + " " + s.text().replaceAll("\\s+", " "))
                .containsExactly(
                        file() + ":13:7 DROP TABLE public.a",
                        file() + ":17:15 DELETE FROM b WHERE c",
                        file() + ":19:15 SELECT 2",
                        "src/main/resources/db/down.sql:1:1 -- away DROP VIEW v");
        assertThat(shown(blocks.get("automatic")))
                .containsExactly("AUTOMATIC 28:5", "28:5 DROP INDEX public.i", "28:5 DROP TABLE public.a");
        assertThat(blocks.get("half").kind()).isEqualTo(Kind.NONE);
        assertThat(blocks.get("half").obstacle())
                .isEqualTo("it has no rollback block, and Liquibase knows no opposite of dropColumn");
    }

    @Test
    void xml() {
        root("db/master.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                  <changeSet id="text" author="me">
                    <sql>SELECT 1</sql>
                    <rollback>DROP TABLE a</rollback>
                  </changeSet>
                  <changeSet id="list" author="me">
                    <sql>SELECT 1</sql>
                    <rollback>
                      <dropTable tableName="a"/>
                      <sql>DELETE FROM b WHERE c &lt; 1</sql>
                    </rollback>
                    <modifySql applyToRollback="true"><append value=" -- said"/></modifySql>
                    <modifySql><append value=" -- not said"/></modifySql>
                  </changeSet>
                  <changeSet id="empty" author="me">
                    <sql>SELECT 1</sql>
                    <rollback/>
                  </changeSet>
                </databaseChangeLog>
                """);

        Map<String, RollbackBlock> blocks = blocks();

        assertThat(shown(blocks.get("text"))).containsExactly("DECLARED 7:5", "7:15 DROP TABLE a");
        assertThat(blocks.get("list").steps())
                .extracting(s -> s.position() + " " + s.text())
                .containsExactly(
                        file() + ":11:5 DROP TABLE public.a -- said",
                        file() + ":13:12 DELETE FROM b WHERE c < 1 -- said");
        assertThat(shown(blocks.get("empty"))).containsExactly("EMPTY 20:5");
    }

    @Test
    void json() {
        root("db/master.json", """
                {"databaseChangeLog": [
                  {"changeSet": {"id": "list", "author": "me",
                    "changes": [{"sql": {"sql": "SELECT 1"}}],
                    "rollback": [{"sql": {"sql": "DROP TABLE \\"a\\""}}]}}
                ]}
                """);

        assertThat(shown(blocks().get("list"))).containsExactly("DECLARED 4:6", "4:35 DROP TABLE \"a\"");
    }

    private String root = TestProject.SQL;

    private void root(String path, String text) {
        root = path;
        project.root(path).file(path, text);
    }

    private String file() {
        return "src/main/resources/" + root;
    }

    private Map<String, RollbackBlock> blocks() {
        Map<String, RollbackBlock> blocks = new LinkedHashMap<>();
        try (LoadedChangelog loaded = project.reader().read();
                Session session = project.database().openReadOnly()) {
            MigrationEngine engine = loaded.bind(session);
            loaded.changelog().changesets().forEach(c -> blocks.put(c.identity().id(), engine.rollback(c)));
        }
        return blocks;
    }

    /** Kind and place of the block, then place and text of each step, without the file. */
    private List<String> shown(RollbackBlock block) {
        List<String> lines = new java.util.ArrayList<>();
        String prefix = file() + ":";
        lines.add(block.kind() + " " + block.position().toString().replace(prefix, ""));
        block.steps().forEach(s -> lines.add(s.position().toString().replace(prefix, "") + " " + s.text()));
        return lines;
    }
}
