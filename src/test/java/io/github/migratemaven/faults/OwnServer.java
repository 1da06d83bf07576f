package io.github.migratemaven.faults;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.migratemaven.model.Secret;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.testing.ServerPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A server that a test may crash. Needs Debian's PostgreSQL, any version; no superuser or, being root, the user postgres. */
final class OwnServer implements AutoCloseable {
    private static final Path PROGRAMS = newest();

    private final Path folder;
    private final int port;

    private OwnServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static OwnServer create() throws IOException, InterruptedException {
        OwnServer server = empty();
        ServerPrograms.run(PROGRAMS + "/initdb", "-D", server.data(), "-U", "postgres", "-A", "trust", "--no-sync");
        server.start();
        return server;
    }

    /** A standby of this one. */
    OwnServer standby() throws IOException, InterruptedException {
        OwnServer standby = empty();
        ServerPrograms.run(
                PROGRAMS + "/pg_basebackup",
                "-R",
                "-c",
                "fast",
                "--no-sync",
                "-D",
                standby.data(),
                "-d",
                "host=127.0.0.1 user=postgres port=" + port);
        standby.start();
        return standby;
    }

    private static Path newest() {
        Path all = Path.of("/usr/lib/postgresql");
        try (Stream<Path> versions = Files.exists(all) ? Files.list(all) : Stream.empty()) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElse(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OwnServer empty() throws IOException, InterruptedException {
        assumeThat(PROGRAMS.resolve("initdb"))
                .as("PostgreSQL as Debian packages it")
                .exists();
        // Not a @TempDir: the server's user must be able to enter it.
        Path folder = Path.of(
                ServerPrograms.run("mktemp", "-d", "/tmp/migrate-faults-XXXXXX").strip());
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new OwnServer(folder, free.getLocalPort());
        }
    }

    void start() throws IOException, InterruptedException {
        control("start", "-w", "-l", folder + "/log", "-o", options());
    }

    private String options() {
        return "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -k " + folder;
    }

    /** As a crash does: no checkpoint, no good-bye. */
    void crash() throws IOException, InterruptedException {
        control("stop", "-m", "immediate");
    }

    void promote() throws IOException, InterruptedException {
        control("promote", "-w");
    }

    Path folder() {
        return folder;
    }

    private String data() {
        return folder + "/data";
    }

    private void control(String what, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(PROGRAMS + "/pg_ctl", what, "-D", data()));
        words.addAll(List.of(more));
        ServerPrograms.run(words.toArray(String[]::new));
    }

    Target.HostPort address() {
        return new Target.HostPort("127.0.0.1", port);
    }

    static Target target(String database, Map<String, String> properties, OwnServer... servers) {
        List<Target.HostPort> hosts = new ArrayList<>();
        for (OwnServer server : servers) {
            hosts.add(server.address());
        }
        return new Target(
                hosts,
                database,
                Optional.of("postgres"),
                Optional.of(new Secret("none needed")),
                Optional.empty(),
                properties,
                Duration.ofSeconds(5),
                "DATABASE_URL",
                Optional.empty());
    }

    @Override
    public void close() {
        try {
            if (Files.exists(Path.of(data(), "postmaster.pid"))) {
                crash();
            }
            ServerPrograms.run("rm", "-r", folder.toString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
