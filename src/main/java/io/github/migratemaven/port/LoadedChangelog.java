package io.github.migratemaven.port;

import io.github.migratemaven.model.Changelog;

/** A changelog with the engine's own objects behind it. Not thread-safe. */
public interface LoadedChangelog extends AutoCloseable {
    Changelog changelog();

    /** Binds the engine to a session: from here on it can make steps and run what is not plain SQL. */
    MigrationEngine bind(Session session);

    @Override
    void close();
}
