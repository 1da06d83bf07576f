package io.github.migratemaven.liquibase;

import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.ProgressListener;

/**
 * Reads a changelog of any of Liquibase's formats, without a database. Nothing of Liquibase is loaded before {@link #read}: to
 * look whether a seal holds must cost no start-up.
 */
public final class LiquibaseChangelogReader implements ChangelogReader {
    private final ChangelogRequest request;
    private final ProgressListener progress;

    public LiquibaseChangelogReader(ChangelogRequest request, ProgressListener progress) {
        this.request = request;
        this.progress = progress;
    }

    @Override
    public LoadedChangelog read() {
        return new ChangelogParsing(request, progress).read();
    }

    @Override
    public boolean holds(String seal) {
        return new SealCheck(request, progress).holds(seal);
    }
}
