package io.github.migratemaven.testing;

import io.github.migratemaven.model.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A PgBouncer in transaction mode before a test's database, with a single connection to the server. */
public final class PgBouncer implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final Target target;

    private PgBouncer(Process process, Path folder, Target target) {
        this.process = process;
        this.folder = folder;
        this.target = target;
    }

    /** Whether one is installed; where it has to be, in CI, that there is none is an error. */
    public static boolean isThere() {
        return program().isPresent();
    }

    private static Optional<Path> program() {
        Optional<Path> program = Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI installs pgbouncer: see .ci/run");
        }
        return program;
    }

    /** Skips the test where there is no PgBouncer, but not in CI. */
    public static PgBouncer before(TestDatabase database) throws IOException, InterruptedException {
        Optional<Path> program = program();
        Assumptions.assumeTrue(program.isPresent(), "pgbouncer is not installed");
        int port = freePort();
        Target server = database.target();
        Path folder = Files.createTempDirectory("pgbouncer");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path settings = folder.resolve("pgbouncer.ini");
        Files.writeString(settings, """
                [databases]
                %s = host=127.0.0.1 port=%d dbname=%1$s user=%s password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 1
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                        server.database(), server.hosts().get(0).port(), database.user(), database.password(), port));
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // It refuses to run as root.
            command.addAll(List.of("setpriv", "--reuid=65534", "--clear-groups"));
        }
        command.addAll(List.of(program.get().toString(), "-q", settings.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        // An integration project's hook closes it only if the project comes that far.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await(port, process, folder);
        Target target = new Target(
                List.of(new Target.HostPort("127.0.0.1", port)),
                server.database(),
                server.user(),
                server.password(),
                server.schema(),
                server.properties(),
                server.connectTimeout(),
                "DATABASE_URL",
                server.poolerSign());
        return new PgBouncer(process, folder, target);
    }

    public Target target() {
        return target;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(int port, Process process, Path folder) throws IOException, InterruptedException {
        for (int i = 0; i < 200; i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    break;
                }
                Thread.sleep(50);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("pgbouncer did not start: " + Files.readString(folder.resolve("log")));
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
