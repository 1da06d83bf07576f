package io.github.migratemaven.postgres.embedded;

import java.time.Duration;

/** A wait that an interrupt turns into a failure. */
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static RuntimeException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return EmbeddedFailures.unavailable(
                "embedded-interrupted", "The wait for the embedded server was interrupted", "Run the build again", e);
    }
}
