package io.github.migratemaven.deploy;

import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.SqlFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often, and how long, something is tried again that waited too long for a lock. In between nothing of ours is queued
 * for the lock, so the application's own statements go on.
 */
final class LockRetry {
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final int retries;
    private final long deadline;
    private final ProgressListener progress;
    private int used;

    LockRetry(int retries, Duration budget, ProgressListener progress) {
        this.retries = retries;
        this.deadline = System.nanoTime() + budget.toNanos();
        this.progress = progress;
    }

    /**
     * Pauses before the next attempt.
     *
     * @param what for the message, for example {@code changeset "42"}
     * @return false when it is not to be tried again
     */
    boolean again(SqlFailure failure, String what, List<String> blockers) {
        if (!failure.retryable() || used >= retries || System.nanoTime() >= deadline) {
            return false;
        }
        used++;
        long pause = Math.min(FIRST_PAUSE_MILLIS << Math.min(used - 1, 10), LONGEST_PAUSE_MILLIS);
        long jittered = ThreadLocalRandom.current().nextLong(pause / 2, pause + 1);
        String why =
                failure.sqlState().equals("40P01") ? "was the victim of a deadlock" : "did not get its lock in time";
        String who = blockers.isEmpty() ? "" : "; held by " + String.join(" and ", blockers);
        progress.info(
                what + " " + why + who + ": trying again in " + jittered + " ms (" + used + " of " + retries + ")");
        RunLockWait.sleep(jittered);
        return true;
    }

    int used() {
        return used;
    }
}
