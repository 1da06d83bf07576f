package io.github.migratemaven.testing;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.postgres.embedded.Binaries;
import io.github.migratemaven.postgres.embedded.Platform;
import io.github.migratemaven.postgres.embedded.ProjectDevServer;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The integration tests' server, as a process: for every project below {@code src/it} a fresh database of its name, owned by
 * the role {@link #ROLE}. It ends when its folder is removed, or with the Maven that started it.
 */
public final class ItServer {
    /** What the projects log in as: no superuser, as in real life. */
    public static final String ROLE = "deployer";

    /** Of {@link #ROLE} and of every other role that a project has: what must not stand in any output. */
    public static final String PASSWORD = "tell-nobody";

    private static final String FILE = "server.properties";

    /** A project's own, or that of one of its modules. */
    private static final int DEV_SERVER_DEPTH = 3;

    private ItServer() {}

    /**
     * @param args its folder, which tells where the server is once it is up; the folder of the projects; the folder of their
     *     copies
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        ProcessHandle maven = ProcessHandle.current().parent().orElseThrow();
        try (ScratchServer.Running server = TestDatabases.startServer()) {
            prepare(TestDatabase.on(server.target(), "postgres"), Path.of(args[1]));
            announce(server.target(), folder);
            while (maven.isAlive() && Files.exists(folder.resolve(FILE))) {
                Thread.sleep(100);
            }
        } catch (IOException | RuntimeException e) {
            Files.writeString(folder.resolve("failed.txt"), e.toString());
        }
        stopKeptServers(Path.of(args[2]));
    }

    /** A project that fails half-way does not come to its {@code migrate:stop}: the server that it keeps would run for ever. */
    private static void stopKeptServers(Path copies) throws IOException {
        try (Stream<Path> files = Files.walk(copies, DEV_SERVER_DEPTH)) {
            List<Path> projects = files.filter(file -> file.endsWith(".migrate"))
                    .map(Path::getParent)
                    .toList();
            Binaries binaries = new Binaries(Binaries.defaultCache(), Platform.current(), new TestBinaries());
            for (Path project : projects) {
                new ProjectDevServer(project, Optional.empty(), "dev", binaries, new RecordedProgress()).stop();
            }
        } catch (NoSuchFileException e) {
            // No project has run.
        }
    }

    private static void prepare(TestDatabase server, Path projects) throws IOException {
        server.execute("CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + PASSWORD + "'");
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(projects, Files::isDirectory)) {
            for (Path project : folders) {
                server.execute("CREATE DATABASE \"" + project.getFileName() + "\" OWNER " + ROLE);
            }
        }
    }

    /** The file appears as a whole: the build waits for it. */
    private static void announce(Target superuser, Path folder) throws IOException {
        Properties address = new Properties();
        address.setProperty("it.server", superuser.hosts().get(0).toString());
        address.setProperty("it.superuser", superuser.user().orElseThrow());
        address.setProperty(
                "it.superuser.password", superuser.password().orElseThrow().reveal());
        StringWriter text = new StringWriter();
        address.store(text, null);
        Path draft = Files.writeString(folder.resolve(FILE + ".draft"), text.toString());
        Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The superuser's way into the database of a project, from another process. */
    static Target superuser(Path folder) throws IOException {
        Properties address = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(FILE))) {
            address.load(reader);
        }
        return TestDatabase.target(
                address.getProperty("it.server"),
                address.getProperty("it.superuser"),
                address.getProperty("it.superuser.password"));
    }
}
