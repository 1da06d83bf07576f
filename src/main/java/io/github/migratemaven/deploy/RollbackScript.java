package io.github.migratemaven.deploy;

import io.github.migratemaven.model.PlannedChangeset;
import io.github.migratemaven.model.PlannedChangeset.PlannedStep;
import io.github.migratemaven.model.PlannedChangeset.Script;
import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One changeset of a printed rollback. */
final class RollbackScript {
    private RollbackScript() {}

    static Script of(RollbackPlan.Item item) {
        List<Step> steps = item.block().steps();
        boolean transactional = Transactionality.of(item.changeset(), steps).transactional();
        List<PlannedStep> shown = new ArrayList<>();
        for (Step step : steps) {
            shown.add(new PlannedStep(
                    item.changeset().identity(),
                    step,
                    transactional,
                    step instanceof Step.Sql sql ? sql.traits().lock() : "",
                    step instanceof Step.Sql sql ? sql.traits().risk() : "run by Liquibase: not analysed"));
        }
        List<String> notes = new ArrayList<>();
        if (item.onlyMarked()) {
            notes.add("was marked as ran without running: only its history row is taken away");
        } else if (item.block().kind() == RollbackBlock.Kind.EMPTY) {
            notes.add("its rollback is declared empty: what it did stays, its history row is taken away");
        } else if (item.block().kind() == RollbackBlock.Kind.AUTOMATIC) {
            notes.add("has no rollback block: Liquibase's opposites of its changes");
        }
        if (!transactional && !steps.isEmpty()) {
            notes.add("not in a transaction: each step is journalled, a failure leaves the steps before it undone");
        }
        return new Script(new PlannedChangeset(item.changeset(), Optional.of(item.row())), shown, notes);
    }
}
