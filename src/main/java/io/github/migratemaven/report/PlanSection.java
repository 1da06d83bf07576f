package io.github.migratemaven.report;

import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.PlannedChangeset.PlannedStep;
import io.github.migratemaven.model.PlannedChangeset.Script;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a deploy would run: shortened here, in full in {@code plan.sql}. */
final class PlanSection implements Section {
    private static final int CHANGESETS = 100;
    private static final int STEPS = 20;
    private static final int SQL_LINES = 8;
    private static final int INDENT = 4;
    private static final int LABEL = 11;

    @Override
    public void write(Outcome outcome, Page page) {
        List<Script> scripts = outcome.script();
        boolean rollback = outcome.goal().equals("rollback");
        int number = 0;
        for (Script script : scripts.subList(0, Math.min(CHANGESETS, scripts.size()))) {
            changeset(++number, script, rollback, page);
        }
        if (scripts.size() > CHANGESETS) {
            page.gap();
            page.line("… and " + (scripts.size() - CHANGESETS) + " more changesets: " + (rollback ? "rollback" : "plan")
                    + ".sql has them all");
        }
    }

    private static void changeset(int number, Script script, boolean rollback, Page page) {
        ChangesetId id = script.planned().changeset().identity();
        Position position = script.planned().changeset().position();
        page.title(
                Fit.middle(number + ". " + Printable.line(id.id()) + " by " + Printable.line(id.author()), Page.WIDTH));
        page.property(
                INDENT, LABEL, "where", Printable.line(PendingSection.declared(position)), UnaryOperator.identity());
        page.property(INDENT, LABEL, "runs", Transactionality.of(script).text(), UnaryOperator.identity());
        script.planned().rerun().ifPresent(row -> {
            String last = row.executedAt() == null ? "" : " on " + Moment.of(row.executedAt());
            page.property(
                    INDENT,
                    LABEL,
                    rollback ? "applied" : "again",
                    rollback ? last.strip() : "it ran before" + (last.isEmpty() ? "" : "; last" + last),
                    UnaryOperator.identity());
        });
        for (String note : script.notes()) {
            String name = "note";
            for (String paragraph : Page.paragraphs(note)) {
                page.property(INDENT, LABEL, name, paragraph, page.paint()::yellow);
                name = "";
            }
        }
        List<PlannedStep> steps = script.steps();
        for (PlannedStep step : steps.subList(0, Math.min(STEPS, steps.size()))) {
            page.gap();
            step(step, position, page);
        }
        if (steps.size() > STEPS) {
            page.gap();
            page.paragraph(
                    INDENT,
                    "… and " + (steps.size() - STEPS) + " more steps: " + (rollback ? "rollback" : "plan")
                            + ".sql has them all");
        }
    }

    private static void step(PlannedStep planned, Position changeset, Page page) {
        Step step = planned.step();
        Position position = step.position();
        boolean here = position.file().equals(changeset.file());
        String label = position.line() == 0 ? "step" : "line " + position.line();
        for (String line : excerpt(step.text())) {
            page.line(" ".repeat(INDENT) + page.paint().dim(Fit.pad(label, LABEL)) + line);
            label = "";
        }
        if (!here) {
            page.property(INDENT, LABEL, "in", Printable.line(position.toString()), UnaryOperator.identity());
        }
        page.property(INDENT, LABEL, "lock", Printable.line(planned.lock()), page.paint()::yellow);
        page.property(INDENT, LABEL, "risk", Printable.line(planned.risk()), page.paint()::red);
    }

    /** The first lines of a statement with their layout, each cut at the console's edge. */
    private static List<String> excerpt(String sql) {
        List<String> all = sql.strip()
                .lines()
                .map(l -> Printable.line(l.stripTrailing().replace("\t", "    ")))
                .map(l -> Fit.end(l, Page.WIDTH - INDENT - LABEL))
                .toList();
        if (all.size() <= SQL_LINES) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, SQL_LINES - 1));
        first.add("… " + (all.size() - SQL_LINES + 1) + " more lines");
        return first;
    }
}
