package io.github.migratemaven.sql;

/** PostgreSQL's table-level lock modes, weakest first (manual, section 13.3.1). */
public enum LockMode {
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /** As the manual and {@code LOCK TABLE} write it: {@code SHARE ROW EXCLUSIVE}. */
    @Override
    public String toString() {
        return name().replace('_', ' ');
    }

    /** Whether INSERT, UPDATE and DELETE wait for it. */
    public boolean blocksWrites() {
        return compareTo(SHARE) >= 0;
    }

    /** Whether a plain SELECT waits for it. */
    public boolean blocksReads() {
        return this == ACCESS_EXCLUSIVE;
    }
}
