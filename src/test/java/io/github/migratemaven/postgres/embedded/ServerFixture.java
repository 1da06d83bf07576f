package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.testing.TestBinaries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** What the tests of real servers share; also the program of a second build in a process of its own. */
final class ServerFixture {
    private ServerFixture() {}

    static Binaries binaries() {
        return new Binaries(Binaries.defaultCache(), Platform.current(), new TestBinaries());
    }

    static ProjectDevServer devServer(Path project) {
        return new ProjectDevServer(project, Optional.empty(), "app", binaries(), new Silent());
    }

    static String query(Target target, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + target.display(),
                        target.user().orElseThrow(),
                        target.password().orElseThrow().reveal());
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Row or no row: for statements. */
    static void execute(Target target, String sql) throws SQLException {
        query(target, "WITH nothing AS (SELECT 1) SELECT 1");
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://" + target.display(),
                target.user().orElseThrow(),
                target.password().orElseThrow().reveal())) {
            connection.createStatement().execute(sql);
        }
    }

    static ProcessHandle postmaster(Path data) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** A server that has let go of its data may take a moment to end. */
    static void assertEnded(ProcessHandle server) throws Exception {
        server.onExit().get(10, TimeUnit.SECONDS);
    }

    /** Starts a build in another process, which has a server when this returns. */
    static Process build(String kind, Path folder) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerFixture.class.getName(),
                        kind,
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        if (!"ready".equals(line)) {
            throw new IllegalStateException("the other build said " + line);
        }
        return process;
    }

    /** Uses a server until its input ends. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        AutoCloseable running = switch (arguments[0]) {
            case "dev" -> devServer(folder).start();
            case "turn" -> devServer(folder).start().turn(Duration.ZERO);
            default -> new ThrowawayServers(folder, binaries()).start(OptionalInt.empty());
        };
        System.out.println("ready");
        while (System.in.read() >= 0) {
            continue;
        }
        running.close();
    }

    static final class Silent implements ProgressListener {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public void debug(String line) {}
    }
}
