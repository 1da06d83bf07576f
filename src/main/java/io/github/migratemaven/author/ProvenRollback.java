package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.SqlFailure;
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
        Optional<Target> before = isDerived(stage) ? Optional.of(pad.copy(work)) : Optional.empty();
        try {
            pad.run(work, stage.sql(), stage.transactional());
            Map<String, String> up = pad.catalogue(work);
            List<String> rollback = before.isPresent() ? derived(work, before.get()) : written(stage);
            Target proof = pad.copy(work);
            pad.run(proof, rollback, stage.transactional());
            check(down, pad.catalogue(proof), stage);
            pad.run(proof, stage.sql(), stage.transactional());
            check(up, pad.catalogue(proof), stage);
            pad.drop(proof);
            before.ifPresent(pad::drop);
            return new Proven(stage, rollback);
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

    private List<String> derived(Target work, Target before) throws SqlFailure {
        Target trial = pad.copy(work);
        List<String> found =
                pad.approach(trial, before).stream().map(CatalogueChange::sql).toList();
        pad.drop(trial);
        return found;
    }

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
