package io.github.migratemaven.port;

import io.github.migratemaven.model.Changelog;
import java.util.Optional;

/** A changelog with the engine's own objects behind it. Not thread-safe. */
public interface LoadedChangelog extends AutoCloseable {
    Changelog changelog();

    /** Binds the engine to a session: from here on it can make steps and run what is not plain SQL. */
    MigrationEngine bind(Session session);

    /**
     * A note of everything that the changelog was read from, for {@link ChangelogReader#holds}. Ask when everything has been
     * read: checksums are computed late.
     *
     * @return empty when something that cannot be noted had a say: a class of the project's own, for example
     */
    Optional<String> seal();

    /** May begin the work of {@link #seal} on a thread of its own, now that all but the execution has been read. */
    default void prepareSeal() {}

    /** The history of the tool whose layout the changelog has; empty for a changelog of Liquibase's. */
    default Optional<ForeignHistory> origin() {
        return Optional.empty();
    }

    @Override
    void close();
}
