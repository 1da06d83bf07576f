package io.github.migratemaven.postgres;

/** The text of everything that is said to {@code databasechangeloglock}, the table in which stock Liquibase marks its lock. */
final class LiquibaseLockTable {
    /** What our own marks begin with: no host is called so. */
    static final String OURS = "migrate-maven-plugin run ";

    /** What the watch says once the row is marked. */
    static final String HELD = "migrate: held";

    /** PostgreSQL's time zones lie between UTC-12 and UTC+14, and a local time does not say in which it was taken. */
    private static final String WESTERNMOST = "interval '12 hours'";

    /** A mark that was made a moment ago is left alone whatever the sessions look like. */
    private static final long SHORTEST_WATCH_MILLIS = 2_000;

    private static final String UNMARK = " SET locked = false, lockgranted = NULL, lockedby = NULL";

    private final String table;

    LiquibaseLockTable(String schema) {
        table = Sql.identifier(schema) + "." + HistoryTable.LOCK_NAME;
    }

    /** @param owner see {@link #OURS} */
    private String mark(String owner) {
        return "UPDATE " + table + " SET locked = true, lockgranted = localtimestamp, lockedby = " + Sql.literal(owner)
                + " WHERE id = 1 AND NOT locked";
    }

    /** For a table whose maker died before it wrote the row. */
    String insertRow() {
        return "INSERT INTO " + table + " (id, locked) SELECT 1, false WHERE NOT EXISTS (SELECT FROM " + table + ")";
    }

    /** Marks the row; the answer has one row if that worked. */
    String tryMark(String owner) {
        return mark(owner) + " RETURNING 1";
    }

    String unmark(String owner) {
        return "UPDATE " + table + UNMARK + " WHERE locked AND lockedby = " + Sql.literal(owner);
    }

    /**
     * Marks the row and stays on the server as long as it is marked: when the session that holds the run lock is gone, however
     * it went, it takes the mark away. Each of its transactions lasts a twenty-fifth of a second: CREATE INDEX CONCURRENTLY waits
     * for older ones, and the end of a run for the last.
     *
     * @param mainPid the back end that holds the run lock
     * @param runLockHeld a condition on {@code pg_locks}
     */
    String watch(String owner, int mainPid, String runLockHeld) {
        return """
                DO $migrate$
                BEGIN
                  %1$s;
                  IF NOT FOUND THEN
                    RETURN;
                  END IF;
                  COMMIT;
                  -- INFO is sent at once and whatever client_min_messages is.
                  RAISE INFO '%6$s';
                  FOR i IN 1 .. 2147483647 LOOP
                    PERFORM pg_catalog.pg_sleep(0.04);
                    COMMIT;
                    EXIT WHEN NOT EXISTS (SELECT FROM %2$s WHERE locked AND lockedby = %3$s);
                    -- A look at all locks costs the server more than one at a row: every fifth time.
                    IF i %% 5 = 0 AND NOT EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE l.pid = %4$d AND %5$s) THEN
                      %7$s;
                      EXIT;
                    END IF;
                    COMMIT;
                  END LOOP;
                END $migrate$""".formatted(mark(owner), table, Sql.literal(owner), mainPid, runLockHeld, HELD, unmark(owner));
    }

    /**
     * Takes the mark away if whoever made it is provably gone: it is of an earlier run of ours (whoever asks holds the run lock,
     * so no other run of ours lives), or no session of this database can be its maker's. Liquibase keeps the session in which
     * it marked the row until it has unmarked it; one that began after the row was marked is another. The row was marked
     * before it was first seen, before its commit timestamp if the server keeps these, and, its own time being the server's in
     * an unknown time zone, within twelve hours of that. Another role's sessions hide when they began: they count.
     *
     * @param seenMillis how long ago it was first seen marked
     */
    String clearAbandoned(long seenMillis) {
        return """
                WITH row AS (SELECT l.id, l.lockedby, least(clock_timestamp() - interval '%2$d milliseconds',
                    l.lockgranted AT TIME ZONE 'UTC' + %3$s,
                    CASE WHEN current_setting('track_commit_timestamp') = 'on'
                      THEN pg_catalog.pg_xact_commit_timestamp(l.xmin) END) AS marked FROM %1$s l WHERE l.locked)
                UPDATE %1$s u%4$s FROM row WHERE u.id = row.id AND u.locked AND u.lockedby IS NOT DISTINCT FROM row.lockedby
                  AND (coalesce(starts_with(row.lockedby, '%5$s'), false) OR %6$s AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a
                    WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.usesysid IS NOT NULL
                    AND coalesce(a.backend_type, 'client backend') = 'client backend'
                    AND a.application_name NOT LIKE 'migrate-maven-plugin/%%'
                    AND (a.backend_start IS NULL OR a.backend_start <= row.marked)))
                RETURNING coalesce(row.lockedby, 'an unknown host')""".formatted(table, seenMillis, WESTERNMOST, UNMARK, OURS, seenMillis >= SHORTEST_WATCH_MILLIS);
    }
}
