package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.StatementRunner.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The stages that take one database to another: found by comparison, put in order by trying, made safe, and judged by the
 * catalogue at the end.
 */
final class SchemaDifference {
    private static final int ROUNDS = 6;

    private final ScratchPad pad;
    private final ProvenRollback rollbacks;
    private final List<ProvenRollback.Proven> done = new ArrayList<>();

    SchemaDifference(ScratchPad pad) {
        this.pad = pad;
        this.rollbacks = new ProvenRollback(pad);
    }

    /** @param work is changed until it is like the other */
    List<ProvenRollback.Proven> between(Target work, Target to) {
        for (int round = 0; round < ROUNDS; round++) {
            if (!changes(work, to, pad.compare(work, to)) && !changes(work, to, pad.remainder(work, to))) {
                break;
            }
        }
        judge(work, to);
        return done;
    }

    /** Whether they make a difference. What makes none is no part of the result. */
    private boolean changes(Target work, Target to, List<CatalogueChange> changes) {
        if (changes.isEmpty()) {
            return false;
        }
        int before = done.size();
        Map<String, String> catalogue = pad.catalogue(work);
        apply(work, to, changes);
        boolean changed = !pad.catalogue(work).equals(catalogue);
        if (!changed) {
            done.subList(before, done.size()).clear();
        }
        return changed;
    }

    /** Applies stages that were made otherwise: renames. */
    void apply(Target work, Stage stage) {
        done.add(rollbacks.applied(work, stage));
    }

    private void apply(Target work, Target to, List<CatalogueChange> changes) {
        try {
            List<CatalogueChange> values =
                    changes.stream().filter(c -> addsValue(c.sql())).toList();
            if (!values.isEmpty()) {
                // A transaction cannot use a value that it added itself (55P04).
                apply(work, Stage.of(StageName.of(values), values, "the new value can be used once this is committed"));
            }
            List<CatalogueChange> ordered = pad.ordered(
                    work, to, changes.stream().filter(c -> !addsValue(c.sql())).toList());
            List<CatalogueChange> waiting = new ArrayList<>();
            for (Stage stage : new SafeSteps(new Relations(pad.catalogue(work)), ordered).stages()) {
                if (stage.changes().equals(ordered)) {
                    // Just these have run.
                    apply(work, stage);
                } else {
                    applyWhatRuns(work, stage, waiting);
                }
            }
            applyLater(work, waiting);
        } catch (SqlFailure e) {
            throw refused(e);
        }
    }

    /** What was possible in one transaction may have to wait for a later stage: a foreign key for the key that it refers to. */
    private void applyWhatRuns(Target work, Stage stage, List<CatalogueChange> waiting) throws SqlFailure {
        if (!stage.transactional()) {
            apply(work, stage);
            return;
        }
        Trial trial = pad.tryInAnyOrder(work, stage.sql());
        trial.failed().keySet().forEach(i -> waiting.add(stage.changes().get(i)));
        if (!trial.order().isEmpty()) {
            List<CatalogueChange> runs =
                    trial.order().stream().map(stage.changes()::get).toList();
            apply(work, new Stage(stage.name(), true, runs, stage.notes()));
        }
    }

    /** What reads all rows of a table still needs a transaction of its own. */
    private void applyLater(Target work, List<CatalogueChange> waiting) throws SqlFailure {
        int from = 0;
        for (int to = 1; to <= waiting.size(); to++) {
            boolean reads = SafeSteps.validates(waiting.get(from));
            if (to == waiting.size() || SafeSteps.validates(waiting.get(to)) != reads) {
                List<CatalogueChange> alike = waiting.subList(from, to);
                // What still does not run shows in the next comparison.
                applyWhatRuns(
                        work, Stage.of(reads ? SafeSteps.VALIDATION : StageName.of(alike), alike), new ArrayList<>());
                from = to;
            }
        }
    }

    private static boolean addsValue(String sql) {
        return sql.matches("(?s)ALTER TYPE " + SqlNames.NAME + "\\s+ADD VALUE .*");
    }

    private void judge(Target work, Target to) {
        List<String> differing = differing(pad.catalogue(work), pad.catalogue(to));
        if (!differing.isEmpty()) {
            throw new MigrateException(Failure.Rejected.of(
                    "diff-incomplete",
                    "no statements were found that lead to the desired schema; what would still differ: "
                            + String.join(", ", differing.subList(0, Math.min(differing.size(), 10))),
                    "Write this part by hand with migrate:new, and report it: the rest follows from there."));
        }
    }

    static List<String> differing(Map<String, String> one, Map<String, String> other) {
        TreeSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(one.get(key), other.get(key)))
                .toList();
    }

    private static MigrateException refused(SqlFailure e) {
        return new MigrateException(
                Failure.Rejected.of(
                        "diff-refused",
                        "the scratch server refused a statement of the difference: " + e.getMessage(),
                        "Write this part by hand with migrate:new, and report it."),
                e);
    }
}
