package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.CatalogueComparison;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.StatementRunner;
import io.github.migratemaven.port.StatementRunner.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scratch server and what can be tried on it. Copies of databases are dropped when it is closed. Not thread-safe. */
final class ScratchPad implements AutoCloseable {
    /** What a difference may need: what the first attempt leaves shows in the second. */
    private static final int ROUNDS = 6;

    private final ScratchServer.Running server;
    private final CatalogueComparison comparison;
    private final StatementRunner runner;
    private final Optional<String> schema;
    private final List<Target> copies = new ArrayList<>();
    private final Map<String, Map<String, String>> catalogues = new HashMap<>();

    /** @param schema what is compared; empty = all */
    ScratchPad(
            ScratchServer.Running server,
            CatalogueComparison comparison,
            StatementRunner runner,
            Optional<String> schema) {
        this.server = server;
        this.comparison = comparison;
        this.runner = runner;
        this.schema = schema;
    }

    Target copy(Target database) {
        Target copy = server.cloneDatabase(database);
        copies.add(copy);
        return copy;
    }

    /** A copy that is changed nowhere but here: its catalogue is the other's. */
    Target twin(Target database) {
        Map<String, String> catalogue = catalogue(database);
        Target copy = copy(database);
        catalogues.put(copy.database(), catalogue);
        return copy;
    }

    void drop(Target copy) {
        copies.remove(copy);
        catalogues.remove(copy.database());
        server.dropDatabase(copy);
    }

    /** Read once, until something is run on the database here. Who changes it elsewhere does so before it is asked for. */
    Map<String, String> catalogue(Target database) {
        return catalogues.computeIfAbsent(database.database(), name -> comparison.catalogue(database, schema));
    }

    /** What the catalogue shows no difference of needs no comparison, which takes ten times as long. */
    List<CatalogueChange> compare(Target from, Target to) {
        Map<String, String> before = catalogue(from);
        Map<String, String> after = catalogue(to);
        return before.equals(after) ? List.of() : comparison.compare(from, before, to, after, schema);
    }

    /** Where what the comparison says does not help: what can be said of single objects. */
    List<CatalogueChange> remainder(Target from, Target to) {
        Map<String, String> before = catalogue(from);
        Map<String, String> after = catalogue(to);
        return before.equals(after) ? List.of() : comparison.remainder(from, before, to, after, schema);
    }

    void run(Target database, List<String> statements, boolean transactional) throws SqlFailure {
        catalogues.remove(database.database());
        if (transactional) {
            runner.runTogether(database, statements);
        } else {
            runner.runEach(database, statements);
        }
    }

    /** Runs what of them runs, in any order. */
    Trial runInAnyOrder(Target database, List<String> statements) throws SqlFailure {
        catalogues.remove(database.database());
        return runner.runInAnyOrder(database, statements);
    }

    /** The same, but nothing stays of it. */
    Trial tryInAnyOrder(Target database, List<String> statements) throws SqlFailure {
        return runner.tryInAnyOrder(database, statements);
    }

    /**
     * Makes one database like another, in as many rounds as it takes.
     *
     * @param changed is changed
     * @return the statements that ran, in their order
     */
    List<CatalogueChange> approach(Target changed, Target to) throws SqlFailure {
        List<CatalogueChange> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, String> before = catalogue(changed);
            List<CatalogueChange> ran = runnable(changed, to, compare(changed, to));
            if (catalogue(changed).equals(before)) {
                ran = runnable(changed, to, remainder(changed, to));
            }
            if (catalogue(changed).equals(before)) {
                break;
            }
            all.addAll(ran);
        }
        return all;
    }

    /** What of a list runs on a database, in the order in which it runs. Runs it. */
    private List<CatalogueChange> runnable(Target changed, Target to, List<CatalogueChange> changes) throws SqlFailure {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<CatalogueChange> ordered = ordered(changed, to, changes);
        run(changed, ordered.stream().map(CatalogueChange::sql).toList(), true);
        return ordered;
    }

    /**
     * The same, but nothing stays of it.
     *
     * @param to what the changes lead to
     */
    List<CatalogueChange> ordered(Target database, Target to, List<CatalogueChange> changes) throws SqlFailure {
        return new RunningOrder(this, database, to).of(changes);
    }

    @Override
    public void close() {
        List.copyOf(copies).forEach(this::drop);
    }
}
