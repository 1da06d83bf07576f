package io.github.migratemaven.postgres.compare;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.postgres.ScratchStatements;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads ordinary differences off two catalogues, which takes a hundredth of pgcodekeeper's time and says no more than what differs.
 * Believed only where the server says so: the statements run in a transaction that is taken back, and the catalogue within it is
 * the wanted one.
 */
final class ReadOff {
    private final Target from;
    private final Target to;
    private final Optional<String> schema;

    ReadOff(Target from, Target to, Optional<String> schema) {
        this.from = from;
        this.to = to;
        this.schema = schema;
    }

    /**
     * @param before the first one's catalogue
     * @param after the other's
     * @return empty where there is anything out of the ordinary
     */
    Optional<List<CatalogueChange>> changes(Map<String, String> before, Map<String, String> after) {
        OrdinaryChanges ordinary = new OrdinaryChanges(before, after);
        if (!ordinary.possible()) {
            return Optional.empty();
        }
        List<String> statements = guesses(ordinary);
        return ordinary.isAll() && !statements.isEmpty() && leadsTo(after, statements)
                ? Optional.of(described(statements))
                : Optional.empty();
    }

    /** What can be said of each object by itself, whatever else differs. Nobody has tried it. */
    List<CatalogueChange> guesses(Map<String, String> before, Map<String, String> after) {
        return described(guesses(new OrdinaryChanges(before, after)));
    }

    private List<String> guesses(OrdinaryChanges ordinary) {
        Map<String, ColumnDetail> was = new SchemaCatalogue(from, schema).columns(ordinary.tablesNow());
        Map<String, ColumnDetail> is = new SchemaCatalogue(to, schema).columns(ordinary.tablesToBe());
        return ordinary.statements(was, is);
    }

    private static List<CatalogueChange> described(List<String> statements) {
        return statements.stream().map(DescribedStatement::of).toList();
    }

    private boolean leadsTo(Map<String, String> wanted, List<String> statements) {
        SchemaCatalogue catalogue = new SchemaCatalogue(from, schema);
        try {
            return new ScratchStatements()
                    .tried(from, statements, catalogue::within)
                    .equals(wanted);
        } catch (SqlFailure e) {
            return false;
        }
    }
}
