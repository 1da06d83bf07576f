package io.github.migratemaven.postgres.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processes that use one server: a {@link Lease} each, in a folder. Everything here happens under the server's lock. */
final class Leases {
    private final Path folder;

    Leases(Path folder) {
        this.folder = folder;
    }

    Lease take() throws IOException {
        Files.createDirectories(folder);
        return Lease.take(folder.resolve(Lease.name()));
    }

    /** Whether anybody still uses the server; removes what the dead left. */
    boolean anyAlive() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        boolean any = false;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Lease.alive(file, file.getFileName().toString())) {
                    any = true;
                } else {
                    Files.deleteIfExists(file);
                }
            }
        }
        return any;
    }
}
