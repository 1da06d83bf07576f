package io.github.migratemaven.postgres.embedded;

import static io.github.migratemaven.postgres.embedded.ServerFixture.assertEnded;
import static io.github.migratemaven.postgres.embedded.ServerFixture.devServer;
import static io.github.migratemaven.postgres.embedded.ServerFixture.execute;
import static io.github.migratemaven.postgres.embedded.ServerFixture.postmaster;
import static io.github.migratemaven.postgres.embedded.ServerFixture.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.port.DevServer.Running;
import io.github.migratemaven.port.DevServer.Stopped;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashedDevServerTest {
    @TempDir
    private Path project;

    @Test
    void stoppingOneThatHasCrashedSaysSoAndTheNextStartRecovers() throws Exception {
        try (Running first = devServer(project).start()) {
            first.keep();
            execute(first.target(), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        ProcessHandle server = postmaster(project.resolve(".migrate/postgres-18/data"));
        server.destroyForcibly();
        assertEnded(server);

        // Nothing has to be fetched for that.
        ProjectDevServer withoutPrograms = new ProjectDevServer(
                project,
                Optional.empty(),
                "app",
                new Binaries(project.resolve("none"), Platform.current(), (platform, version) -> {
                    throw new AssertionError(version);
                }),
                new ServerFixture.Silent());
        assertThat(withoutPrograms.stop()).isEqualTo(Stopped.HAD_CRASHED);

        try (Running second = devServer(project).start()) {
            assertThat(query(second.target(), "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(second.kept()).isFalse();
        }
        assertThat(devServer(project).stop()).isEqualTo(Stopped.DID_NOT_RUN);
    }
}
