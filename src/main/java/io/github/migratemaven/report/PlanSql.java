package io.github.migratemaven.report;

import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.PlannedChangeset.PlannedStep;
import io.github.migratemaven.model.PlannedChangeset.Script;
import io.github.migratemaven.model.Step;
import java.util.List;
import java.util.Optional;

/**
 * The plan as a file to read, to hand to a reviewer, or to run with {@code psql -X -f plan.sql}. The history rows are not in
 * it: it is no second way to deploy. A rollback has them: where migrate:rollback only prints, a person may have to run it.
 * Thread-safe.
 */
public final class PlanSql {

    /** The text of {@code plan.sql}, with {@code \n} line ends. */
    public String text(Outcome outcome) {
        SqlText sql = new SqlText();
        heading(outcome, sql);
        for (Script script : outcome.script()) {
            changeset(script, outcome.goal().equals("rollback"), sql);
        }
        return sql.toString();
    }

    private static void heading(Outcome outcome, SqlText sql) {
        boolean rollback = outcome.goal().equals("rollback");
        String what = rollback ? "Rollback of " : "Plan for ";
        outcome.target().ifPresent(t -> sql.comment(what + t.host() + "/" + t.database()));
        int steps = outcome.script().stream().mapToInt(s -> s.steps().size()).sum();
        sql.comment(Count.of(outcome.script().size(), "changeset") + ", " + Count.of(steps, "step") + ", planned at "
                + outcome.startedAt());
        if (outcome.script().isEmpty()) {
            return;
        }
        sql.comment("");
        sql.comment("Runs with: psql -X -f " + (rollback ? "rollback.sql" : "plan.sql"));
        sql.comment(
                rollback
                        ? "The history rows are taken away with it. No lock keeps a deploy out meanwhile."
                        : "The history rows are not included: what is run from this file, migrate:deploy would run again.");
        if (outcome.script().stream().flatMap(s -> s.steps().stream()).anyMatch(PlanSql::byEngine)) {
            sql.comment("Not complete: the steps marked as the engine's are not SQL, and only migrate:"
                    + (rollback ? "rollback" : "deploy") + " runs them.");
        }
        sql.blank();
        sql.line("\\set ON_ERROR_STOP on");
        sql.line("\\encoding UTF8");
        outcome.target()
                .map(Outcome.TargetSummary::schema)
                .filter(s -> !s.isEmpty())
                .ifPresent(sql::searchPath);
    }

    private static void changeset(Script script, boolean rollback, SqlText sql) {
        ChangesetId id = script.planned().changeset().identity();
        sql.blank();
        sql.line("-- ----------------------------------------------------------------------------");
        sql.comment("changeset " + id.id() + " by " + id.author());
        sql.comment("at        " + script.planned().changeset().position());
        sql.comment("path      " + id.path());
        sql.comment("runs      " + Transactionality.of(script).text());
        Optional<HistoryRow> row = script.planned().rerun();
        if (!rollback) {
            row.ifPresent(r -> sql.comment("again     it ran before"));
        }
        for (String note : script.notes()) {
            sql.comment("note      " + note);
        }
        steps(script.steps(), rollback ? row : Optional.empty(), sql);
    }

    /** @param gone the history row that goes with them */
    private static void steps(List<PlannedStep> steps, Optional<HistoryRow> gone, SqlText sql) {
        boolean open = false;
        for (PlannedStep step : steps) {
            if (step.transactional() != open) {
                open = step.transactional();
                sql.blank();
                sql.line(open ? "BEGIN;" : "COMMIT;");
            }
            step(step, sql);
        }
        gone.ifPresent(row -> {
            sql.blank();
            sql.delete(row.identity());
        });
        if (open) {
            sql.blank();
            sql.line("COMMIT;");
        }
    }

    private static void step(PlannedStep planned, SqlText sql) {
        sql.blank();
        sql.comment("step      " + planned.step().position());
        if (!planned.lock().isEmpty()) {
            sql.comment("lock      " + planned.lock());
        }
        if (!planned.risk().isEmpty()) {
            sql.comment("risk      " + planned.risk());
        }
        if (byEngine(planned)) {
            sql.comment("engine    " + planned.step().text());
        } else {
            sql.statement(planned.step().text());
        }
    }

    private static boolean byEngine(PlannedStep planned) {
        return planned.step() instanceof Step.Engine;
    }
}
