package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.SqlFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what undoes a stage, and proves it: up, down, up, and the catalogue compared after each. */
final class ProvenRollback {
    private static final Pattern INDEX = Pattern.compile(
            "CREATE (?:UNIQUE )?INDEX CONCURRENTLY (" + SqlNames.PART + ") ON (" + SqlNames.NAME + ").*",
            Pattern.DOTALL);

    private final ScratchPad pad;

    ProvenRollback(ScratchPad pad) {
        this.pad = pad;
    }

    /** @param rollback empty where nothing undoes it */
    record Proven(Stage stage, List<String> rollback) {}

    /** @param work is changed by the stage */
    Proven applied(Target work, Stage stage) {
        Map<String, String> down = pad.catalogue(work);
        Optional<Target> before = isDerived(stage) ? Optional.of(pad.twin(work)) : Optional.empty();
        try {
            pad.run(work, stage.sql(), stage.transactional());
            Map<String, String> up = pad.catalogue(work);
            Undo undo = before.isPresent()
                    ? derived(work, before.get())
                    : undo(work, written(stage), stage.transactional());
            check(down, pad.catalogue(undo.undone()), stage);
            pad.run(undo.undone(), stage.sql(), stage.transactional());
            check(up, pad.catalogue(undo.undone()), stage);
            pad.drop(undo.undone());
            before.ifPresent(pad::drop);
            return new Proven(stage, undo.rollback());
        } catch (SqlFailure e) {
            throw new MigrateException(
                    Failure.Rejected.of(
                            "diff-refused",
                            "the scratch server refused changeset " + stage.name() + " or what should undo it: "
                                    + e.getMessage(),
                            "Write this part by hand with migrate:new, and report it."),
                    e);
        }
    }

    private static boolean isDerived(Stage stage) {
        return stage.undo().isEmpty()
                && (stage.transactional()
                        || stage.sql().stream()
                                .noneMatch(sql -> INDEX.matcher(sql).matches()));
    }

    /** Where one look at the difference is enough, its statements have run in one transaction, and that is the proof's way down. */
    private Undo derived(Target work, Target before) throws SqlFailure {
        List<String> found = sql(pad.ordered(work, before, pad.compare(work, before)));
        Target undone = pad.copy(work);
        pad.run(undone, found, true);
        List<CatalogueChange> rest = pad.approach(undone, before);
        if (rest.isEmpty()) {
            return new Undo(found, undone);
        }
        pad.drop(undone);
        List<String> all = new ArrayList<>(found);
        all.addAll(sql(rest));
        return undo(work, all, true);
    }

    private Undo undo(Target work, List<String> rollback, boolean transactional) throws SqlFailure {
        Target undone = pad.copy(work);
        pad.run(undone, rollback, transactional);
        return new Undo(rollback, undone);
    }

    private static List<String> sql(List<CatalogueChange> changes) {
        return changes.stream().map(CatalogueChange::sql).toList();
    }

    /** @param undone a copy on which it has run, each changeset's way in one transaction or none */
    private record Undo(List<String> rollback, Target undone) {}

    private static List<String> written(Stage stage) {
        return !stage.undo().isEmpty()
                ? stage.undo()
                : stage.sql().stream().map(ProvenRollback::dropped).toList();
    }

    private static String dropped(String sql) {
        Matcher index = INDEX.matcher(sql);
        if (!index.matches()) {
            throw new IllegalStateException("not an index: " + sql);
        }
        String table = index.group(2);
        int dot = table.length() - SqlNames.lastPart(table).length();
        return "DROP INDEX CONCURRENTLY " + table.substring(0, dot) + index.group(1);
    }

    private static void check(Map<String, String> wanted, Map<String, String> found, Stage stage) {
        List<String> differing = SchemaDifference.differing(wanted, found);
        if (!differing.isEmpty()) {
            throw new MigrateException(Failure.Rejected.of(
                    "rollback-not-proved",
                    "what should undo changeset " + stage.name() + " leaves a difference: "
                            + String.join(", ", differing.subList(0, Math.min(differing.size(), 10))),
                    "Write this part by hand with migrate:new, and report it."));
        }
    }
}
