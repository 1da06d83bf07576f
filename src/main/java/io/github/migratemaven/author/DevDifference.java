package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.CatalogueComparison;
import io.github.migratemaven.port.ChangelogReplay;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.StatementRunner;
import io.github.migratemaven.port.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the changelog's schema to a script's, found and proved on the dev server's scratch databases. */
public final class DevDifference {
    private final ChangelogReplay replay;
    private final CatalogueComparison comparison;
    private final StatementRunner runner;

    public DevDifference(ChangelogReplay replay, CatalogueComparison comparison, StatementRunner runner) {
        this.replay = replay;
        this.comparison = comparison;
        this.runner = runner;
    }

    /**
     * @param schema the changelog's; empty = {@code public}
     * @throws MigrateException with an {@code InvalidInput} where the script does not run, a {@code Rejected} where data would be
     *     lost unasked
     */
    public Difference find(
            Workshop workshop, Desired.Script script, Optional<String> schema, boolean allowDestructive) {
        Target work = workshop.createDatabase().withSchema(schema.orElse("public"));
        replay.replay(workshop, work);
        Target desired = workshop.createDatabase().withSchema(schema.orElse("public"));
        load(desired, script);
        try (ScratchPad pad = new ScratchPad(workshop, comparison, runner, Optional.empty())) {
            Difference difference = new Difference(drafts(new SchemaDifference(pad).between(work, desired)), List.of());
            if (!allowDestructive && !difference.losses().isEmpty()) {
                throw destructive(script, difference.losses());
            }
            return difference;
        }
    }

    private void load(Target desired, Desired.Script script) {
        try {
            if (!script.text().isBlank()) {
                runner.runEach(desired, List.of(script.text()));
            }
        } catch (SqlFailure e) {
            throw new MigrateException(
                    Failure.InvalidInput.at(
                            position(script, e),
                            "schema-does-not-run",
                            "PostgreSQL refuses it: " + e.getMessage(),
                            "Correct it: it must create the whole schema on an empty database."),
                    e);
        }
    }

    private static Position position(Desired.Script script, SqlFailure e) {
        if (e.offset() < 0) {
            return Position.ofFile(script.file());
        }
        String before =
                script.text().substring(0, Math.min(e.offset(), script.text().length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Position(script.file(), line, before.length() - before.lastIndexOf('\n'));
    }

    private static MigrateException destructive(Desired.Script script, List<String> losses) {
        return new MigrateException(Failure.Rejected.of(
                "destructive",
                "what leads to " + script.file() + " loses data: " + String.join("; ", losses),
                "If that is meant, add -Dmigrate.allowDestructive=true; nothing was written."));
    }

    private static List<DraftChangeset> drafts(List<ProvenRollback.Proven> proven) {
        List<DraftChangeset> drafts = new ArrayList<>();
        for (ProvenRollback.Proven one : proven) {
            Stage stage = one.stage();
            drafts.add(new DraftChangeset(
                    stage.name(),
                    "",
                    stage.sql(),
                    one.rollback(),
                    stage.transactional(),
                    stage.changes().stream()
                            .map(CatalogueChange::loss)
                            .flatMap(Optional::stream)
                            .toList(),
                    stage.notes()));
        }
        return drafts;
    }
}
