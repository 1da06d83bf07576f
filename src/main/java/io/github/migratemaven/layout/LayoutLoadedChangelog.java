package io.github.migratemaven.layout;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.port.ForeignHistory;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.Session;
import java.util.List;
import java.util.Optional;

/** Migrations as a changelog. */
final class LayoutLoadedChangelog implements LoadedChangelog {
    private final LayoutRequest request;
    private final Changesets changesets;
    private final Optional<String> seal;

    /** @param seal as it was before the files were read */
    LayoutLoadedChangelog(LayoutRequest request, Changesets changesets, Optional<String> seal) {
        this.request = request;
        this.changesets = changesets;
        this.seal = seal;
    }

    @Override
    public Changelog changelog() {
        return new Changelog(
                request.path(),
                request.shown(request.folder()),
                List.copyOf(changesets.all().values()),
                changesets.migrations().unsupported());
    }

    @Override
    public MigrationEngine bind(Session session) {
        return new LayoutEngine(request, changesets, session);
    }

    /** What is not supported is said each time. */
    @Override
    public Optional<String> seal() {
        return changesets.migrations().unsupported().isEmpty() ? seal : Optional.empty();
    }

    @Override
    public Optional<ForeignHistory> origin() {
        return Optional.of(
                request.tool() == Tool.FLYWAY ? new FlywayHistory(request, changesets) : new PrismaHistory(changesets));
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
