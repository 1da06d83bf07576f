package io.github.migratemaven.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The network resets a connection: nothing is lost, nothing is there twice, and what the deploy says of it is true. */
@Tag("faults")
@ExtendWith(TestDatabases.class)
class CutConnectionTest {
    @TempDir
    Path folder;

    @Test
    void whereverItIsCutTheNextDeployGoesOn(TestDatabase database) throws Exception {
        Random random = Rounds.random();
        int rounds = Rounds.of(8, 100);
        int cuts = 0;
        for (int round = 0; round < rounds; round++) {
            database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE ran (id int)");
            try (CuttingProxy network = new CuttingProxy(port(database))) {
                TestProject project = project(database, network);
                network.cutAfter(2_000 + random.nextInt(90_000));

                Outcome outcome = project.deploy();
                if (outcome.error().isPresent()) {
                    cuts++;
                    assertThat(outcome.error().get()).isInstanceOf(Failure.Unreachable.class);
                    assertThat(outcome.applied().size()).isLessThanOrEqualTo(Integer.parseInt(count(database)));
                    Outcome again = project.deploy();
                    assertThat(again.error()).isEmpty();
                }
                assertThat(database.query("SELECT id FROM ran ORDER BY id"))
                        .hasSize(20)
                        .doesNotHaveDuplicates();
                assertThat(count(database)).isEqualTo("21");
                assertThat(database.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ran_id'::regclass"))
                        .isEqualTo("t");
            }
        }
        Rounds.say(rounds + " rounds with a cut connection (" + cuts
                + " broke a deploy off): nothing lost, nothing twice");
        assertThat(cuts).isPositive();
    }

    @Test
    void aCommitWhoseAnswerWasLostIsLookedUp(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE ran (id int)");
        try (CuttingProxy network = new CuttingProxy(port(database))) {
            TestProject project = project(database, network);
            network.cutAfterSending(message -> message.contains("INSERT INTO ran VALUES (7)"));

            Failure failure = project.deploy().error().orElseThrow();

            assertThat(failure.code()).isEqualTo("connection-lost");
            assertThat(failure.message()).contains("changeset \"7\"");
            int committed = Integer.parseInt(count(database));
            assertThat(failure.hint())
                    .as("the changesets that shared a message with it")
                    .startsWith("Looked again: changeset \"7\", changeset \"8\"")
                    .contains("changeset \"" + (committed - 1) + "\" had been committed and are applied.");
            assertThat(database.value("SELECT count(*) FROM ran")).isEqualTo("" + committed);
            assertThat(database.query("SELECT state, applied FROM migrate_run")).containsExactly("failed|7");
            assertThat(database.value("SELECT locked FROM databasechangeloglock"))
                    .isEqualTo("f");
            Outcome again = project.deploy();
            assertThat(again.error()).isEmpty();
            assertThat(again.applied()).hasSize(21 - committed);
        }
    }

    @Test
    void whatDidNotReachTheServerIsSaidToBeMissing(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE ran (id int)");
        try (CuttingProxy network = new CuttingProxy(port(database))) {
            TestProject project = new TestProject(folder, through(database, network));
            project.changeset("1", "INSERT INTO ran VALUES (1)");
            project.changeset("2", "INSERT INTO ran VALUES (2)", "SELECT pg_sleep(5)");
            network.cutAfterSending(message -> message.contains("pg_sleep(5)"));

            Failure failure = project.deploy().error().orElseThrow();

            assertThat(failure.hint()).startsWith("Looked again: what was running then was not applied.");
            assertThat(database.query("SELECT id FROM ran")).containsExactly("1");
        }
    }

    private TestProject project(TestDatabase database, CuttingProxy network) {
        TestProject project = new TestProject(folder, through(database, network));
        for (int i = 0; i < 20; i++) {
            project.changeset("" + i, "INSERT INTO ran VALUES (" + i + ")", "CREATE TABLE t" + i + " (id int)");
        }
        return project.changesetWith("index", "", "CREATE INDEX CONCURRENTLY ran_id ON ran (id)")
                .failOn();
    }

    private static String count(TestDatabase database) {
        return database.query("SELECT 1 FROM pg_class WHERE relname = 'databasechangelog'")
                        .isEmpty()
                ? "0"
                : database.value("SELECT count(*) FROM databasechangelog");
    }

    private static int port(TestDatabase database) {
        return database.target().hosts().get(0).port();
    }

    private static Target through(TestDatabase database, CuttingProxy network) {
        Target target = database.target();
        return new Target(
                List.of(new Target.HostPort("127.0.0.1", network.port())),
                target.database(),
                target.user(),
                target.password(),
                target.schema(),
                target.properties(),
                target.connectTimeout(),
                target.origin(),
                target.poolerSign());
    }
}
