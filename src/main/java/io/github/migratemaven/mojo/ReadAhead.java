package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads the changelog in the background for whoever looks at it first: the engine's start takes a second that is free while the
 * server works. Every later reading is a new one. What was read ahead can be looked at, not deployed: the engine's objects belong
 * to the thread that made them.
 */
final class ReadAhead implements ChangelogReader {
    private static final Executor THREAD = work -> {
        Thread thread = new Thread(work, "migrate-read-ahead");
        thread.setDaemon(true);
        thread.start();
    };

    private final ChangelogReader reader;
    private final ChangelogReader afterwards;
    private final AtomicReference<CompletableFuture<Changelog>> ahead = new AtomicReference<>();
    private boolean looked;

    /** @param afterwards for every later reading: only the first may come before files change */
    ReadAhead(ChangelogReader reader, ChangelogReader afterwards) {
        this.reader = reader;
        this.afterwards = afterwards;
    }

    /** Begins, unless it has. */
    void begin() {
        if (ahead.get() == null) {
            ahead.set(CompletableFuture.supplyAsync(this::look, THREAD));
        }
    }

    private Changelog look() {
        try (LoadedChangelog loaded = reader.read()) {
            return loaded.changelog();
        }
    }

    @Override
    public LoadedChangelog read() {
        CompletableFuture<Changelog> prepared = ahead.getAndSet(null);
        boolean first = !looked;
        looked = true;
        if (prepared == null) {
            return first ? reader.read() : afterwards.read();
        }
        try {
            return new Look(prepared.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof MigrateException failure ? failure : e;
        }
    }

    @Override
    public boolean holds(String seal) {
        return reader.holds(seal);
    }

    private record Look(Changelog changelog) implements LoadedChangelog {
        @Override
        public MigrationEngine bind(Session session) {
            throw new IllegalStateException("read ahead, to look at");
        }

        @Override
        public Optional<String> seal() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // Closed by its thread.
        }
    }
}
