package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.LockHolder;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.ProgressListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Waits its turn: polls the run lock, says for whom it waits, and gives up in time. */
final class RunLockWait {
    private static final long SHORTEST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 2_000;
    private static final Duration SAY_EVERY = Duration.ofSeconds(15);

    private final DeploySession session;
    private final Duration limit;
    private final ProgressListener progress;

    RunLockWait(DeploySession session, Duration limit, ProgressListener progress) {
        this.session = session;
        this.limit = limit;
        this.progress = progress;
    }

    void take() {
        long start = System.nanoTime();
        long saidAt = -1;
        long pause = SHORTEST_MILLIS;
        while (true) {
            DeploySession.Attempt attempt = session.tryLock();
            Optional<LockHolder> holder = attempt.holder();
            if (attempt.taken() && holder.isEmpty()) {
                return;
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            String who = holder.map(RunLockWait::describe).orElse("another run");
            if (waited.compareTo(limit) >= 0) {
                throw new MigrateException(Failure.Rejected.of(
                        "locked",
                        "waited " + limit.toSeconds() + " s for " + who,
                        "Run again when it has ended; raise migrate.waitForRun to wait longer."));
            }
            if (saidAt < 0 || waited.toMillis() - saidAt >= SAY_EVERY.toMillis()) {
                saidAt = waited.toMillis();
                progress.info("Waiting for " + who + " …");
            }
            sleep(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1));
            pause = Math.min(pause * 2, LONGEST_MILLIS);
        }
    }

    private static String describe(LockHolder holder) {
        String pid = holder.pid() == 0 ? "" : " (back end " + holder.pid() + ")";
        return holder.who() + pid + (holder.since() == null ? "" : " since " + holder.since());
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException(Failure.Rejected.of(
                    "interrupted", "the build was interrupted", "Run again; nothing was left half done."));
        }
    }
}
