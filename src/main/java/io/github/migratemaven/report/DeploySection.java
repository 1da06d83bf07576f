package io.github.migratemaven.report;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.StepResult;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** What this run applied and how long each took; below it the steps that held it up. */
final class DeploySection implements Section {
    private static final int SHOWN = 200;
    private static final int SLOWEST = 5;

    /** Below this nobody would look for a reason. */
    private static final long WORTH_NAMING_MILLIS = 100;

    @Override
    public void write(Outcome outcome, Page page) {
        List<AppliedChangeset> applied = outcome.applied();
        if (applied.isEmpty()) {
            return;
        }
        page.title("Applied");
        Table table = new Table()
                .column(Table.Kind.NUMBER, "TOOK", page.paint()::green)
                .column("ID")
                .column("AUTHOR")
                .column(Table.Kind.TEXT, "HOW", page.paint()::yellow)
                .column(Table.Kind.PATH, "WHERE", page.paint()::dim);
        for (AppliedChangeset changeset : applied.subList(0, Math.min(SHOWN, applied.size()))) {
            table.row(
                    changeset.millis().isPresent()
                            ? Elapsed.of(changeset.millis().getAsLong())
                            : "",
                    changeset.identity().id(),
                    changeset.identity().author(),
                    AppliedSection.how(changeset),
                    AppliedSection.where(changeset));
        }
        page.table(table);
        if (applied.size() > SHOWN) {
            page.line("  … and " + (applied.size() - SHOWN) + " more: deploy.json has them all");
        }
        slowest(outcome.steps(), page);
    }

    private static void slowest(List<StepResult> steps, Page page) {
        List<StepResult> slow = slow(steps);
        if (slow.isEmpty()) {
            return;
        }
        page.title("Slowest steps");
        Table table = new Table()
                .column(Table.Kind.NUMBER, "TOOK", page.paint()::yellow)
                .column(Table.Kind.SQL, "SQL", UnaryOperator.identity())
                .column(Table.Kind.PATH, "WHERE", page.paint()::dim);
        for (StepResult step : slow) {
            table.row(
                    Elapsed.of(step.millis()),
                    Fit.end(step.text().strip().replaceAll("\\s+", " "), Page.WIDTH),
                    step.position().toString());
        }
        page.table(table);
    }

    /** Steps that took at least three times as long as the run's median step; at most five, the slowest first. */
    static List<StepResult> slow(List<StepResult> steps) {
        if (steps.size() < 2) {
            return List.of();
        }
        long median = steps.stream()
                .mapToLong(StepResult::millis)
                .sorted()
                .skip((steps.size() - 1) / 2)
                .findFirst()
                .orElse(0);
        return steps.stream()
                .filter(s -> s.millis() >= WORTH_NAMING_MILLIS && s.millis() >= 3 * median)
                .sorted(Comparator.comparingLong(StepResult::millis).reversed())
                .limit(SLOWEST)
                .toList();
    }
}
