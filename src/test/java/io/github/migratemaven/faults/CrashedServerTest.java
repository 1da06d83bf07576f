package io.github.migratemaven.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.testing.ServerPrograms;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server goes down, fails over or is full while a deploy runs. */
@Tag("faults")
class CrashedServerTest {
    private static final int CHANGESETS = 30;

    @TempDir
    Path folder;

    @Test
    void aCrashLosesNothingAndDoublesNothing() throws Exception {
        Random random = Rounds.random();
        int rounds = Rounds.of(2, 30);
        int broken = 0;
        try (OwnServer server = OwnServer.create()) {
            for (int round = 0; round < rounds; round++) {
                try (TestDatabase database = TestDatabase.createOn(OwnServer.target("postgres", Map.of(), server))) {
                    database.execute("CREATE TABLE ran (id int)");
                    TestProject project = project(database.target());
                    CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
                    Thread.sleep(100 + random.nextInt(700));
                    server.crash();
                    server.start();

                    Outcome crashed = deploy.get(60, TimeUnit.SECONDS);
                    if (crashed.error().isPresent()) {
                        broken++;
                        assertThat(crashed.error().get()).isInstanceOf(Failure.Unreachable.class);
                    }
                    assertThat(project.deploy().error()).isEmpty();
                    assertThat(ran(database)).isEqualTo(CHANGESETS + "|" + CHANGESETS);
                    assertThat(database.value("SELECT locked FROM databasechangeloglock"))
                            .isEqualTo("f");
                }
            }
        }
        Rounds.say(rounds + " crashes of the server (" + broken
                + " broke a deploy off): nothing lost, nothing twice, no lock left");
    }

    @Test
    void afterAFailoverTheNextDeployGoesOnAtTheNewPrimary() throws Exception {
        try (OwnServer primary = OwnServer.create();
                OwnServer standby = primary.standby()) {
            TestDatabase first = TestDatabase.createOn(OwnServer.target("postgres", Map.of(), primary));
            first.execute("CREATE TABLE ran (id int)");
            String name = first.target().database();
            TestProject project =
                    project(OwnServer.target(name, Map.of("targetServerType", "primary"), primary, standby));
            CompletableFuture<Outcome> deploy = CompletableFuture.supplyAsync(project::deploy);
            first.await("SELECT count(*) > 4 FROM ran");
            primary.crash();
            standby.promote();

            Failure lost = deploy.get(60, TimeUnit.SECONDS).error().orElseThrow();
            assertThat(lost.code()).isEqualTo("connection-lost");
            assertThat(lost.hint()).startsWith("Looked again: ");
            assertThat(project.deploy().error()).isEmpty();
            Target now = OwnServer.target(name, Map.of("targetServerType", "primary"), standby);
            try (TestDatabase second = TestDatabase.named(now)) {
                assertThat(ran(second)).isEqualTo(CHANGESETS + "|" + CHANGESETS);
                assertThat(second.value("SELECT locked FROM databasechangeloglock"))
                        .isEqualTo("f");
            }
        }
    }

    @Test
    void aFullDiskUndoesTheChangesetAndSaysSo() throws Exception {
        try (OwnServer server = OwnServer.create()) {
            Path small = server.folder().resolve("small");
            ServerPrograms.run("mkdir", small.toString());
            Assumptions.assumeTrue(mount(small), "may mount a small file system");
            try (TestDatabase database = TestDatabase.createOn(OwnServer.target("postgres", Map.of(), server))) {
                database.execute("CREATE TABLE ran (id int)");
                database.execute("CREATE TABLESPACE small LOCATION '" + small + "'");
                TestProject project = new TestProject(folder, database)
                        .changeset("1", "INSERT INTO ran VALUES (1)")
                        .changeset(
                                "2",
                                "INSERT INTO ran VALUES (2)",
                                "CREATE TABLE big TABLESPACE small AS SELECT repeat('x', 1000) FROM generate_series(1, 9000)");

                Failure full = project.deploy().error().orElseThrow();

                assertThat(full.sqlState()).contains("53100");
                assertThat(full.hint()).contains("rolled back as a whole", "disk");
                assertThat(database.query("SELECT id FROM ran")).containsExactly("1");
                new ProcessBuilder("mount", "-o", "remount,size=64m", small.toString())
                        .start()
                        .waitFor();
                assertThat(project.deploy().error()).isEmpty();
                assertThat(database.query("SELECT id FROM ran")).containsExactly("1", "2");
                database.execute("DROP TABLE big");
                database.execute("DROP TABLESPACE small");
            } finally {
                new ProcessBuilder("umount", "-l", small.toString()).start().waitFor();
            }
        }
    }

    private static boolean mount(Path folder) throws IOException, InterruptedException {
        return new ProcessBuilder(
                                        "mount",
                                        "-t",
                                        "tmpfs",
                                        "-o",
                                        "size=4m,uid=" + Files.getAttribute(folder, "unix:uid") + ",mode=700",
                                        "tmpfs",
                                        folder.toString())
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0
                && Files.getFileStore(folder).type().equals("tmpfs");
    }

    private TestProject project(Target target) {
        TestProject project = new TestProject(folder, target).empty();
        for (int i = 0; i < CHANGESETS; i++) {
            project.changeset(
                    "" + i,
                    "INSERT INTO ran VALUES (" + i + ")",
                    "CREATE TABLE t" + i + " (id int)",
                    "SELECT pg_sleep(0.02)");
        }
        return project.failOn();
    }

    private static String ran(TestDatabase database) {
        String history = database.value("SELECT count(*) FROM databasechangelog");
        assertThat(history).isEqualTo("" + CHANGESETS);
        return database.value("SELECT count(*), count(DISTINCT id) FROM ran");
    }
}
