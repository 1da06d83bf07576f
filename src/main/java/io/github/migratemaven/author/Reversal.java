package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepTraits.TransactionNeed;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.sql.SqlStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Undoes changesets on a scratch database, the last first: by their rollback blocks where these do what they should, by the
 * difference between the catalogues elsewhere.
 */
final class Reversal {
    private static final Pattern CHANGES_ROWS =
            Pattern.compile("(?is)(?:INSERT|UPDATE|DELETE|MERGE|COPY|TRUNCATE)\\b.*");
    private static final Pattern CHANGES_ROWS_WITHIN =
            Pattern.compile("(?is)WITH\\b.*\\b(?:INSERT|UPDATE|DELETE|MERGE)\\b.*");

    private final ScratchPad pad;
    private Target work;

    /** @param work a copy as all changesets have left it; see {@link #work} */
    Reversal(ScratchPad pad, Target work) {
        this.pad = pad;
        this.work = work;
    }

    /** As it is after those that were undone. */
    Target work() {
        return work;
    }

    /** What the changelog says of a changeset. */
    record Words(List<Step> steps, RollbackBlock block) {}

    /**
     * @param before a database as it was before the changeset; not changed, as the other
     * @param after as it was behind it
     * @param later whether it is undone together with the one before it, so nothing is to be done now
     */
    Reversed of(Changeset changeset, Words words, Target before, Target after, boolean later) {
        Map<String, String> wanted = pad.catalogue(before);
        List<String> notes = new ArrayList<>();
        List<Reversed.Part> parts =
                later ? List.of() : declared(words, wanted, notes).orElseGet(() -> derived(before));
        boolean rows = words.steps().stream()
                .flatMap(s -> SqlStatements.split(s.text()).stream())
                .anyMatch(s -> CHANGES_ROWS.matcher(s.text()).matches()
                        || CHANGES_ROWS_WITHIN.matcher(s.text()).matches());
        if (rows
                && (words.block().kind() == RollbackBlock.Kind.NONE
                        || words.block().steps().isEmpty())) {
            notes.add("the rows that it changed stay as they are: nothing says what they were");
        }
        Map<String, String> made = pad.catalogue(after);
        List<String> gone = keeps(wanted, made) ? List.of() : losses(before, after);
        List<String> lost = keeps(made, wanted) ? List.of() : losses(after, before);
        return new Reversed(changeset, parts, gone, lost, notes);
    }

    /** Whether all that is in the first is in the second: then nothing of it can be lost, and a comparison costs time. */
    private static boolean keeps(Map<String, String> from, Map<String, String> to) {
        return to.entrySet().containsAll(from.entrySet());
    }

    private List<String> losses(Target from, Target to) {
        return pad.compare(from, to).stream()
                .map(CatalogueChange::loss)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** By its rollback block, if that leads where it should. Empty where it has none, or it does not. */
    private Optional<List<Reversed.Part>> declared(Words words, Map<String, String> wanted, List<String> notes) {
        RollbackBlock block = words.block();
        if (block.kind() == RollbackBlock.Kind.NONE || block.kind() == RollbackBlock.Kind.EMPTY) {
            return Optional.empty();
        }
        Optional<List<String>> sql = sql(block.steps());
        if (sql.isEmpty()) {
            notes.add("its rollback block is not plain SQL: undone by what the catalogues differ in");
            return Optional.empty();
        }
        boolean transactional = transactional(block.steps());
        Target trial = pad.copy(work);
        try {
            pad.run(trial, sql.get(), transactional);
            List<String> differing = SchemaDifference.differing(wanted, pad.catalogue(trial));
            if (!differing.isEmpty()) {
                notes.add("its rollback block (" + block.position() + ") leaves a difference ("
                        + String.join(", ", differing.subList(0, Math.min(3, differing.size())))
                        + "): undone by what the catalogues differ in");
                return Optional.empty();
            }
            List<String> redo = redo(trial, words.steps(), transactional);
            pad.run(work, sql.get(), transactional);
            return Optional.of(
                    sql.get().isEmpty() ? List.of() : List.of(new Reversed.Part(sql.get(), transactional, redo)));
        } catch (SqlFailure e) {
            notes.add("its rollback block (" + block.position() + ") fails (" + e.getMessage()
                    + "): undone by what the catalogues differ in");
            return Optional.empty();
        } finally {
            pad.drop(trial);
        }
    }

    /** The changeset's own statements, if they lead there again: what takes the new changeset back. */
    private List<String> redo(Target undone, List<Step> steps, boolean transactional) throws SqlFailure {
        Optional<List<String>> sql = sql(steps);
        if (sql.isEmpty() || transactional(steps) != transactional) {
            return List.of();
        }
        Map<String, String> wanted = pad.catalogue(work);
        try {
            pad.run(undone, sql.get(), transactional);
        } catch (SqlFailure e) {
            return List.of();
        }
        return SchemaDifference.differing(wanted, pad.catalogue(undone)).isEmpty() ? sql.get() : List.of();
    }

    private List<Reversed.Part> derived(Target before) {
        Target trial = pad.copy(work);
        try {
            List<ProvenRollback.Proven> stages = new SchemaDifference(pad).between(trial, before);
            work = trial;
            return stages.stream()
                    .map(p -> new Reversed.Part(p.stage().sql(), p.stage().transactional(), p.rollback()))
                    .toList();
        } catch (MigrateException e) {
            return inOne(before).orElseThrow(() -> e);
        }
    }

    /** All in one transaction, where stages that are easier on a busy table do not lead there. */
    private Optional<List<Reversed.Part>> inOne(Target before) {
        try {
            Target trial = pad.copy(work);
            List<CatalogueChange> changes = pad.approach(trial, before);
            if (!SchemaDifference.differing(pad.catalogue(before), pad.catalogue(trial))
                    .isEmpty()) {
                return Optional.empty();
            }
            Target again = pad.copy(trial);
            List<CatalogueChange> back = pad.approach(again, work);
            boolean takesBack = SchemaDifference.differing(pad.catalogue(work), pad.catalogue(again))
                    .isEmpty();
            work = trial;
            return Optional.of(List.of(new Reversed.Part(sqlOf(changes), true, takesBack ? sqlOf(back) : List.of())));
        } catch (SqlFailure e) {
            return Optional.empty();
        }
    }

    private static List<String> sqlOf(List<CatalogueChange> changes) {
        return changes.stream().map(CatalogueChange::sql).toList();
    }

    /** Empty where a step is not plain SQL. */
    private static Optional<List<String>> sql(List<Step> steps) {
        return steps.stream().allMatch(Step.Sql.class::isInstance)
                ? Optional.of(steps.stream().map(Step::text).toList())
                : Optional.empty();
    }

    private static boolean transactional(List<Step> steps) {
        return steps.stream()
                .allMatch(s -> !(s instanceof Step.Sql sql)
                        || sql.traits().transaction() == TransactionNeed.IN_TRANSACTION
                        || sql.traits().transaction() == TransactionNeed.MAY_CONTROL);
    }
}
