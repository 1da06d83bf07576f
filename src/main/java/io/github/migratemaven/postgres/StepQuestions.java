package io.github.migratemaven.postgres;

import java.time.Duration;

/** The questions about a session that another session can answer: what it waits for, and how far it has got. */
final class StepQuestions {
    /**
     * A session in words, of {@code pg_stat_activity a}. Texts in its query are left out, also one that the server has cut: they can be anybody's
     * data.
     */
    static final String SESSION =
            "concat_ws(', ', 'pid ' || a.pid, nullif(a.application_name, ''), 'user ' || a.usename,"
                    + " a.state, 'for ' || date_trunc('second', clock_timestamp() - coalesce(a.xact_start, a.backend_start)),"
                    + " 'query: ' || nullif(left(regexp_replace(regexp_replace(a.query, '''[^'']*(''|$)', '''…''', 'g'),"
                    + " '\\s+', ' ', 'g'), 80), ''))";

    private static final String DONE = "coalesce(', ' || (100 * %1$s / nullif(%2$s, 0)) || ' %%', '')";

    private StepQuestions() {}

    /** Rows of two columns: {@code blocker}, its words; {@code progress}, phase and share. */
    static String look(int pid, int major) {
        String command = "lower(command) || ', ' || phase";
        String index = "CASE WHEN lockers_total > lockers_done THEN ' (' || lockers_done || ' of ' || lockers_total"
                + " || coalesce(', now pid ' || nullif(current_locker_pid, 0), '') || ')'"
                + " WHEN tuples_total > 0 THEN " + share("tuples_done", "tuples_total")
                + " ELSE " + share("blocks_done", "blocks_total") + " END";
        String blocks = share("heap_blks_scanned", "heap_blks_total");
        String look = "SELECT 'blocker', " + SESSION + " FROM pg_catalog.pg_stat_activity a"
                + " WHERE a.pid = ANY (pg_blocking_pids(" + pid + "))"
                + progress("create_index", command, index, pid)
                + progress("vacuum", "'vacuum, ' || phase", blocks, pid)
                + progress("cluster", command, blocks, pid)
                + progress("analyze", "'analyze, ' || phase", share("sample_blks_scanned", "sample_blks_total"), pid);
        String rows = "lower(command) || ', ' || tuples_processed || ' rows'";
        return major < 14 ? look : look + progress("copy", rows, share("bytes_processed", "bytes_total"), pid);
    }

    /** Ends the sessions that block it and have been idle in their transaction for longer than that; their words. */
    static String endIdleBlockers(int pid, Duration limit) {
        // Materialized: nobody is ended before all conditions are known to hold.
        return "WITH idle AS MATERIALIZED (SELECT a.pid, " + SESSION + " AS words FROM pg_catalog.pg_stat_activity a"
                + " WHERE a.pid = ANY (pg_blocking_pids(" + pid + ")) AND a.state LIKE 'idle in transaction%'"
                + " AND a.state_change < clock_timestamp() - interval '" + limit.toMillis() + " milliseconds')"
                + " SELECT words FROM idle WHERE pg_terminate_backend(pid)";
    }

    /** Others that hold a lock on a relation, in transactions that are older than that. */
    static String holders(String relation, Duration older) {
        return "SELECT DISTINCT " + SESSION
                + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
                + " WHERE l.relation = to_regclass(" + Sql.literal(relation) + ") AND l.granted"
                + " AND l.database IN (0, (SELECT oid FROM pg_catalog.pg_database"
                + " WHERE datname = current_database())) AND l.pid <> pg_backend_pid()"
                + " AND coalesce(a.xact_start, a.backend_start) < clock_timestamp() - interval '" + older.toMillis()
                + " milliseconds' LIMIT 5";
    }

    private static String progress(String view, String words, String share, int pid) {
        return "\nUNION ALL SELECT 'progress', " + words + " || " + share + " FROM pg_catalog.pg_stat_progress_" + view
                + " WHERE pid = " + pid;
    }

    private static String share(String done, String total) {
        return String.format(DONE, done, total);
    }
}
