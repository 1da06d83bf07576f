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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A scratch server and what can be tried on it. Copies of databases are dropped when it is closed. Not thread-safe. */
final class ScratchPad implements AutoCloseable {
    /** What a difference may need: what the first attempt leaves shows in the second. */
    private static final int ROUNDS = 4;

    private static final Pattern ROUTINE =
            Pattern.compile("(?:CREATE (?:OR REPLACE )?|DROP )(?:FUNCTION|PROCEDURE) .*", Pattern.DOTALL);

    /** An explicit cast cuts a text that is too long; an assignment refuses it. */
    private static final Pattern USING = Pattern.compile(
            "(ALTER TABLE .*ALTER COLUMN (" + SqlNames.PART + ") TYPE .*?) USING \\2::(?!text).*", Pattern.DOTALL);

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
            List<CatalogueChange> changes = compare(changed, to);
            List<CatalogueChange> ran = changes.isEmpty() ? List.of() : runnable(changed, changes);
            all.addAll(ran);
            if (ran.isEmpty()) {
                break;
            }
        }
        return all;
    }

    /** What of a list runs on a database, in the order in which it runs. Runs it. */
    private List<CatalogueChange> runnable(Target changed, List<CatalogueChange> changes) throws SqlFailure {
        List<CatalogueChange> chosen = careful(changed, changes);
        Trial trial = runInAnyOrder(changed, sql(chosen));
        return trial.order().stream().map(chosen::get).toList();
    }

    /** The same, but nothing stays of it. */
    List<CatalogueChange> ordered(Target database, List<CatalogueChange> changes) throws SqlFailure {
        List<CatalogueChange> chosen = careful(database, changes);
        Trial trial = tryInAnyOrder(database, sql(chosen));
        List<CatalogueChange> keeping = withoutRoutinesThatWouldGo(chosen, trial);
        if (keeping.size() < chosen.size()) {
            chosen = keeping;
            trial = tryInAnyOrder(database, sql(chosen));
        }
        return trial.order().stream().map(chosen::get).toList();
    }

    /**
     * A routine is often dropped only to be made anew around a table's change, and its text may name what is not there any more: then the
     * server does not take it again, and it stays as it is.
     */
    private static List<CatalogueChange> withoutRoutinesThatWouldGo(List<CatalogueChange> changes, Trial trial) {
        Set<String> gone = new HashSet<>();
        for (int failed : trial.failed().keySet()) {
            String sql = changes.get(failed).sql();
            if (sql.startsWith("CREATE") && ROUTINE.matcher(sql).matches()) {
                gone.add(changes.get(failed).object());
            }
        }
        return changes.stream()
                .filter(change -> !gone.contains(change.object())
                        || !ROUTINE.matcher(change.sql()).matches())
                .toList();
    }

    private static List<String> sql(List<CatalogueChange> changes) {
        return changes.stream().map(CatalogueChange::sql).toList();
    }

    private List<CatalogueChange> careful(Target database, List<CatalogueChange> changes) throws SqlFailure {
        List<CatalogueChange> careful =
                changes.stream().map(ScratchPad::withoutCast).toList();
        if (careful.equals(changes)) {
            return changes;
        }
        Trial trial = tryInAnyOrder(database, sql(careful));
        List<CatalogueChange> chosen = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            chosen.add(trial.failed().containsKey(i) ? changes.get(i) : careful.get(i));
        }
        return chosen;
    }

    private static CatalogueChange withoutCast(CatalogueChange change) {
        var using = USING.matcher(change.sql());
        return using.matches()
                ? new CatalogueChange(using.group(1), change.object(), change.loss(), change.transactional())
                : change;
    }

    @Override
    public void close() {
        List.copyOf(copies).forEach(this::drop);
    }
}
