package io.github.migratemaven.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says that a server stays although no build uses it. It holds for the one run of the server that it was written for: after a
 * crash or a restart of the machine nobody expects a server to be there. Everything here happens under the server's lock.
 */
final class KeptMark {
    private final Path file;

    KeptMark(Path home) {
        this.file = home.resolve("kept");
    }

    void set(Postmaster server) throws IOException {
        Files.writeString(file, identity(server));
    }

    boolean holds(Optional<Postmaster> server) throws IOException {
        try {
            return server.isPresent() && Files.readString(file).equals(identity(server.get()));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    private static String identity(Postmaster server) {
        return server.pid() + " " + server.startedAt().getEpochSecond() + "\n";
    }
}
