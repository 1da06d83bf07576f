package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.model.Secret;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.model.Target.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** Starts, finds and stops the server of one {@link Cluster}. Callers see to it that only one of them does so at a time. */
final class EmbeddedServer {
    static final String HOST = "127.0.0.1";

    private static final int ATTEMPTS = 5;
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 20;

    private final Installation installation;
    private final Launcher launcher;
    private final Cluster cluster;

    EmbeddedServer(Installation installation, Launcher launcher, Cluster cluster) {
        this.installation = installation;
        this.launcher = launcher;
        this.cluster = cluster;
    }

    private Path log() {
        return cluster.data().resolve("server.log");
    }

    /**
     * Starts it on a free port of the loopback interface and waits until it answers.
     *
     * @return the port
     */
    int start(Durability durability) throws IOException {
        rotateLog();
        ProgramRun run = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = freePort();
            configure(port, durability);
            // Relative paths and PGDATA: pg_ctl builds a shell command, and no name of the user's may get into it.
            run = pgCtl("start", "-s", "-w", "-t", Integer.toString(START_SECONDS), "-l", "server.log");
            if (run.exit() == 0) {
                return port;
            }
            String said = LogTail.of(log(), 12);
            // Somebody took the port meanwhile, or a crashed server's last back ends are still on their way out.
            if (!said.contains("Address already in use") && !said.contains("shared memory block")) {
                break;
            }
            Pause.of(Duration.ofMillis(200));
        }
        throw EmbeddedFailures.unavailable(
                "embedded-start",
                "The embedded server did not start: " + run.lastLines(2) + " | " + LogTail.of(log(), 8),
                "Remove what its log " + log() + " names");
    }

    /**
     * Ends it: the connections are cut, the data is written. Harmless when it does not run.
     *
     * @return false when it still runs
     */
    boolean stop() throws IOException {
        if (!runs()) {
            return true;
        }
        String seconds = Integer.toString(STOP_SECONDS);
        ProgramRun run = pgCtl("stop", "-s", "-w", "-t", seconds, "-m", "fast");
        if (run.exit() != 0 && runs()) {
            run = pgCtl("stop", "-s", "-w", "-t", seconds, "-m", "immediate");
        }
        return run.exit() == 0 || !runs();
    }

    /** The same, where nobody else starts it anew. */
    void mustStop() throws IOException {
        if (!stop()) {
            throw EmbeddedFailures.unavailable(
                    "embedded-stop",
                    "The dev server in " + cluster.data().getParent() + " did not stop",
                    "End its process; the number is the first line of "
                            + cluster.data().resolve("postmaster.pid"));
        }
    }

    private boolean runs() throws IOException {
        return runs(cluster);
    }

    /** The process is the first thing to ask; its answer is wrong when somebody set the system's clock. */
    static boolean runs(Cluster cluster) throws IOException {
        return Postmaster.read(cluster.data()).map(Postmaster::alive).orElse(false)
                || answeringPort(cluster).isPresent();
    }

    /**
     * The port of the running server, if it takes our password: the password is random and this cluster's own, so nothing
     * else can be behind that port.
     */
    Optional<Integer> answeringPort() throws IOException {
        return answeringPort(cluster);
    }

    private static Optional<Integer> answeringPort(Cluster cluster) throws IOException {
        Optional<Postmaster> postmaster = Postmaster.read(cluster.data());
        if (postmaster.isEmpty() || postmaster.get().port() == 0) {
            return Optional.empty();
        }
        int port = postmaster.get().port();
        try (Connection connection = connect(cluster, port, "postgres")) {
            return connection.isValid(5) ? Optional.of(port) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    Connection connect(int port, String database) throws SQLException, IOException {
        return connect(cluster, port, database);
    }

    private static Connection connect(Cluster cluster, int port, String database) throws SQLException, IOException {
        Properties properties = new Properties();
        properties.setProperty("user", Cluster.SUPERUSER);
        properties.setProperty("password", cluster.password().reveal());
        properties.setProperty("loginTimeout", "10");
        String name = URLEncoder.encode(database, StandardCharsets.UTF_8);
        return new Driver().connect("jdbc:postgresql://" + HOST + ":" + port + "/" + name, properties);
    }

    Target target(int port, String database) throws IOException {
        Secret password = cluster.password();
        return new Target(
                List.of(new HostPort(HOST, port)),
                database,
                Optional.of(Cluster.SUPERUSER),
                Optional.of(password),
                Optional.empty(),
                Map.of(),
                Duration.ofSeconds(10),
                "embedded",
                Optional.empty());
    }

    private ProgramRun pgCtl(String... arguments) throws IOException {
        return ProgramRun.of(
                launcher.command(installation.program("pg_ctl"), List.of(arguments)),
                cluster.data(),
                Map.of("PGDATA", cluster.data().toString()),
                Duration.ofSeconds(START_SECONDS + 15));
    }

    private void configure(int port, Durability durability) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# Written at each start of the server.",
                "port = " + port,
                "listen_addresses = '" + HOST + "'",
                // A socket's path must be short, and a project's may be long.
                "unix_socket_directories = ''",
                "max_connections = 100",
                "shared_buffers = 64MB",
                "wal_level = replica",
                "lc_messages = 'C'",
                "logging_collector = off"));
        lines.addAll(durability.settings());
        Path file = cluster.data().resolve(Cluster.SETTINGS_FILE);
        Files.write(file, lines);
        launcher.own(file);
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), log().resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }
}
