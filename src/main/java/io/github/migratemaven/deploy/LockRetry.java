package io.github.migratemaven.deploy;

import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.SqlFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/**
 * How often, and how long, something is tried again that waited too long for a lock. In between nothing of ours is queued
 * for the lock, so the application's own statements go on.
 */
final class LockRetry {
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long ASK_EVERY_MILLIS = 500;

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
     * Pauses before the next attempt; shorter when the way is free before.
     *
     * @param what for the message, for example {@code changeset "42"}
     * @param free whether those who had the lock are gone; asked now and then
     * @return false when it is not to be tried again
     */
    boolean again(SqlFailure failure, String what, List<String> blockers, BooleanSupplier free) {
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
        pause(jittered, free);
        return true;
    }

    private static void pause(long millis, BooleanSupplier free) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (true) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            RunLockWait.sleep(Math.min(left, ASK_EVERY_MILLIS));
            if (left > ASK_EVERY_MILLIS && free.getAsBoolean()) {
                return;
            }
        }
    }

    int used() {
        return used;
    }
}
