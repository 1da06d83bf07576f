package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestDatabases.class)
class SchemasTest {
    private static final String WHERE =
            "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relname IN"
                    + " ('a', 'databasechangelog', 'databasechangeloglock', 'migrate_run', 'migrate_step') ORDER BY 2";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"app", "MyApp", "with space", "quo\"te", "it's", "select"})
    void aSchemaIsMadeAndTakenExactlyAsSpelled(String schema, TestDatabase database) {
        TestProject project = new TestProject(folder, database.target().withSchema(schema))
                .root("db/a.yaml")
                .file("db/a.yaml", """
                        databaseChangeLog:
                          - changeSet:
                              id: 1
                              author: me
                              changes:
                                - createTable: {tableName: a, columns: [{column: {name: id, type: int}}]}
                                - sql: {sql: "INSERT INTO a VALUES (1)"}
                        """);
        assertThat(project.status().states()).containsExactly(State.PENDING);
        assertThat(database.query("SELECT 1 FROM pg_namespace WHERE nspname = $$" + schema + "$$"))
                .isEmpty();

        assertThat(project.deploy().error()).isEmpty();

        assertThat(database.query(WHERE))
                .containsExactly(
                        schema + "|a",
                        schema + "|databasechangelog",
                        schema + "|databasechangeloglock",
                        schema + "|migrate_run",
                        schema + "|migrate_step");
        assertThat(project.status().states()).containsExactly(State.UP_TO_DATE);
        assertThat(project.deploy().applied()).isEmpty();
    }

    @Test
    void withoutASchemaItIsTheFirstOfTheRolesSearchPath(TestDatabase database) {
        database.createRole("schemas_owner", "pw-zebra");
        database.execute("CREATE SCHEMA own AUTHORIZATION schemas_owner;"
                + "ALTER ROLE schemas_owner SET search_path = missing, own, public");
        TestProject project = new TestProject(folder, database.targetFor("schemas_owner", "pw-zebra"))
                .changeset("1", "CREATE TABLE a (id int)");

        assertThat(project.deploy().error()).isEmpty();

        assertThat(database.query(WHERE))
                .allMatch(row -> row.startsWith("own|"))
                .hasSize(5);
    }

    @Test
    void twoSchemasOfOneDatabaseHaveEachTheirOwnHistory(TestDatabase database) {
        TestProject project =
                new TestProject(folder, database.target().withSchema("one")).changeset("1", "CREATE TABLE a (id int)");
        project.deploy();

        assertThat(project.target(database.target().withSchema("two")).status().states())
                .containsExactly(State.PENDING);
        assertThat(project.deploy().applied()).hasSize(1);
    }

    @Test
    void aChangesetThatChangesTheSearchPathDoesNotLoseTheHistory(TestDatabase database) {
        TestProject project = new TestProject(folder, database)
                .changeset(
                        "1", "SELECT pg_catalog.set_config('search_path', '', false)", "CREATE TABLE public.a (id int)")
                .changeset("2", "CREATE TABLE public.b (id int)");

        assertThat(project.deploy().error()).isEmpty();
        assertThat(project.status().states()).containsExactly(State.UP_TO_DATE);
    }
}
