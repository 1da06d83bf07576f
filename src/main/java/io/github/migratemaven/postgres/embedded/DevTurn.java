package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.port.DevServer;
import io.github.migratemaven.port.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Held by a lock on a file beside the server's own, which is free again at once: others start and find the server meanwhile. */
record DevTurn(Path home, FolderLock lock) implements DevServer.Turn {
    static DevTurn take(Path home, Duration patience, ProgressListener progress) {
        try {
            return new DevTurn(
                    home,
                    FolderLock.take(
                            home,
                            "turn",
                            patience,
                            () -> progress.info("Waiting for another build that works on the dev server's databases")));
        } catch (IOException e) {
            throw EmbeddedFailures.io("use its folder", home, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw EmbeddedFailures.io("use its folder", home, e);
        }
    }
}
