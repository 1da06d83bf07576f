package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.StatementRunner.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out what of a list of statements runs on a database, and in which order. Nothing stays of it there. */
final class RunningOrder {
    private static final Pattern ROUTINE =
            Pattern.compile("(?:CREATE (?:OR REPLACE )?|DROP )(?:FUNCTION|PROCEDURE) .*", Pattern.DOTALL);

    /** An explicit cast cuts a text that is too long; an assignment refuses it. */
    private static final Pattern USING = Pattern.compile(
            "(ALTER TABLE .*ALTER COLUMN (" + SqlNames.PART + ") TYPE .*?) USING \\2::(?!text).*", Pattern.DOTALL);

    private final ScratchPad pad;
    private final Target database;
    private final Target to;

    /** @param to what the statements lead to */
    RunningOrder(ScratchPad pad, Target database, Target to) {
        this.pad = pad;
        this.database = database;
        this.to = to;
    }

    List<CatalogueChange> of(List<CatalogueChange> changes) throws SqlFailure {
        Tried all = tried(careful(changes));
        Set<String> refused = all.refusedRoutines();
        if (refused.isEmpty()) {
            return all.ran();
        }
        Tried kept = withoutThoseThatStay(all, refused);
        Tried unchecked = unchecked(kept);
        // What a routine waits for may come with the next comparison: then it can be made as it should be.
        boolean last = unchecked.failed().isEmpty() || kept.ran().isEmpty();
        return last ? unchecked.ran() : kept.ran();
    }

    /** Statements, and what came of running them. */
    private record Tried(List<CatalogueChange> changes, Trial trial) {
        List<CatalogueChange> ran() {
            return trial.order().stream().map(changes::get).toList();
        }

        Set<CatalogueChange> failed() {
            return trial.failed().keySet().stream().map(changes::get).collect(Collectors.toSet());
        }

        /** What they are called. */
        Set<String> refusedRoutines() {
            return failed().stream()
                    .filter(change -> UncheckedRoutine.fits(change.sql()))
                    .map(CatalogueChange::object)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Tried tried(List<CatalogueChange> changes) throws SqlFailure {
        return new Tried(changes, pad.tryInAnyOrder(database, sql(changes)));
    }

    /**
     * A routine is often dropped only to be made anew around a table's change. If the server does not take it again, and nothing needs it to
     * be dropped, it stays as it is.
     */
    private Tried withoutThoseThatStay(Tried all, Set<String> refused) throws SqlFailure {
        Set<String> staying = refused.stream().filter(this::isAsItShouldBe).collect(Collectors.toSet());
        if (staying.isEmpty()) {
            return all;
        }
        Predicate<CatalogueChange> concerned = change -> staying.contains(change.object())
                && ROUTINE.matcher(change.sql()).matches();
        Tried without = tried(all.changes().stream().filter(concerned.negate()).toList());
        return all.failed().containsAll(without.failed()) ? without : all;
    }

    /** @param routine with its kind, without its parameters */
    private boolean isAsItShouldBe(String routine) {
        // The catalogue calls both kinds so.
        String key = "function " + SqlNames.plain(routine.substring(routine.indexOf(' ') + 1)) + "(";
        Map<String, String> now = pad.catalogue(database);
        Map<String, String> wanted = pad.catalogue(to);
        Set<String> keys = new HashSet<>(now.keySet());
        keys.addAll(wanted.keySet());
        return keys.stream().filter(k -> k.startsWith(key)).allMatch(k -> Objects.equals(now.get(k), wanted.get(k)));
    }

    private Tried unchecked(Tried checked) throws SqlFailure {
        Set<CatalogueChange> failed = checked.failed();
        return tried(checked.changes().stream()
                .map(c -> UncheckedRoutine.fits(c.sql()) && failed.contains(c)
                        ? with(UncheckedRoutine.of(c.sql()), c)
                        : c)
                .toList());
    }

    private static boolean makesRoutine(CatalogueChange change) {
        return change.sql().startsWith("CREATE")
                && ROUTINE.matcher(change.sql()).matches();
    }

    private List<CatalogueChange> careful(List<CatalogueChange> changes) throws SqlFailure {
        List<CatalogueChange> careful =
                changes.stream().map(RunningOrder::withoutCast).toList();
        if (careful.equals(changes)) {
            return changes;
        }
        Trial trial = pad.tryInAnyOrder(database, sql(careful));
        List<CatalogueChange> chosen = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            chosen.add(trial.failed().containsKey(i) ? changes.get(i) : careful.get(i));
        }
        return chosen;
    }

    private static CatalogueChange withoutCast(CatalogueChange change) {
        var using = USING.matcher(change.sql());
        return using.matches() ? with(using.group(1), change) : change;
    }

    private static CatalogueChange with(String sql, CatalogueChange change) {
        return new CatalogueChange(sql, change.object(), change.loss(), change.transactional());
    }

    private static List<String> sql(List<CatalogueChange> changes) {
        return changes.stream().map(CatalogueChange::sql).toList();
    }
}
