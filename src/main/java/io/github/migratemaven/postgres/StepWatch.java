package io.github.migratemaven.postgres;

import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.StepObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks, from a connection of its own, at a statement that takes its time: who blocks it, and how far it has got. That
 * connection is opened when a statement has run for a second, so that a quick deploy has none; it is never in a transaction
 * between its questions, so that no CREATE INDEX CONCURRENTLY waits for it.
 *
 * <p>Best effort: what goes wrong here ends the watching, never the deploy.
 */
final class StepWatch implements AutoCloseable {
    private static final long LOOK_AFTER_MILLIS = 1_000;
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long LONGEST_END_SECONDS = 5;

    private final int pid;
    private final int major;
    private final Supplier<Connection> connect;
    private final StepObserver observer;
    private final Optional<Duration> endIdleAfter;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread watch = new Thread(task, "migrate-step-watch");
        watch.setDaemon(true);
        return watch;
    });

    private volatile Running running;
    private volatile List<String> blockers = List.of();
    private volatile boolean closed;
    private Connection connection;
    private SimpleQuery server;

    private record Running(Subject subject, long since) {}

    /** What is running, in words, for example {@code changeset "42"}; asked for when it takes its time. */
    interface Subject {
        /** @param watcher a session that may be asked what has been committed meanwhile */
        String in(SimpleQuery watcher) throws SqlFailure;

        static Subject of(ChangesetId changeset) {
            return watcher -> name(changeset);
        }

        static String name(ChangesetId changeset) {
            return "changeset \"" + changeset.id() + "\"";
        }
    }

    /**
     * @param pid the back end that is watched
     * @param endIdleAfter ends sessions that block it and have been idle in their transaction for that long; empty = none
     */
    StepWatch(
            int pid, int major, Supplier<Connection> connect, StepObserver observer, Optional<Duration> endIdleAfter) {
        this.pid = pid;
        this.major = major;
        this.connect = connect;
        this.observer = observer;
        this.endIdleAfter = endIdleAfter;
        thread.scheduleWithFixedDelay(this::look, LOOK_AFTER_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void begins(Subject subject) {
        blockers = List.of();
        running = new Running(subject, System.nanoTime());
    }

    void ends() {
        running = null;
    }

    /** Who blocked the statement that ended last, as seen last; empty when it was never seen waiting. */
    List<String> blockers() {
        return blockers;
    }

    private void look() {
        Running now = running;
        if (now == null || closed) {
            return;
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - now.since);
        if (elapsed.toMillis() < LOOK_AFTER_MILLIS) {
            return;
        }
        try {
            look(now, elapsed);
        } catch (SqlFailure | SQLException | RuntimeException e) {
            closed = true;
        }
    }

    private void look(Running now, Duration elapsed) throws SqlFailure, SQLException {
        if (server == null) {
            connection = connect.get();
            server = new SimpleQuery(connection);
        }
        List<List<String>> rows =
                server.run(StepQuestions.look(pid, major)).get(0).rows();
        List<String> waitsFor = words(rows, "blocker");
        String what = now.subject.in(server);
        if (running != now) {
            return;
        }
        if (waitsFor.isEmpty()) {
            observer.running(what, elapsed, String.join("; ", words(rows, "progress")));
            return;
        }
        blockers = waitsFor;
        observer.waiting(what, elapsed, waitsFor);
        if (endIdleAfter.isPresent()) {
            for (List<String> ended : server.run(StepQuestions.endIdleBlockers(pid, endIdleAfter.get()))
                    .get(0)
                    .rows()) {
                observer.blockerEnded(what, ended.get(0));
            }
        }
    }

    private static List<String> words(List<List<String>> rows, String kind) {
        return rows.stream()
                .filter(r -> kind.equals(r.get(0)) && r.get(1) != null)
                .map(r -> r.get(1))
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        try {
            // What the last look found is still told.
            if (thread.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS) && connection != null) {
                connection.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            // The server notices by itself.
        }
    }
}
