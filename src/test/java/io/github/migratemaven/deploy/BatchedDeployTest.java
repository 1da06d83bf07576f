package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Quick changesets share a message; each is a transaction of its own all the same, and nothing runs behind one that fails. */
@ExtendWith(TestDatabases.class)
class BatchedDeployTest {
    private static final int ALL = 40;

    @TempDir
    Path folder;

    private final List<String> texts = new ArrayList<>();

    @BeforeEach
    void quickChangesets(TestDatabase database) {
        database.execute("CREATE TABLE t (n int, at timestamptz DEFAULT now(), xact xid8 DEFAULT pg_current_xact_id(),"
                + " flushed text DEFAULT current_setting('synchronous_commit'));"
                + " CREATE TABLE busy (id int)");
        IntStream.rangeClosed(1, ALL).forEach(n -> texts.add(insert(n)));
    }

    private static String insert(int n) {
        return "INSERT INTO t (n) VALUES (" + n + ")";
    }

    private TestProject project(TestDatabase database) {
        TestProject project = new TestProject(folder, database).lockTimeout(Duration.ofMillis(300), 20);
        for (int n = 1; n <= texts.size(); n++) {
            project.changeset("" + n, texts.get(n - 1));
        }
        return project;
    }

    /** Replaces the text of one of them; it still inserts its number. */
    private void with(int n, String text) {
        texts.set(n - 1, text + ";\n" + insert(n));
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(String::valueOf).toList();
    }

    private static void assertApplied(TestDatabase database, List<String> ids) {
        assertThat(database.query("SELECT n FROM t ORDER BY n")).containsExactlyElementsOf(ids);
        assertThat(database.query("SELECT id FROM databasechangelog ORDER BY orderexecuted"))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void eachIsATransactionOfItsOwnWithItsRowAndItsTime(TestDatabase database) {
        Outcome deployed = project(database).deploy();

        assertThat(deployed.error()).isEmpty();
        assertApplied(database, numbers(ALL));
        assertThat(database.query("SELECT count(DISTINCT xact), count(DISTINCT at) < 20 FROM t"))
                .as("transactions; messages")
                .containsExactly(ALL + "|t");
        assertThat(database.query(
                        "SELECT count(DISTINCT orderexecuted), count(DISTINCT dateexecuted) FROM databasechangelog"))
                .containsExactly(ALL + "|" + ALL);
        assertThat(deployed.applied()).hasSize(ALL);
        assertThat(deployed.steps()).hasSize(ALL).extracting(StepResult::rows).containsOnly(1L);
    }

    @Test
    void theLastOfAMessageWaitsForTheDiskOnBehalfOfAll(TestDatabase database) {
        database.execute(
                "DO 'BEGIN EXECUTE format(''ALTER DATABASE %I SET synchronous_commit = on'', current_database()); END'");
        assertThat(project(database).deploy().error()).isEmpty();

        assertThat(database.query(
                        "SELECT DISTINCT last.flushed FROM (SELECT DISTINCT ON (at) flushed FROM t ORDER BY at, n DESC)"
                                + " AS last"))
                .containsExactly("on");
        assertThat(database.query("SELECT count(*) > 20 FROM t WHERE flushed = 'off'"))
                .containsExactly("t");
    }

    @Test
    void nothingRunsBehindOneThatFails(TestDatabase database) {
        with(25, "ALTER TABLE missing ADD COLUMN a int");

        Outcome failed = project(database).deploy();

        assertFailedAt25(failed);
        assertThat(failed.error().orElseThrow().message()).contains("\"missing\" does not exist");
        assertApplied(database, numbers(24));
        assertThat(database.query("SELECT changeset_id, step FROM migrate_step"))
                .containsExactly("25|1");

        texts.set(24, insert(25));
        Outcome deployed = project(database).deploy();
        assertThat(deployed.error()).isEmpty();
        assertThat(deployed.applied()).hasSize(16);
        assertApplied(database, numbers(ALL));
    }

    private static void assertFailedAt25(Outcome failed) {
        Failure error = failed.error().orElseThrow();
        assertThat(error.message()).contains("changeset \"25\"");
        assertThat(error.position().orElseThrow().line())
                .as("a header, then two lines a changeset and an empty one")
                .isEqualTo(76);
        assertThat(failed.applied()).hasSize(24);
    }

    @Test
    void aMistakeInTheGrammarStopsNothingBeforeIt(TestDatabase database) {
        with(25, "CREATE TABEL x (id int)");

        Outcome failed = project(database).deploy();

        assertFailedAt25(failed);
        assertThat(failed.error().orElseThrow().position().orElseThrow().column())
                .as("of the word that the server does not know")
                .isEqualTo(8);
        assertApplied(database, numbers(24));
    }

    @Test
    void nothingRunsBehindACommitThatIsRefused(TestDatabase database) {
        database.execute("CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (id int REFERENCES parent"
                + " DEFERRABLE INITIALLY DEFERRED)");
        with(25, "INSERT INTO child VALUES (1)");

        Outcome failed = project(database).deploy();

        assertThat(failed.error().orElseThrow().sqlState()).contains("23503");
        assertThat(failed.error().orElseThrow().message()).contains("changeset \"25\"");
        assertApplied(database, numbers(24));
    }

    @Test
    void thoseBehindOneThatMayFailRun(TestDatabase database) {
        TestProject project = new TestProject(folder, database);
        for (int n = 1; n <= ALL; n++) {
            project.changesetWith("" + n, n == 25 ? " failOnError:false" : "", n == 25 ? "DROP TABLE none" : insert(n));
        }

        Outcome deployed = project.deploy();

        assertThat(deployed.error()).isEmpty();
        assertThat(deployed.findings()).extracting(f -> f.id()).contains("failed-ignored");
        List<String> others = new ArrayList<>(numbers(ALL));
        others.remove("25");
        assertApplied(database, others);
    }

    @Test
    void oneThatDoesNotGetItsLockIsTriedAgainAndTheOrderKept(TestDatabase database) throws Exception {
        with(25, "ALTER TABLE busy ADD COLUMN a int");
        TestProject project = project(database);
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("SET application_name = 'the shop'; BEGIN; LOCK TABLE busy IN ACCESS SHARE MODE");
            CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
            await(project, "(2 of 20)");
            assertApplied(database, numbers(24));
            statement.execute("COMMIT");

            assertThat(deploy.get(20, TimeUnit.SECONDS).error()).isEmpty();
        }
        assertThat(project.said())
                .anyMatch(line -> line.startsWith("info: changeset \"25\" did not get its lock in time; held by pid ")
                        && line.contains("the shop"));
        assertApplied(database, numbers(ALL));
    }

    @Test
    void theOneThatTakesItsTimeIsNamed(TestDatabase database) {
        with(25, "INSERT INTO busy SELECT 1 FROM pg_sleep(2.5)");

        TestProject project = project(database);

        assertThat(project.deploy().error()).isEmpty();
        assertThat(project.said()).anyMatch(line -> line.startsWith("live: changeset \"25\" has been running for "));
        assertThat(project.said()).noneMatch(line -> line.startsWith("live: changeset \"24\""));
        assertApplied(database, numbers(ALL));
    }

    @Test
    void aBackEndThatIsKilledLeavesWhatWasCommittedAndNothingElse(TestDatabase database) throws Exception {
        with(25, "INSERT INTO busy SELECT 1 FROM pg_sleep(30)");
        TestProject project = project(database);
        CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
        String sleeping = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"
                + " AND application_name NOT LIKE '% lock'";
        database.await("SELECT count(*) = 1 " + sleeping);

        database.query("SELECT pg_terminate_backend(pid) " + sleeping);
        Outcome killed = deploy.get(10, TimeUnit.SECONDS);

        assertThat(killed.error().orElseThrow().code()).isEqualTo("connection-lost");
        assertThat(killed.error().orElseThrow().message()).contains("changeset \"25\"");
        assertThat(killed.error().orElseThrow().hint())
                .as("a COMMIT in the middle of a message has not waited for the disk")
                .contains("changeset \"24\" had been committed and are applied");
        assertThat(killed.applied()).hasSizeLessThan(24);
        assertApplied(database, numbers(24));
    }

    @Test
    void whatChangesHowTextIsReadCountsForTheNext(TestDatabase database) {
        database.execute("CREATE TABLE words (word text)");
        with(25, "SET escape_string_warning = off;\nSET standard_conforming_strings = off");
        for (int n = 26; n <= ALL; n++) {
            with(n, "INSERT INTO words VALUES ('a\\\\b')");
        }

        assertThat(project(database).deploy().error()).isEmpty();

        assertThat(database.query("SELECT DISTINCT length(word), count(*) FROM words GROUP BY 1"))
                .as("a backslash for two")
                .containsExactly("3|15");
    }

    @Test
    void whatCannotShareAMessageKeepsItsPlace(TestDatabase database) {
        TestProject project = new TestProject(folder, database);
        for (int n = 1; n <= ALL; n++) {
            String head = n % 5 == 0
                    ? "--preconditions onFail:HALT\n--precondition-sql-check expectedResult:" + (n - 1)
                            + " SELECT count(*) FROM t\n"
                    : "";
            String more = n % 7 == 0 ? ";\nCREATE INDEX CONCURRENTLY i" + n + " ON busy (id)" : "";
            project.changeset("" + n, head + insert(n) + more);
        }

        assertThat(project.deploy().error()).isEmpty();

        assertApplied(database, numbers(ALL));
        assertThat(database.query("SELECT count(*) FROM pg_index WHERE indisvalid AND indrelid = 'busy'::regclass"))
                .containsExactly("5");
    }

    private static void await(TestProject project, String part) throws InterruptedException {
        for (int i = 0; i < 1000 && project.said().stream().noneMatch(line -> line.contains(part)); i++) {
            Thread.sleep(10);
        }
        assertThat(project.said()).anyMatch(line -> line.contains(part));
    }
}
