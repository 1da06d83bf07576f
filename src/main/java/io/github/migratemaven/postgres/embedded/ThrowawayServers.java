package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Scratch servers: each in a folder {@code migrate-scratch-<owner>-…} of its own, removed with it. What a killed process left
 * behind is removed when the next one is started.
 */
public final class ThrowawayServers implements ScratchServer {
    private static final String PREFIX = "migrate-scratch-";

    private final Path base;
    private final Binaries binaries;

    /** @param base where the folders are made; see {@link #defaultBase} */
    public ThrowawayServers(Path base, Binaries binaries) {
        this.base = base.toAbsolutePath();
        this.binaries = binaries;
    }

    /** The system's folder for temporary files. */
    public static Path defaultBase() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public Running start(OptionalInt major) {
        Installation installation =
                binaries.install(major.isPresent() ? ServerVersion.ofMajor(major.getAsInt()) : ServerVersion.newest());
        try {
            Files.createDirectories(base);
            removeLeftOvers(installation);
            Path folder = base.resolve(
                    PREFIX + Owner.self() + "-" + UUID.randomUUID().toString().substring(0, 8));
            Files.createDirectory(folder);
            return start(installation, folder);
        } catch (IOException e) {
            throw EmbeddedFailures.io("create a scratch server's folder", base, e);
        }
    }

    private static Running start(Installation installation, Path folder) throws IOException {
        boolean started = false;
        try {
            Launcher launcher = Launcher.choose(installation, folder);
            Cluster cluster = new Cluster(folder);
            cluster.create(installation, launcher);
            EmbeddedServer server = new EmbeddedServer(installation, launcher, cluster);
            Scratch scratch =
                    new Scratch(folder, server, server.target(server.start(Durability.THROWN_AWAY), "postgres"));
            Runtime.getRuntime().addShutdownHook(scratch.hook);
            started = true;
            return scratch;
        } finally {
            if (!started) {
                FolderTree.delete(folder);
            }
        }
    }

    /** Whatever goes wrong here, another process is at it or the next one will be. */
    private void removeLeftOvers(Installation installation) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(base, PREFIX + "*")) {
            for (Path folder : folders) {
                String owner = folder.getFileName().toString().substring(PREFIX.length());
                if (Files.isDirectory(folder)
                        && Files.isWritable(folder)
                        && Owner.parse(owner).map(o -> !o.alive()).orElse(false)) {
                    remove(installation, folder);
                }
            }
        }
    }

    private static void remove(Installation installation, Path folder) {
        try {
            Cluster cluster = new Cluster(folder);
            if (Postmaster.read(cluster.data()).map(Postmaster::alive).orElse(false)) {
                Launcher launcher = Launcher.choose(installation, cluster.data());
                new EmbeddedServer(installation, launcher, cluster).stop();
            }
            FolderTree.delete(folder);
        } catch (IOException e) {
            // Left for the next start.
        }
    }

    private static final class Scratch implements Running {
        private final Path folder;
        private final EmbeddedServer server;
        private final Target target;
        private final Thread hook = new Thread(this::remove, "migrate-scratch-server-stop");
        private boolean removed;

        Scratch(Path folder, EmbeddedServer server, Target target) {
            this.folder = folder;
            this.server = server;
            this.target = target;
        }

        @Override
        public Target target() {
            return target;
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
                server.stop();
                FolderTree.delete(folder);
            } catch (IOException e) {
                // The next scratch server's start removes it.
            }
        }
    }
}
