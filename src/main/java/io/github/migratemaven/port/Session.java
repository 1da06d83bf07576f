package io.github.migratemaven.port;

import io.github.migratemaven.model.DatabaseObject;
import io.github.migratemaven.model.History;
import io.github.migratemaven.model.LockHolder;
import io.github.migratemaven.model.ServerFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection to the target and what can be asked of it. Not thread-safe.
 *
 * <p>Every method throws {@link io.github.migratemaven.model.MigrateException} with an {@code Unreachable} when the
 * connection is lost.
 */
public interface Session extends AutoCloseable {
    ServerFacts facts();

    History history();

    /** Another run, or stock Liquibase, that holds the lock now. */
    Optional<LockHolder> lockHolder();

    /** INVALID indexes and NOT VALID constraints of the target schema. */
    List<DatabaseObject> invalidObjects();

    /** Whether the target schema holds anything but the history and the journal. */
    boolean holdsObjects();

    /**
     * Every object of the target schema with a digest of its definition; history and journal left out. Two more entries say
     * what the digests can be compared with: {@code history}, a digest of the history's rows, and {@code server}, the major
     * version.
     */
    Map<String, String> catalogue();

    /** The driver's own object behind this session, for the adapter that runs changes on it. */
    <T> T unwrap(Class<T> type);

    @Override
    void close();
}
