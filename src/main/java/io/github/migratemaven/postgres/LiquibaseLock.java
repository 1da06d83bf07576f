package io.github.migratemaven.postgres;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Stock Liquibase's lock, held by us: the mark in its table, as it makes one itself, so that it waits as it waits for its
 * own kind. The mark is made, and taken away, by a statement that runs on the server in a session of its own: it outlives us
 * for as long as it takes to notice that we are gone (docs/decisions/010). Not thread-safe.
 */
final class LiquibaseLock {
    private static final long LONGEST_MARKING_SECONDS = 30;
    private static final long LONGEST_END_MILLIS = 2_000;

    private final LiquibaseLockTable table;
    private final SimpleQuery server;
    private final String owner;
    private final Supplier<Connection> sessions;
    private boolean held;
    private Watch watch;

    /**
     * @param server the session that holds the run lock
     * @param sessions opens the second one
     */
    LiquibaseLock(LiquibaseLockTable table, SimpleQuery server, String owner, Supplier<Connection> sessions) {
        this.table = table;
        this.server = server;
        this.owner = owner;
        this.sessions = sessions;
    }

    /**
     * Marks the row if it is not marked; never waits for it.
     *
     * @param mainPid see {@link LiquibaseLockTable#watch}; 0 = a pooler is between, and nobody can tell whether that session
     *     lives
     */
    boolean tryTake(int mainPid, String runLockHeld) throws SqlFailure {
        if (held) {
            return true;
        }
        watch = mainPid == 0 ? null : start(table.watch(owner, mainPid, runLockHeld));
        if (watch == null) {
            // No connection to be had, or no plpgsql: the mark outlives a crash until our next run.
            held = !server.run(table.tryMark(owner)).get(0).rows().isEmpty();
        } else if (watch.held) {
            held = true;
        } else {
            watch.end();
        }
        return held;
    }

    /** Takes the mark away. Harmless when there is none. */
    void release() {
        if (!held) {
            return;
        }
        held = false;
        // What failed before must not keep the mark from going.
        server.endFailedTransaction();
        server.send("RESET role;\n" + table.unmark(owner));
        if (watch != null) {
            watch.end();
        }
    }

    /** @return null where there can be none */
    private Watch start(String text) {
        Watch started;
        try {
            started = new Watch(sessions.get(), text);
        } catch (MigrateException | SQLException e) {
            return null;
        }
        started.begin();
        if (started.failed) {
            started.end();
            return null;
        }
        return started;
    }

    /** The second session, and the thread that waits for the end of its statement. */
    private static final class Watch extends Thread {
        private final Connection connection;
        private final SimpleQuery server;
        private final String text;
        private final CountDownLatch known = new CountDownLatch(1);
        private volatile boolean held;
        private volatile boolean failed;

        Watch(Connection connection, String text) throws SQLException {
            super("migrate-liquibase-lock");
            this.connection = connection;
            this.server = new SimpleQuery(connection);
            this.text = text;
            setDaemon(true);
        }

        void begin() {
            start();
            try {
                failed |= !known.await(LONGEST_MARKING_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failed = true;
            }
        }

        @Override
        public void run() {
            // A limit that a role or database has for everyday statements must not end it.
            server.send("SET statement_timeout = 0; SET default_transaction_isolation = 'read committed'");
            SimpleQuery.Reply reply = server.send(text, this::notice);
            failed = reply.error() != null;
            known.countDown();
        }

        private void notice(String message) {
            if (message.contains(LiquibaseLockTable.HELD)) {
                held = true;
                known.countDown();
            }
        }

        void end() {
            try {
                join(LONGEST_END_MILLIS);
                if (isAlive()) {
                    connection.abort(Runnable::run);
                } else {
                    connection.close();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (SQLException e) {
                // The server ends the session by itself.
                return;
            }
        }
    }
}
