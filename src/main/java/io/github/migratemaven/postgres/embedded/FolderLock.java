package io.github.migratemaven.postgres.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps other processes, and other threads of this one, out of a folder: a lock of the operating system on a file in it,
 * which a killed process cannot leave behind.
 */
final class FolderLock implements Closeable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SILENCE = Duration.ofSeconds(1);

    /** POSIX drops a process's lock as soon as it closes any handle of the file: so only one thread may open it. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Waits for the lock, up to two minutes.
     *
     * @param onWait called once when it takes longer than a second
     */
    static FolderLock take(Path folder, Runnable onWait) throws IOException {
        return take(folder, "lock", PATIENCE, onWait);
    }

    /**
     * Waits for one of several locks of a folder.
     *
     * @param name of its file
     * @param onWait called once when it takes longer than a second
     */
    static FolderLock take(Path folder, String name, Duration patience, Runnable onWait) throws IOException {
        Path file = folder.toRealPath().resolve(name);
        long start = System.nanoTime();
        boolean told = false;
        while (true) {
            FolderLock lock = tryTake(file);
            if (lock != null) {
                return lock;
            }
            long waited = System.nanoTime() - start;
            if (waited > patience.toNanos()) {
                throw EmbeddedFailures.unavailable(
                        "embedded-busy",
                        "Another build has held " + file + " for " + patience.toSeconds() + " s",
                        "Wait for it or end it");
            }
            if (!told && waited > SILENCE.toNanos()) {
                told = true;
                onWait.run();
            }
            Pause.of(Duration.ofMillis(50));
        }
    }

    private static FolderLock tryTake(Path file) throws IOException {
        if (!OURS.add(file)) {
            return null;
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
            return taken ? new FolderLock(file, channel) : null;
        } catch (OverlappingFileLockException takenByAnotherClassLoader) {
            return null;
        } finally {
            if (!taken) {
                if (channel != null) {
                    channel.close();
                }
                OURS.remove(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            OURS.remove(file);
        }
    }
}
