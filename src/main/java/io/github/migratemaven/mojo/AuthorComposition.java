package io.github.migratemaven.mojo;

import io.github.migratemaven.port.CatalogueComparison;
import io.github.migratemaven.port.ChangelogReplay;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.StatementRunner;
import io.github.migratemaven.postgres.ScratchStatements;
import io.github.migratemaven.postgres.compare.PgCodeKeeperComparison;

/**
 * The composition root of the goals that write changesets. A class of its own: what it names is loaded only by the goals that
 * need it.
 */
final class AuthorComposition {
    private final Composition composition;

    AuthorComposition(Composition composition) {
        this.composition = composition;
    }

    ScratchServer scratchServers() {
        return composition.addresses().scratchServers();
    }

    ChangelogReplay replay(String goal) {
        return new DeployedReplay(
                composition.reader(), composition::database, () -> composition.runStart(goal), composition.progress());
    }

    CatalogueComparison comparison() {
        return new PgCodeKeeperComparison();
    }

    StatementRunner statements() {
        return new ScratchStatements();
    }
}
