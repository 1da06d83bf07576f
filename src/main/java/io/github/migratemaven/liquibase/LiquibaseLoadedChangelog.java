package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.Session;
import java.util.List;
import java.util.Optional;
import liquibase.changelog.DatabaseChangeLog;

/** A parsed changelog; the Liquibase scope that it was parsed in stays open with it, on the same thread. */
final class LiquibaseLoadedChangelog implements LoadedChangelog {
    private final ChangelogRequest request;
    private final DatabaseChangeLog parsed;
    private final Changelog changelog;
    private final List<TranslatedChangeset> changesets;
    private final SourceFiles files;
    private final LiquibaseScope scope;
    private final ForeseenSeal seal;

    LiquibaseLoadedChangelog(
            ChangelogRequest request,
            DatabaseChangeLog parsed,
            Changelog changelog,
            List<TranslatedChangeset> changesets,
            SourceFiles files,
            LiquibaseScope scope,
            ForeseenSeal seal) {
        this.request = request;
        this.parsed = parsed;
        this.changelog = changelog;
        this.changesets = changesets;
        this.files = files;
        this.scope = scope;
        this.seal = seal;
    }

    @Override
    public Changelog changelog() {
        return changelog;
    }

    @Override
    public MigrationEngine bind(Session session) {
        return new LiquibaseEngine(request, parsed, changesets, files, session);
    }

    @Override
    public Optional<String> seal() {
        return seal.get();
    }

    @Override
    public void prepareSeal() {
        seal.prepare();
    }

    @Override
    public void close() {
        scope.close();
    }
}
