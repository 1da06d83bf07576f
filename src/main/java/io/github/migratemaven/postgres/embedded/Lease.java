package io.github.migratemaven.postgres.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Says that a process uses something: a file, locked as long as the process lives. The operating system drops the lock of a
 * killed process, so a reused process id cannot pass for its former owner, not even from another container.
 *
 * <p>Leases of one folder are taken and looked at under one {@link FolderLock} (or by one process only).
 */
final class Lease implements Closeable {
    private final Path file;
    private final FileChannel channel;

    private Lease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A name that tells leases of this process from those of others; anything may stand before it. */
    static String name() {
        return Owner.self() + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static Lease take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.tryLock();
        } catch (IOException fileSystemWithoutLocks) {
            // Then its name decides, see alive.
        }
        return new Lease(file, channel);
    }

    /** @param owner as {@link Owner#parse} reads it; must come from {@link #name} */
    static boolean alive(Path file, String owner) throws IOException {
        Owner named = Owner.parse(owner).orElse(null);
        if (named == null) {
            return false;
        }
        // Never opened: closing any handle of it would drop our own lock (POSIX).
        if (named.equals(Owner.self())) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return locked(channel, named);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static boolean locked(FileChannel channel, Owner named) {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException fileSystemWithoutLocks) {
            return named.alive();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
