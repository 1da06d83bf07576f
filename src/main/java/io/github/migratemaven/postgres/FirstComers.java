package io.github.migratemaven.postgres;

import io.github.migratemaven.port.SqlFailure;

/**
 * A Liquibase that starts on an empty database looks for its history and makes it in one transaction, before it takes its
 * lock, and fails when somebody is faster: so transactions that have just begun go first. Those that begin from now on find
 * Liquibase's lock taken: on a busy database there is always one.
 */
final class FirstComers {
    private static final long PAUSE_MILLIS = 50;

    private final SimpleQuery server;
    private final HistoryTable historyTable;

    FirstComers(SimpleQuery server, HistoryTable historyTable) {
        this.server = server;
        this.historyTable = historyTable;
    }

    /** Waits until those have ended, three seconds at most, or the history is there; whether there was anything to wait for. */
    boolean waited() throws SqlFailure {
        String now = server.run("SELECT clock_timestamp()").get(0).rows().get(0).get(0);
        String starting = "SELECT EXISTS (SELECT FROM pg_catalog.pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid() AND application_name NOT LIKE 'migrate-maven-plugin/%'"
                + " AND xact_start <= " + Sql.literal(now) + "::timestamptz"
                + " AND xact_start > clock_timestamp() - interval '3 seconds') AND to_regclass("
                + Sql.literal(historyTable.qualifiedName()) + ") IS NULL";
        boolean waited = false;
        while (server.run(starting).get(0).rows().get(0).get(0).equals("t")) {
            waited = true;
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return waited;
            }
        }
        return waited;
    }
}
