package io.github.migratemaven.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An application that runs stock Liquibase at its start and a deploy exclude one another, whoever comes first. */
@Tag("faults")
@ExtendWith(TestDatabases.class)
class BesideLiquibaseTest {
    private static final String MARK = "SELECT locked, coalesce(lockedby, '') FROM databasechangeloglock";

    @TempDir
    Path folder;

    @Test
    void startedAtTheSameTimeBothEndWellAndEverythingRunsOnce(TestDatabase database) throws Exception {
        TestProject project = new TestProject(folder, database);
        for (int i = 0; i < 20; i++) {
            project.changeset("" + i, "CREATE TABLE t" + i + " (id int)", "SELECT pg_sleep(0.05)");
        }
        int rounds = Rounds.of(2, 30);
        int liquibaseBug = 0;
        for (int round = 0; round < rounds; round++) {
            database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            boolean oursFirst = round % 2 == 0;
            Programs.Started first =
                    oursFirst ? Programs.deploy(folder, database) : Programs.stockUpdate(folder, database);
            Thread.sleep(100);
            Programs.Started second =
                    oursFirst ? Programs.stockUpdate(folder, database) : Programs.deploy(folder, database);

            Programs.Started ours = oursFirst ? first : second;
            Programs.Started theirs = oursFirst ? second : first;
            assertThat(ours.end(60)).as(ours.said()).isZero();
            if (theirs.end(60) != 0) {
                // It makes its history table before it takes its lock, and two of its own kind trip over that as well.
                assertThat(theirs.said()).contains("relation \"databasechangelog\" already exists");
                liquibaseBug++;
                Programs.Started again = Programs.stockUpdate(folder, database);
                assertThat(again.end(60)).as(again.said()).isZero();
            }
            assertThat(database.value("SELECT count(*), count(DISTINCT id) FROM databasechangelog"))
                    .isEqualTo("20|20");
            assertThat(database.value(MARK)).isEqualTo("f|");
        }
        Rounds.say(rounds
                + " rounds of a deploy and a stock update 100 ms apart on an empty database: everything once; the"
                + " stock update fell over its own table creation " + liquibaseBug + " times");
    }

    @Test
    void aLiquibaseThatComesDuringADeployWaitsForItsEnd(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE t (id int)");
        TestProject project = new TestProject(folder, database)
                .changeset("1", "CREATE TABLE a (id int)")
                .changeset("2", "SELECT pg_sleep(3)")
                .changesetWith("3", "runInTransaction:false", "CREATE INDEX CONCURRENTLY t_id ON t (id)");
        CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
        database.await(
                "SELECT count(*) = 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND query LIKE '%sleep(3)%'"
                        + " AND datname = current_database()");
        assertThat(database.value(MARK)).startsWith("t|migrate-maven-plugin run ");

        Programs.Started liquibase = Programs.stockUpdate(folder, database);

        assertThat(deploy.get(20, TimeUnit.SECONDS).error()).isEmpty();
        assertThat(liquibase.end(40)).as(liquibase.said()).isZero();
        assertThat(liquibase.said()).contains("Waiting for changelog lock");
        assertThat(database.query("SELECT id FROM databasechangelog ORDER BY 1"))
                .containsExactly("1", "2", "3");
        assertThat(database.value(MARK)).isEqualTo("f|");
    }

    @Test
    void aKilledDeployLeavesNoMark(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE t (id int)");
        new TestProject(folder, database)
                .changeset("1", "SELECT pg_sleep(60)")
                .changesetWith("2", "runInTransaction:false", "CREATE INDEX CONCURRENTLY t_id ON t (id)");
        Programs.Started deploy = Programs.deploy(folder, database);
        database.await(
                "SELECT count(*) = 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND query LIKE '%sleep(60)%'"
                        + " AND datname = current_database()");
        assertThat(database.value(MARK)).startsWith("t|migrate-maven-plugin run ");

        deploy.kill();
        long killed = System.nanoTime();

        database.await("SELECT NOT locked FROM databasechangeloglock");
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(5));
        database.await("SELECT count(*) = 1 FROM pg_stat_activity WHERE datname = current_database()");
    }

    @Test
    void theMarkOfARunOfOursThatWentDownWithItsServerIsTakenAway(TestDatabase database) {
        TestProject project = new TestProject(folder, database).waitForRun(Duration.ZERO);
        project.changeset("1", "SELECT 1").deploy();
        database.execute(
                "UPDATE databasechangeloglock SET locked = true, lockedby = 'migrate-maven-plugin run 12345678'");

        assertThat(project.changeset("2", "SELECT 1").deploy().error()).isEmpty();
        assertThat(project.said()).anyMatch(line -> line.startsWith("warn: freed databasechangeloglock"));
        assertThat(database.value(MARK)).isEqualTo("f|");
    }

    @Test
    void theMarkOfAnotherIsTakenAwayOnlyWhenNoSessionCanBeItsMakers(TestDatabase database) throws Exception {
        TestProject project = new TestProject(folder, database).waitForRun(Duration.ofSeconds(4));
        project.changeset("1", "SELECT 1").deploy();
        database.execute(
                "UPDATE databasechangeloglock SET locked = true, lockgranted = localtimestamp, lockedby = 'ci-7'");
        project.changeset("2", "SELECT 1");

        try (Connection application = database.open()) {
            assertThat(application.isValid(1)).isTrue();
            Failure refused = project.deploy().error().orElseThrow();
            assertThat(refused.code()).isEqualTo("locked");
            assertThat(refused.hint()).contains("UPDATE databasechangeloglock SET locked = false");
        }
        // One that came later is none of its business.
        database.await("SELECT count(*) = 1 FROM pg_stat_activity WHERE datname = current_database()");
        CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
        assertThat(deploy.get(20, TimeUnit.SECONDS).error()).isEmpty();
        assertThat(project.said())
                .anyMatch(line -> line.startsWith("warn: freed databasechangeloglock, which ci-7 left locked"));
    }

    @Test
    void aMarkThatIsOlderThanEverySessionIsTakenAwayBesideThem(TestDatabase database) throws Exception {
        TestProject project = new TestProject(folder, database);
        project.changeset("1", "SELECT 1").deploy();
        database.execute("UPDATE databasechangeloglock SET locked = true, lockedby = 'ci-7',"
                + " lockgranted = localtimestamp - interval '2 days'");

        try (Connection application = database.open()) {
            assertThat(application.isValid(1)).isTrue();
            assertThat(project.changeset("2", "SELECT 1").deploy().error()).isEmpty();
        }
        assertThat(database.value(MARK)).isEqualTo("f|");
    }
}
