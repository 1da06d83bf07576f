package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The failing statement is named exactly: file, line, column, and what the server said. */
@ExtendWith(TestDatabases.class)
class FailingStepTest {
    private static final String FILE = "src/main/resources/" + TestProject.SQL;

    @TempDir
    Path folder;

    private TestProject project;
    private TestDatabase database;

    @BeforeEach
    void project(TestDatabase fresh) {
        database = fresh;
        project = new TestProject(folder, fresh);
    }

    @Test
    void theFirstOfSeveral() {
        fails("SELECT\n  missing FROM pg_class", "SELECT 1", "SELECT 2");

        assertFailure("5:3", "step 1 of 3, failed: column \"missing\" does not exist [42703]");
    }

    @Test
    void theMiddle() {
        fails("SELECT 1", "SELECT /* 🙂 */ missing FROM pg_class", "SELECT 2");

        assertFailure("5:16", "step 2 of 3, failed: column \"missing\" does not exist [42703]");
    }

    @Test
    void theLast() {
        fails("SELECT 1", "SELECT 2", "SELECT missing FROM pg_class");

        assertFailure("6:8", "step 3 of 3, failed: column \"missing\" does not exist [42703]");
    }

    @Test
    void aSyntaxErrorWhichTheServerFindsBeforeAnythingRuns() {
        fails("SELECT 1", "SELECT 2", "CREATE TABEL x ()", "SELECT 3");

        assertFailure("6:8", "step 3 of 4, failed: syntax error at or near \"TABEL\" [42601]");
    }

    @Test
    void aSyntaxErrorAtTheEndOfAStatement() {
        fails("SELECT 1", "SELECT 1 +", "SELECT 3");

        assertThat(failure.message()).contains("syntax error", "[42601]");
        assertThat(failure.position().orElseThrow().line()).isEqualTo(5);
    }

    @Test
    void anErrorWithoutAPositionIsAtItsStatement() {
        fails("SELECT 1", "SELECT 1 / 0", "SELECT 2");

        assertFailure("5:1", "step 2 of 3, failed: division by zero [22012]");
    }

    @Test
    void aConstraintSaysWhichRow() {
        fails("CREATE TABLE a (id int PRIMARY KEY)", "INSERT INTO a VALUES (1), (1)");

        assertThat(failure.message()).contains("[23505]. Detail: Key (id)=(1) already exists");
        assertThat(failure.position().orElseThrow()).hasToString(FILE + ":5:1");
    }

    @Test
    void aHintOfTheServerIsPassedOn() {
        fails("SELECT lenght('a')");

        assertThat(failure.message()).contains("Hint: ");
    }

    @Test
    void anErrorInsideAFunctionSaysWhere() {
        project.changesetWith(
                "1",
                "splitStatements:false",
                "SELECT 1;\n\nDO $$\nBEGIN\n  RAISE EXCEPTION 'no %', 'way' USING DETAIL = 'at all';\nEND $$");
        failure = project.deploy().error().orElseThrow();

        assertThat(failure.message())
                .contains("no way", "inline_code_block line 3 at RAISE", "[P0001]", "Detail: at all");
        assertThat(failure.position().orElseThrow().line())
                .as("the RAISE itself")
                .isEqualTo(8);
    }

    @Test
    void aPositionInAStepOfSeveralStatements() {
        project.changesetWith("1", "splitStatements:false", "SELECT 1;\nSELECT 2;\nSELECT missing FROM pg_class");
        failure = project.deploy().error().orElseThrow();

        assertFailure("6:8", "failed: column \"missing\" does not exist [42703]");
    }

    @Test
    void aDeferredConstraintFailsAtTheChangeset() {
        fails(
                "CREATE TABLE a (id int PRIMARY KEY)",
                "CREATE TABLE b (a int REFERENCES a DEFERRABLE INITIALLY DEFERRED)",
                "INSERT INTO b VALUES (1)");

        assertThat(failure.sqlState()).contains("23503");
        assertThat(failure.position().orElseThrow()).hasToString(FILE + ":3:1");
        assertThat(database.query("SELECT 1 FROM pg_class WHERE relname = 'a'")).isEmpty();
    }

    @Test
    void copyFromStdinIsNoStatementForAPipeline() {
        fails("CREATE TABLE a (id int)", "COPY a FROM STDIN", "SELECT 1");

        assertThat(failure).isInstanceOf(Failure.StepFailed.class);
        assertThat(failure.position().orElseThrow().line()).isEqualTo(5);
        assertThat(database.query("SELECT 1 FROM pg_class WHERE relname = 'a'")).isEmpty();
        project.empty();
        project.changeset("1", "SELECT 1");
        assertThat(project.deploy().error()).isEmpty();
    }

    @Test
    void aValueThatTheChangelogPutsInIsFoundAtItsPlaceholder() {
        project.parameters(Map.of("column", "no_such_column"));
        fails("SELECT 1", "SELECT ${column} FROM pg_class");

        assertThat(failure.position().orElseThrow()).hasToString(FILE + ":5:8");
    }

    @Test
    void aFailureThatMayBeIgnoredLeavesTheRestToRun() {
        Outcome outcome = project.changesetWith("1", "failOnError:false", "SELECT missing")
                .changeset("2", "CREATE TABLE b ()")
                .deploy();

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.findings()).extracting(f -> f.id()).containsExactly("failed-ignored");
        assertThat(database.query("SELECT id FROM databasechangelog")).containsExactly("2");
    }

    @Test
    void theJournalKeepsTheFailureWhichNeedsNoResolving() {
        fails("SELECT 1", "SELECT 1 / 0");

        assertThat(database.query("SELECT changeset_id, step, state, transactional, sqlstate FROM migrate_step"))
                .containsExactly("1|2|failed|t|22012");
        assertThat(project.status().state().orElseThrow().word()).isEqualTo("pending");
    }

    private Failure failure;

    private void fails(String... statements) {
        failure = project.changeset("1", statements).deploy().error().orElseThrow();
    }

    private void assertFailure(String lineAndColumn, String message) {
        assertThat(failure).isInstanceOf(Failure.StepFailed.class);
        assertThat(failure.message()).endsWith(message);
        assertThat(failure.position().orElseThrow()).hasToString(FILE + ":" + lineAndColumn);
    }
}
