package io.github.migratemaven.postgres;

import io.github.migratemaven.model.LockHolder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The lock that lets one run at a time change a schema: a session-level advisory lock, so that the server frees it when the
 * session ends, however it ends. It is polled, never waited for: a waiting session would hold a snapshot, for which
 * CREATE INDEX CONCURRENTLY waits in turn.
 */
final class RunLock {
    /** "migr" in ASCII: the upper half of the key, which keeps ours apart from an application's own locks. */
    private static final int SPACE = 0x6d696772;

    private final int key;
    private final String held;

    RunLock(String schema) {
        key = key(schema);
        held = isHeld(schema);
    }

    private static int key(String schema) {
        CRC32 hash = new CRC32();
        hash.update(schema.getBytes(StandardCharsets.UTF_8));
        return (int) hash.getValue();
    }

    /** One row with one column: whether it is ours now. */
    String tryTake() {
        return "SELECT pg_try_advisory_lock(" + SPACE + ", " + key + ")";
    }

    /** The same, freed with the transaction: where a session is not ours to keep. */
    String tryTakeForTransaction() {
        return "SELECT pg_try_advisory_xact_lock(" + SPACE + ", " + key + ")";
    }

    /** Waits for it, until the transaction's lock_timeout, and has it until the transaction ends. */
    String takeForTransaction() {
        return "SELECT pg_advisory_xact_lock(" + SPACE + ", " + key + ")";
    }

    /** A condition on {@code pg_locks l}: it is this lock, and held. The view shows the keys unsigned, with objsubid 2. */
    static String isHeld(String schema) {
        return "l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid::bigint = " + SPACE
                + " AND l.objid::bigint = " + Integer.toUnsignedLong(key(schema))
                + " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())";
    }

    /** A condition: somebody else has it. */
    String isHeldElsewhere() {
        return "EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE " + held + " AND l.pid <> pg_backend_pid())";
    }

    /** Who has it, unless we have. */
    String selectHolder() {
        return """
                SELECT a.pid, concat_ws(', ', nullif(a.application_name, ''), 'user ' || a.usename,
                  'from ' || coalesce(a.client_hostname, host(a.client_addr), 'a local socket')),
                  to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
                WHERE l.pid <> pg_backend_pid() AND\s""" + held;
    }

    static LockHolder holder(List<String> r) {
        return new LockHolder(
                "run",
                r.get(1) == null || r.get(1).isBlank() ? "a session that this user may not see" : r.get(1),
                r.get(0) == null ? 0 : Integer.parseInt(r.get(0)),
                r.get(2) == null ? null : Instant.parse(r.get(2)));
    }
}
