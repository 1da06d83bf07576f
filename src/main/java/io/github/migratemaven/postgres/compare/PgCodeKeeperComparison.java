package io.github.migratemaven.postgres.compare;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.CatalogueComparison;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.sql.SqlStatement;
import io.github.migratemaven.sql.SqlStatements;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ordinary differences are read off the catalogues (see {@link ReadOff}); of the others, what pgcodekeeper makes of two databases,
 * mended where it is wrong (see {@link Mending}).
 */
public final class PgCodeKeeperComparison implements CatalogueComparison {
    private final Runnable library;

    /** Where pgcodekeeper is on the class path. */
    public PgCodeKeeperComparison() {
        this(() -> {});
    }

    /** @param library run before pgcodekeeper's classes are needed: sees to it that they are found; catalogues and ordinary differences need none */
    public PgCodeKeeperComparison(Runnable library) {
        this.library = library;
    }

    @Override
    public List<CatalogueChange> compare(Target from, Target to, Optional<String> schema) {
        return compare(from, catalogue(from, schema), to, catalogue(to, schema), schema);
    }

    @Override
    public List<CatalogueChange> compare(
            Target from, Map<String, String> before, Target to, Map<String, String> after, Optional<String> schema) {
        return new ReadOff(from, to, schema)
                .changes(before, after)
                .orElseGet(() -> keeperChanges(from, before, to, after, schema));
    }

    private List<CatalogueChange> keeperChanges(
            Target from, Map<String, String> before, Target to, Map<String, String> after, Optional<String> schema) {
        library.run();
        String script = new Keeper(schema).script(from, to);
        List<String> statements =
                SqlStatements.split(script).stream().map(SqlStatement::text).toList();
        List<CatalogueChange> changes = new Mending(statements, before, after).changes();
        return changes.isEmpty() ? new Residue(before, after).changes() : changes;
    }

    @Override
    public List<CatalogueChange> remainder(
            Target from, Map<String, String> before, Target to, Map<String, String> after, Optional<String> schema) {
        // First of all: a key that others need cannot be dropped, but it can be renamed.
        List<CatalogueChange> changes = new ArrayList<>(RenamedConstraints.between(before, after));
        changes.addAll(new ReadOff(from, to, schema).guesses(before, after));
        changes.addAll(new Residue(before, after).changes());
        return changes;
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
