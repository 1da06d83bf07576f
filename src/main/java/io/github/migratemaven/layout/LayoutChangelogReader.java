package io.github.migratemaven.layout;

import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.LoadedChangelog;
import java.io.IOException;
import java.util.Optional;

/** Reads the migrations of a Flyway or a Prisma project, as they are, as a changelog. Needs nothing of either tool. */
public final class LayoutChangelogReader implements ChangelogReader {
    private final LayoutRequest request;

    public LayoutChangelogReader(LayoutRequest request) {
        this.request = request;
    }

    @Override
    public LoadedChangelog read() {
        Optional<String> seal = seal();
        Migrations migrations =
                request.tool() == Tool.FLYWAY ? new FlywayFolder(request).read() : new PrismaFolder(request).read();
        return new LayoutLoadedChangelog(request, new Changesets(request, migrations), seal);
    }

    @Override
    public boolean holds(String seal) {
        return seal().filter(seal::equals).isPresent();
    }

    private Optional<String> seal() {
        try {
            return Optional.of(FolderSeal.of(request));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
