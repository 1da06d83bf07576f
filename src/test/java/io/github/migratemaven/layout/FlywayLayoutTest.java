package io.github.migratemaven.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.deploy.RollbackRange;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.EnvironmentClaim;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A project in Flyway's layout, deployed as it is. */
@ExtendWith(TestDatabases.class)
class FlywayLayoutTest {
    private static final String ORDER = "SELECT id FROM databasechangelog ORDER BY orderexecuted";

    @TempDir
    Path folder;

    private TestDatabase database;
    private FlywayProject project;

    @BeforeEach
    void project(TestDatabase fresh) {
        database = fresh;
        project = new FlywayProject(folder, database);
    }

    @Test
    void filesRunByVersionThenByDescription() {
        project.file("V10__c.sql", "INSERT INTO t VALUES (3)")
                .file("V1__a.sql", "CREATE TABLE t (id int)")
                .file("later/V9.2__b2.sql", "INSERT INTO t VALUES (2)")
                .file("later/V9_1__b1.sql", "INSERT INTO t VALUES (1)")
                .file("R__z.sql", "CREATE OR REPLACE VIEW z AS SELECT * FROM a")
                .file("R__a.sql", "CREATE OR REPLACE VIEW a AS SELECT * FROM t");

        Outcome outcome = project.ours().deploy();

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.states()).containsExactly(State.UP_TO_DATE);
        assertThat(database.query(ORDER)).containsExactly("V1__a", "V9_1__b1", "V9.2__b2", "V10__c", "R__a", "R__z");
    }

    @Test
    void aFileMovedToASubfolderIsTheSameMigration() {
        project.file("V1__a.sql", "CREATE TABLE t (id int)").ours().deploy();
        project.remove("V1__a.sql").file("2026/V1__a.sql", "CREATE TABLE t (id int)");

        assertThat(project.ours().status().states()).containsExactly(State.UP_TO_DATE);
    }

    @Test
    void aVersionDoesNotRunAgainUnderAnotherName() {
        project.file("V1__a.sql", "CREATE TABLE t (id int)").ours().deploy();
        project.remove("V1__a.sql").file("V1.0__b.sql", "CREATE TABLE IF NOT EXISTS t (id int)");

        Failure failure = project.ours().deploy().error().orElseThrow();

        assertThat(failure.code()).isEqualTo("renamed-migration");
        assertThat(failure.message()).contains("version 1.0 has been applied as \"V1__a\"");
    }

    @Test
    void aFailureSaysWhereInTheFileBehindItsValues() {
        project.file(
                "V1__a.sql", "-- ${who}\nCREATE TABLE t (id int);\n\nGRANT SELECT ON t TO ${who}; SELECT nonsense;\n");

        Failure failure = project.ours()
                .parameters(Map.of("who", database.user()))
                .deploy()
                .error()
                .orElseThrow();

        assertThat(failure.position()).contains(new Position("src/main/resources/db/migration/V1__a.sql", 4, 37));
        assertThat(database.value("SELECT to_regclass('t')")).isEmpty();
    }

    @Test
    void whatCannotRunInATransactionIsRecognisedAndDeclared() {
        project.file("V1__a.sql", "CREATE TABLE t (id int)")
                .file("V2__index.sql", "CREATE INDEX CONCURRENTLY t_id ON t (id);\nINSERT INTO t VALUES (1);")
                .file("V3__declared.sql", "INSERT INTO t VALUES (2);\nINSERT INTO missing VALUES (1);")
                .file("V3__declared.sql.conf", "# as Flyway has it\nexecuteInTransaction=false\n");

        Failure failure = project.ours().deploy().error().orElseThrow();

        assertThat(failure.message()).contains("step 2 of 2");
        assertThat(database.query("SELECT id FROM t ORDER BY id")).containsExactly("1", "2");
        assertThat(project.ours().status().states()).startsWith(State.FAILED);

        database.execute("CREATE TABLE missing (id int)");
        assertThat(project.ours().resolveApplied("V3__declared").error()).isEmpty();
        assertThat(project.ours().status().states()).doesNotContain(State.FAILED, State.PENDING);
    }

    @Test
    void aScriptThatEndsItsOwnTransactionIsRunStepByStep() {
        project.file("V1__a.sql", "BEGIN;\nCREATE TABLE t (id int);\nCOMMIT;\n");

        Outcome outcome = project.ours().deploy();

        assertThat(outcome.error()).isEmpty();
        assertThat(database.query(ORDER)).containsExactly("V1__a");
        assertThat(database.value("SELECT count(*) FROM t")).isEqualTo("0");
    }

    @Test
    void anUndoMigrationIsItsVersionsRollback() {
        project.file("V1__a.sql", "CREATE TABLE t (id int)")
                .file("V1.1__b.sql", "CREATE TABLE ${name} (id int)")
                .file("U1_1__b.sql", "DROP TABLE ${name};");
        TestProject ours = project.ours()
                .parameters(Map.of("name", "u"))
                .claim(new EnvironmentClaim(Optional.of(Environment.DEVELOPMENT), false, false, Optional.empty()));
        ours.deploy();

        Outcome undone = ours.rollback(new RollbackRange.Count(1), false);

        assertThat(undone.error()).isEmpty();
        assertThat(undone.steps())
                .extracting(step -> step.position().toString())
                .containsExactly("src/main/resources/db/migration/U1_1__b.sql:1:1");
        assertThat(database.query("SELECT to_regclass('t'), to_regclass('u')")).containsExactly("t|");
        assertThat(database.query(ORDER)).containsExactly("V1__a");
        assertThat(ours.rollback(new RollbackRange.Count(1), false)
                        .error()
                        .orElseThrow()
                        .message())
                .contains("there is no undo migration (U1__….sql)");
    }

    @Test
    void callbacksAndScriptsThatOnlyFlywayRunsAreNamedEachTime() {
        project.file("V1__a.sql", "CREATE TABLE t (id int)")
                .file("afterMigrate__grants.sql", "SELECT 1")
                .file("V2__shell.sh", "true")
                .file("v3__lower.sql", "SELECT 1")
                .file("U7__nothing.sql", "SELECT 1");
        project.ours().deploy();

        Outcome outcome = project.ours().status();

        assertThat(outcome.states()).containsExactly(State.UP_TO_DATE);
        assertThat(outcome.findings())
                .extracting(f -> f.message().replaceAll(".*/", ""))
                .containsExactlyInAnyOrder(
                        "afterMigrate__grants.sql is a callback of Flyway's, which does not run here",
                        "V2__shell.sh is a script that only Flyway can run",
                        "v3__lower.sql has no name of a migration: it is left out, as Flyway does",
                        "U7__nothing.sql undoes no versioned migration");
    }

    @Test
    void nothingRunsPastAJavaMigration() throws IOException {
        project.file("V1__a.sql", "CREATE TABLE t (id int)").file("V3__c.sql", "CREATE TABLE u (id int)");
        Path source = folder.resolve("src/main/java/db/migration/V2__Load.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "package db.migration;");

        Failure failure = project.ours().deploy().error().orElseThrow();

        assertThat(failure.code()).isEqualTo("java-migration");
        assertThat(failure.message()).contains("\"V2__Load\" is a Java migration");
        assertThat(database.value("SELECT to_regclass('t')")).isEmpty();
    }

    @Test
    void withAHeaderOnTopLiquibaseFindsTheSameChangesets() throws IOException {
        project.file("V1__a.sql", "-- why\nCREATE TABLE t (id int);\n").file("V2__b.sql", "INSERT INTO t VALUES (1);");
        project.ours().deploy();
        for (String name : List.of("V1__a", "V2__b")) {
            Path file = folder.resolve("src/main/resources/db/migration/" + name + ".sql");
            Files.writeString(
                    file, "--liquibase formatted sql\n--changeset flyway:" + name + "\n" + Files.readString(file));
        }
        TestProject liquibase = new TestProject(folder, database)
                .file(
                        "db/master.yaml",
                        "databaseChangeLog:\n- include: {file: db/migration/V1__a.sql}\n- include: {file: db/migration/V2__b.sql}")
                .root("db/master.yaml");

        assertThat(liquibase.status().states()).containsExactly(State.UP_TO_DATE);
    }

    @Test
    void anEditedFileIsRefusedAndAnotherLayoutOfItIsNot() {
        project.file("V1__a.sql", "CREATE TABLE t (id int);").ours().deploy();

        project.file("V1__a.sql", "CREATE TABLE t (\r\n  id int\r\n);\r\n");
        assertThat(project.ours().status().states()).containsExactly(State.UP_TO_DATE);

        project.file("V1__a.sql", "CREATE TABLE t (id bigint);");
        assertThat(project.ours().status().states()).containsExactly(State.EDITED);
    }

    @Test
    void twoFilesOfOneVersionAreRefused() {
        project.file("V1__a.sql", "SELECT 1").file("sub/V1_0__b.sql", "SELECT 1");

        Failure failure = project.ours().deploy().error().orElseThrow();

        assertThat(failure.code()).isEqualTo("duplicate-changeset");
        assertThat(failure.message()).contains("version 1", "V1");
    }

    @Test
    void anUnchangedProjectIsKnownAtAGlance() {
        project.numbered(1, 3).ours().deploy();
        TestProject again = project.ours();

        Outcome outcome = again.deploy();

        assertThat(outcome.states()).containsExactly(State.UP_TO_DATE);
        assertThat(again.said()).anyMatch(line -> line.startsWith("debug: nothing has changed since run"));
        project.numbered(4, 4);
        assertThat(project.ours().status().pending()).hasSize(1);
        assertThat(project.ours().parameters(Map.of("a", "b")).status().applied())
                .hasSize(3);
    }

    @Test
    void dataInAScriptIsRefusedWithItsPlace() {
        project.file("V1__a.sql", "CREATE TABLE t (id int);\nCOPY t (id) FROM stdin;\n1\n\\.\n");

        Failure failure = project.ours().deploy().error().orElseThrow();

        assertThat(failure.position().orElseThrow().line()).isEqualTo(2);
        assertThat(failure.message()).contains("COPY … FROM STDIN");
    }

    @Test
    void thePlanShowsEachFilesStatements() {
        project.numbered(1, 2);

        Outcome plan = project.ours().plan();

        assertThat(plan.error()).isEmpty();
        assertThat(plan.script()).hasSize(2);
        assertThat(List.copyOf(plan.script().get(1).steps())).hasSize(2);
    }
}
