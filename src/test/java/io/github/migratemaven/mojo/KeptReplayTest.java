package io.github.migratemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.deploy.Status;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.port.DevServer;
import io.github.migratemaven.port.Workshop;
import io.github.migratemaven.postgres.PostgresTarget;
import io.github.migratemaven.postgres.embedded.Binaries;
import io.github.migratemaven.postgres.embedded.Platform;
import io.github.migratemaven.postgres.embedded.ProjectDevServer;
import io.github.migratemaven.testing.RecordedProgress;
import io.github.migratemaven.testing.TestBinaries;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a dev server, since only that keeps databases. One test: the server's start is what takes its time. */
class KeptReplayTest {
    @TempDir
    Path folder;

    private final AtomicInteger unread = new AtomicInteger();
    private String basis = "for all";

    @Test
    void beginsWithWhatIsKeptAndAppliesOnlyWhatHasComeSince() {
        Binaries binaries = new Binaries(Binaries.defaultCache(), Platform.current(), new TestBinaries());
        try (DevServer.Running server =
                new ProjectDevServer(folder, Optional.empty(), "app", binaries, new RecordedProgress()).start()) {
            TestProject project = new TestProject(folder, server.target())
                    .changeset("1", "CREATE TABLE a (id int)")
                    .changeset("2", "CREATE TABLE b (id int)");

            // Nothing is kept yet: all of it runs, and is kept.
            assertThat(runs(server, project)).isEqualTo("1,2 in 1 run");
            assertThat(unread).hasValue(0);
            // The same changelog: a copy, without a run and without reading it.
            assertThat(runs(server, project)).isEqualTo("1,2 in 1 run");
            assertThat(unread).hasValue(1);
            // One more: it alone runs, on the copy.
            project.changeset("3", "CREATE TABLE c (id int)");
            assertThat(runs(server, project)).isEqualTo("1,2,3 in 2 runs");
            assertThat(runs(server, project)).isEqualTo("1,2,3 in 2 runs");
            // Edited: nothing that is kept is of use.
            project.empty().changeset("1", "CREATE TABLE a (id bigint)").changeset("2", "CREATE TABLE b (id int)");
            assertThat(runs(server, project)).isEqualTo("1,2 in 1 run");
            assertThat(type(server, project)).isEqualTo("bigint");
            // Somebody changed what is kept: it is made anew.
            try (Workshop workshop = server.workshop()) {
                TestDatabase kept = TestDatabase.named(workshop.kept().orElseThrow());
                kept.execute("ALTER TABLE a ADD surprise int");
            }
            assertThat(columns(server, project)).isEqualTo("id");
            // Made for other contexts: the history would not tell.
            project.empty()
                    .changeset("1", "CREATE TABLE a (id bigint)")
                    .changesetWith("2", "context:demo", "CREATE TABLE b (id int)")
                    .contexts("demo");
            basis = "for demo";
            assertThat(runs(server, project)).isEqualTo("1,2 in 1 run");
            project.contexts("production");
            basis = "for production";
            assertThat(runs(server, project)).isEqualTo("1 in 1 run");
        }
    }

    private String columns(DevServer.Running server, TestProject project) {
        return ask(
                server,
                project,
                "SELECT string_agg(attname, ',') FROM pg_attribute WHERE attrelid = 'a'::regclass AND attnum > 0");
    }

    private String type(DevServer.Running server, TestProject project) {
        return ask(
                server,
                project,
                "SELECT format_type(atttypid, -1) FROM pg_attribute WHERE attrelid = 'a'::regclass AND attname = 'id'");
    }

    private String runs(DevServer.Running server, TestProject project) {
        return ask(
                server,
                project,
                "SELECT (SELECT string_agg(id, ',' ORDER BY orderexecuted) FROM databasechangelog) || ' in ' || count(*) || ' run'"
                        + " || CASE WHEN count(*) > 1 THEN 's' ELSE '' END FROM migrate_run");
    }

    private String ask(DevServer.Running server, TestProject project, String question) {
        try (Workshop workshop = server.workshop()) {
            DeployedReplay replay = new DeployedReplay(
                    project.reader(),
                    KeptReplayTest::database,
                    () -> new RunStart(UUID.randomUUID().toString(), "dev", "0-test", "here", null, "development"),
                    new RecordedProgress());
            Target database = new KeptReplay(
                            replay,
                            basis,
                            target -> new Status(
                                    "dev",
                                    project.reader(),
                                    database(target),
                                    target,
                                    Environment.DEVELOPMENT,
                                    Set.of()),
                            unread::incrementAndGet)
                    .database(workshop, Optional.empty());
            return TestDatabase.named(database).value(question);
        }
    }

    private static PostgresTarget database(Target target) {
        return new PostgresTarget(target, "0-test", false);
    }
}
