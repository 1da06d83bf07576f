package io.github.migratemaven.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.testing.ServerPrograms;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real standby: a cluster that waits for WAL which never comes. Needs Debian's PostgreSQL 15, being no superuser or root. */
class StandbyTest {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    private Path folder;
    private int port;

    @BeforeEach
    void start() throws Exception {
        assumeThat(PROGRAMS.resolve("initdb"))
                .as("PostgreSQL 15 as Debian packages it")
                .exists();
        // Not a @TempDir: the server's user must be able to enter it.
        folder = Path.of(ServerPrograms.run("mktemp", "-d", "/tmp/migrate-standby-XXXXXX")
                .strip());
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ServerPrograms.run(PROGRAMS + "/initdb", "-D", folder + "/data", "-U", "postgres", "-A", "trust", "--no-sync");
        ServerPrograms.run("touch", folder + "/data/standby.signal");
        ServerPrograms.run(
                PROGRAMS + "/pg_ctl",
                "start",
                "-w",
                "-D",
                folder + "/data",
                "-l",
                folder + "/log",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -k " + folder);
    }

    @AfterEach
    void stop() throws Exception {
        if (folder != null) {
            ServerPrograms.run(PROGRAMS + "/pg_ctl", "stop", "-m", "immediate", "-D", folder + "/data");
            ServerPrograms.run("rm", "-r", folder.toString());
        }
    }

    @Test
    void itIsNoPlaceToDeployToButMayBeAsked() {
        Target target = new Target(
                List.of(new Target.HostPort("127.0.0.1", port)),
                "postgres",
                Optional.of("postgres"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Duration.ofSeconds(5),
                "DATABASE_URL",
                Optional.empty());
        PostgresTarget database = new PostgresTarget(target, "0", false);

        MigrateException refused = catchThrowableOfType(
                MigrateException.class, () -> database.openForDeploy("x").close());

        assertThat(refused.failure().code()).isEqualTo("standby");
        assertThat(refused.failure().hint()).contains("Point DATABASE_URL at the primary");
        try (Session session = database.openReadOnly()) {
            assertThat(session.facts().major()).isEqualTo(15);
            assertThat(session.look().history().exists()).isFalse();
            assertThat(session.catalogue()).containsOnlyKeys("server");
        }
    }
}
