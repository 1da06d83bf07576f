package io.github.migratemaven.port;

import io.github.migratemaven.model.DatabaseObject;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.History;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.LockHolder;
import io.github.migratemaven.model.RunRecord;
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

    /** Everything that decides about the states, as of one moment and in one round trip. */
    Sight look();

    /** The fingerprint that an earlier run left, without what follows its second colon; empty when none is stored. One round trip. */
    Optional<String> fingerprint();

    /**
     * What decides whether the fingerprint of an earlier run still holds, in one round trip; empty when none is stored.
     *
     * @param rows whether the history's rows are wanted, too
     */
    Optional<Glance> glance(boolean rows);

    /**
     * Every object of the target schema with a digest of its definition; history and journal left out. Two more entries say
     * what the digests can be compared with: {@code history}, a digest of the history's rows, and {@code server}, the major
     * version.
     */
    Map<String, String> catalogue();

    /**
     * Every row of a table of the target schema that is not ours: each column's value as text, null where it is null. Takes no
     * lock that anybody could notice.
     *
     * @return empty when there is no such table
     */
    Optional<List<Map<String, String>>> rowsOf(String table);

    /** The driver's own object behind this session, for the adapter that runs changes on it. */
    <T> T unwrap(Class<T> type);

    @Override
    void close();

    /**
     * What a session sees.
     *
     * @param historyDigest of every row and column of the history; empty string without a history
     * @param lock another run, or stock Liquibase, that holds the lock now
     * @param invalid INVALID indexes and NOT VALID constraints of the target schema
     * @param holdsObjects whether the target schema holds anything but the history and the journal
     * @param catalogue see {@link #catalogue}; empty where no run has recorded what to compare it with
     */
    record Sight(
            History history,
            String historyDigest,
            Optional<LockHolder> lock,
            List<DatabaseObject> invalid,
            boolean holdsObjects,
            Map<String, String> catalogue) {}

    /**
     * What a session sees at a glance.
     *
     * @param fingerprint as it was stored; without what follows its second colon unless rows were asked for
     * @param historyDigest see {@link Sight#historyDigest}
     * @param catalogueDigest one digest over {@link #catalogue}, as {@link CatalogueDigest} computes it
     * @param quiet nobody holds the lock, no step is open, nothing is left behind INVALID or NOT VALID
     * @param lastRun without its catalogue
     * @param rows of the history; empty unless they were asked for
     * @param stamp see {@link History#stamp}
     */
    record Glance(
            String fingerprint,
            String historyDigest,
            String catalogueDigest,
            boolean quiet,
            RunRecord lastRun,
            List<HistoryRow> rows,
            Optional<Environment> stamp) {}
}
