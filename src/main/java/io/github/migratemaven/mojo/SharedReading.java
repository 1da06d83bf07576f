package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.ForeignHistory;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.Session;
import java.util.Optional;

/**
 * Reads a changelog once for all that follows: nobody changes the files until it is closed. Belongs to one thread, as the engine
 * does that it keeps.
 */
final class SharedReading implements ChangelogReader, AutoCloseable {
    private final ChangelogReader reader;
    private LoadedChangelog loaded;

    SharedReading(ChangelogReader reader) {
        this.reader = reader;
    }

    @Override
    public LoadedChangelog read() {
        if (loaded == null) {
            loaded = reader.read();
        }
        return new Shared(loaded);
    }

    @Override
    public boolean holds(String seal) {
        return reader.holds(seal);
    }

    @Override
    public void close() {
        if (loaded != null) {
            loaded.close();
            loaded = null;
        }
    }

    private record Shared(LoadedChangelog loaded) implements LoadedChangelog {
        @Override
        public Changelog changelog() {
            return loaded.changelog();
        }

        @Override
        public MigrationEngine bind(Session session) {
            return loaded.bind(session);
        }

        @Override
        public Optional<String> seal() {
            return loaded.seal();
        }

        @Override
        public void prepareSeal() {
            loaded.prepareSeal();
        }

        @Override
        public Optional<ForeignHistory> origin() {
            return loaded.origin();
        }

        @Override
        public void close() {
            // Closed by who shares it.
        }
    }
}
