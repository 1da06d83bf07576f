package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.LockHolder;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.ProgressListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** Waits its turn: polls a lock, says for whom it waits, frees what a dead Liquibase left locked, and gives up in time. */
final class RunLockWait {
    private static final long SHORTEST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 2_000;
    private static final Duration SAY_EVERY = Duration.ofSeconds(15);

    private final DeploySession session;
    private final Duration limit;
    private final ProgressListener progress;
    private boolean ours;
    private Optional<LockHolder> holder = Optional.empty();

    RunLockWait(DeploySession session, Duration limit, ProgressListener progress) {
        this.session = session;
        this.limit = limit;
        this.progress = progress;
    }

    /** Takes the run lock, once no Liquibase is at work either. */
    void take() {
        until(() -> {
            DeploySession.Attempt attempt = session.tryLock();
            ours = attempt.taken();
            holder = attempt.holder();
            return ours && holder.isEmpty();
        });
    }

    /** From here on a Liquibase that starts waits for us. Needs the run lock; what was seen before may be out of date. */
    void shutOutLiquibase() {
        ours = true;
        until(() -> {
            if (session.tryShutOutLiquibase()) {
                return true;
            }
            // The run lock is ours already; taken once more, it tells who has the other one.
            holder = session.tryLock().holder();
            return false;
        });
    }

    private void until(BooleanSupplier attempt) {
        long start = System.nanoTime();
        long saidAt = -1;
        long pause = SHORTEST_MILLIS;
        while (!attempt.getAsBoolean()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (ours && cleared(waited)) {
                continue;
            }
            String who = holder.map(RunLockWait::describe).orElse("another run");
            if (waited.compareTo(limit) >= 0) {
                throw new MigrateException(
                        Failure.Rejected.of("locked", "waited " + limit.toSeconds() + " s for " + who, cure()));
            }
            if (saidAt < 0 || waited.toMillis() - saidAt >= SAY_EVERY.toMillis()) {
                saidAt = waited.toMillis();
                progress.info("Waiting for " + who + " …");
            }
            sleep(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1));
            pause = Math.min(pause * 2, LONGEST_MILLIS);
        }
    }

    private boolean cleared(Duration waited) {
        Optional<String> owner = session.clearAbandonedLock(waited);
        owner.ifPresent(name -> progress.warn("freed databasechangeloglock, which " + name
                + " left locked: no session of this database can be its any more"));
        return owner.isPresent();
    }

    private String cure() {
        String again = "Run again when it has ended; raise migrate.waitForRun to wait longer.";
        return holder.filter(h -> h.kind().equals("liquibase")).isEmpty()
                ? again
                : again + " If you know that this Liquibase is gone: UPDATE databasechangeloglock SET locked = false;"
                        + " (deploy does that itself once no other session is left that could be its).";
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
