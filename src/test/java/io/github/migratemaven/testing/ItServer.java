package io.github.migratemaven.testing;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

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

    private ItServer() {}

    /** @param args its folder, which tells where the server is once it is up; the folder of the projects */
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
