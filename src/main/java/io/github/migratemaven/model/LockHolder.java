package io.github.migratemaven.model;

import java.time.Instant;

/**
 * Who holds the lock that a run needs.
 *
 * @param kind {@code run} (our advisory lock) or {@code liquibase} (the row in {@code databasechangeloglock})
 * @param who for a person: application, user, host
 * @param pid the holder's back end; 0 where it is not known
 * @param since null where it is not known
 */
public record LockHolder(String kind, String who, int pid, Instant since) {}
