package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.port.EmbeddedBinaries;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * Unpacked server programs, shared by all projects of this user: {@code <cache>/<version>-<platform>}. Thread-safe, and safe
 * with other processes.
 *
 * <p>A folder appears under its final name only when it is complete: it is filled under another name and then renamed.
 */
public final class Binaries {
    private final Path cache;
    private final Platform platform;
    private final EmbeddedBinaries source;

    /** @param cache created when it is not there; see {@link #defaultCache} */
    public Binaries(Path cache, Platform platform, EmbeddedBinaries source) {
        this.cache = cache.toAbsolutePath();
        this.platform = platform;
        this.source = source;
    }

    /**
     * {@code $XDG_CACHE_HOME}, else the operating system's folder for a user's caches. For root on Linux it is {@code
     * /var/cache}: where the server must run as another account, that account cannot enter root's home.
     */
    public static Path defaultCache() {
        return defaultCache(
                        System.getenv(),
                        Path.of(System.getProperty("user.home")),
                        System.getProperty("os.name"),
                        Launcher.root())
                .resolve("migrate-maven-plugin")
                .resolve("postgres");
    }

    static Path defaultCache(Map<String, String> environment, Path home, String os, boolean root) {
        String xdg = environment.get("XDG_CACHE_HOME");
        if (xdg != null && Path.of(xdg).isAbsolute()) {
            return Path.of(xdg);
        }
        String local = environment.get("LOCALAPPDATA");
        if (os.startsWith("Windows") && local != null) {
            return Path.of(local);
        }
        if (os.startsWith("Mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        if (!root && !home.isAbsolute()) {
            throw EmbeddedFailures.unavailable(
                    "embedded-cache",
                    "This user has no home folder for the embedded server's programs",
                    "Set the environment variable XDG_CACHE_HOME to a folder");
        }
        return root ? Path.of("/var/cache") : home.resolve(".cache");
    }

    /**
     * The programs of a version; downloads and unpacks them when they are not there.
     *
     * @throws io.github.migratemaven.model.MigrateException with an {@code Unavailable} when they cannot be had
     */
    public Installation install(ServerVersion version) {
        String name = version.artifact() + "-" + platform.name();
        Installation installation = new Installation(cache.resolve(name), version, platform);
        if (installation.complete()) {
            return installation;
        }
        Path jar = source.resolve(platform.name(), version.artifact());
        try {
            Files.createDirectories(cache);
            FolderLock lock = FolderLock.take(cache, () -> {});
            try {
                if (!installation.complete()) {
                    unpack(jar, installation);
                }
            } finally {
                lock.close();
            }
            return installation;
        } catch (IOException e) {
            throw EmbeddedFailures.io(
                    "unpack its programs (the environment variable XDG_CACHE_HOME names another place)", cache, e);
        }
    }

    private void unpack(Path jar, Installation installation) throws IOException {
        Path unfinished = cache.resolve(".unfinished");
        // What a killed build, or somebody who tidied up, left behind.
        FolderTree.delete(unfinished);
        FolderTree.delete(installation.home());
        Files.createDirectories(unfinished);
        Installation fresh = new Installation(unfinished, installation.version(), platform);
        try {
            new ServerArchive(jar).extract(unfinished);
        } catch (FileSystemException full) {
            throw full;
        } catch (IOException e) {
            throw broken(jar, e.getMessage(), e);
        }
        if (!fresh.complete()) {
            throw broken(jar, "it lacks bin/initdb, bin/pg_ctl or bin/postgres", null);
        }
        try {
            Files.move(unfinished, installation.home(), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, installation.home());
        }
    }

    private static RuntimeException broken(Path jar, String why, Throwable cause) {
        return EmbeddedFailures.unavailable(
                "embedded-archive",
                "The embedded server's archive " + jar + " cannot be used: " + why,
                "Delete that file so that it is downloaded again",
                cause);
    }
}
