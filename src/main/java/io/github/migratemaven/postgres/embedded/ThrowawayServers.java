package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Scratch servers: each in a folder {@code migrate-scratch-…} of its own, removed with it. What a killed process left behind
 * is removed when the next one is started.
 */
public final class ThrowawayServers implements ScratchServer {
    private static final String PREFIX = "migrate-scratch-";
    private static final String LEASE = "lease";

    private final Path base;
    private final Binaries binaries;
    private final Optional<ServerVersion> asked;

    /** @param base where the folders are made; see {@link #defaultBase} */
    public ThrowawayServers(Path base, Binaries binaries) {
        this(base, binaries, Optional.empty());
    }

    /** @param asked {@code migrate.embeddedVersion}: the one of its major, and of none where none is wanted */
    public ThrowawayServers(Path base, Binaries binaries, Optional<ServerVersion> asked) {
        this.base = base.toAbsolutePath();
        this.binaries = binaries;
        this.asked = asked;
    }

    /** The system's folder for temporary files. */
    public static Path defaultBase() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public Running start(OptionalInt major) {
        Installation installation = binaries.install(version(major));
        Scratch scratch = new Scratch(installation, base.resolve(PREFIX + Lease.name()));
        try {
            Files.createDirectories(base);
            Runtime.getRuntime().addShutdownHook(scratch.hook);
            scratch.create();
            removeLeftOvers(installation, Files.getOwner(scratch.folder));
            scratch.start();
            return scratch;
        } catch (IOException e) {
            scratch.close();
            throw EmbeddedFailures.io("create a scratch server in " + base, base, e);
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    private ServerVersion version(OptionalInt major) {
        return asked.filter(version -> major.isEmpty() || version.major() == major.getAsInt())
                .orElseGet(() -> major.isPresent() ? ServerVersion.ofMajor(major.getAsInt()) : ServerVersion.newest());
    }

    /**
     * Only this user's: in the system's folder everybody may put one, with links in it and the id of a process that is none of a
     * server.
     */
    private void removeLeftOvers(Installation installation, UserPrincipal user) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(base, PREFIX + "*")) {
            for (Path folder : folders) {
                try {
                    String owner = folder.getFileName().toString().substring(PREFIX.length());
                    // A folder without a lease is one that is being made, or removed.
                    if (Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)
                            && Files.exists(folder.resolve(LEASE))
                            && !Lease.alive(folder.resolve(LEASE), owner)) {
                        remove(installation, folder);
                    }
                } catch (IOException | RuntimeException e) {
                    // Another process removes it at this moment.
                    continue;
                }
            }
        }
    }

    private static void remove(Installation installation, Path folder) throws IOException {
        Cluster cluster = new Cluster(folder);
        if (cluster.exists()) {
            new EmbeddedServer(installation, Launcher.forData(installation, cluster.data()), cluster).stop();
        }
        FolderTree.delete(folder);
    }

    /** Its methods exclude each other: a shutdown waits for a start that is under way, and then stops it. */
    private static final class Scratch implements Running {
        private final Installation installation;
        private final Path folder;
        private final Thread hook = new Thread(this::remove, "migrate-scratch-server-stop");
        private Lease lease;
        private EmbeddedServer server;
        private Target target;
        private DatabaseSession session;
        private int databases;
        private boolean removed;

        Scratch(Installation installation, Path folder) {
            this.installation = installation;
            this.folder = folder;
        }

        synchronized void create() throws IOException {
            Files.createDirectory(folder);
        }

        synchronized void start() throws IOException {
            lease = Lease.take(folder.resolve(LEASE));
            Launcher launcher = Launcher.forNewData(installation, folder, folder);
            Cluster cluster = new Cluster(folder);
            cluster.create(installation, launcher);
            server = new EmbeddedServer(installation, launcher, cluster);
            int port = server.start(Durability.THROWN_AWAY);
            target = server.target(port, "postgres");
            session = new DatabaseSession(server, port, folder);
        }

        @Override
        public synchronized Target target() {
            return target;
        }

        @Override
        public synchronized Target createDatabase() {
            Target database = target.withDatabase(name());
            session.create(database.database());
            return database;
        }

        @Override
        public synchronized Target cloneDatabase(Target template) {
            Target copy = target.withDatabase(name());
            session.copy(template.database(), copy.database());
            return template.schema().map(copy::withSchema).orElse(copy);
        }

        private String name() {
            databases++;
            return "scratch_" + databases;
        }

        @Override
        public synchronized void dropDatabase(Target database) {
            session.drop(database.database());
        }

        @Override
        public synchronized void createRole(String name) {
            session.createRole(name);
        }

        @Override
        public void close() {
            remove();
            ShutdownHooks.remove(hook);
        }

        private synchronized void remove() {
            if (removed) {
                return;
            }
            removed = true;
            try {
                if (session != null) {
                    session.close();
                }
                if (server != null) {
                    server.stop();
                }
                if (lease != null) {
                    lease.close();
                }
                FolderTree.delete(folder);
            } catch (IOException e) {
                // The next scratch server's start removes it.
            }
        }
    }
}
