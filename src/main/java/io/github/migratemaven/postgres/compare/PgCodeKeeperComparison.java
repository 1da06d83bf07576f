package io.github.migratemaven.postgres.compare;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.CatalogueComparison;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.sql.SqlStatement;
import io.github.migratemaven.sql.SqlStatements;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What pgcodekeeper makes of two databases, mended where it is wrong (see {@link Mending}). */
public final class PgCodeKeeperComparison implements CatalogueComparison {
    private final Runnable library;

    /** Where pgcodekeeper is on the class path. */
    public PgCodeKeeperComparison() {
        this(() -> {});
    }

    /** @param library run before each comparison: sees to it that pgcodekeeper's classes are found; a catalogue needs none of them */
    public PgCodeKeeperComparison(Runnable library) {
        this.library = library;
    }

    @Override
    public List<CatalogueChange> compare(Target from, Target to, Optional<String> schema) {
        library.run();
        String script = new Keeper(schema).script(from, to);
        List<String> statements =
                SqlStatements.split(script).stream().map(SqlStatement::text).toList();
        Map<String, String> before = catalogue(from, schema);
        List<CatalogueChange> changes = new Mending(statements, before).changes();
        return changes.isEmpty() ? new Residue(before, catalogue(to, schema)).changes() : changes;
    }

    @Override
    public Map<String, String> catalogue(Target database, Optional<String> schema) {
        return new SchemaCatalogue(database, schema).read();
    }

    @Override
    public Map<String, String> catalogue(Session session) {
        return SchemaCatalogue.read(session.unwrap(Connection.class));
    }
}
