package io.github.migratemaven.report;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.State;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The Markdown that stands on the page of a GitHub run. GitHub takes one MiB a step: long lists and plans are cut. */
final class StepSummary {
    private static final int ROWS = 50;
    private static final int PLAN_LENGTH = 100_000;

    private final Outcome outcome;
    private final StringBuilder out = new StringBuilder();

    private StepSummary(Outcome outcome) {
        this.outcome = outcome;
    }

    static String of(Outcome outcome) {
        return new StepSummary(outcome).text();
    }

    private String text() {
        out.append("### ")
                .append(mark())
                .append(" migrate&#58;")
                .append(outcome.goal())
                .append(" – ");
        out.append(outcome.states().stream().map(State::word).collect(Collectors.joining(", ")));
        out.append("\n\n");
        outcome.target().ifPresent(this::target);
        for (State state : outcome.states()) {
            out.append("- **")
                    .append(state.word())
                    .append("**: ")
                    .append(state.meaning())
                    .append('\n');
        }
        out.append('\n');
        outcome.error().ifPresent(this::error);
        findings();
        if (outcome.goal().equals("deploy")) {
            applied();
        }
        if (outcome.script().isEmpty()) {
            pending();
        } else {
            plan();
        }
        return out.toString();
    }

    private String mark() {
        if (outcome.error().isPresent()) {
            return "❌";
        }
        State state = outcome.state().orElse(State.UNREACHABLE);
        return state == State.UP_TO_DATE ? "✅" : state == State.PENDING ? "🟡" : "⚠️";
    }

    private void target(Outcome.TargetSummary target) {
        out.append(Markdown.code(target.host() + "/" + target.database()));
        if (!target.schema().isEmpty()) {
            out.append(", schema ").append(Markdown.code(target.schema()));
        }
        out.append(target.server().isEmpty() ? ", not reached" : ", PostgreSQL " + Markdown.text(target.server()));
        out.append(", ").append(Markdown.text(target.environment()));
        out.append("; took ").append(Elapsed.of(outcome.took().toMillis())).append("\n\n");
    }

    private void error(Failure error) {
        out.append("> **").append(Markdown.text(error.code())).append("**");
        error.position().ifPresent(p -> out.append(" at ").append(place(p)));
        error.sqlState().ifPresent(s -> out.append(", SQLSTATE ").append(Markdown.code(s)));
        out.append("  \n");
        for (String line : Page.paragraphs(error.message() + "\n" + error.hint())) {
            out.append("> ").append(Markdown.text(line)).append("  \n");
        }
        out.append('\n');
    }

    private void findings() {
        heading("Findings", "| Severity | Finding | Where | What to do |\n|---|---|---|---|", outcome.findings());
        for (Finding finding : first(outcome.findings())) {
            row(
                    finding.severity().word(),
                    "<strong>" + Markdown.text(finding.id()) + "</strong> " + Markdown.text(finding.message()),
                    finding.position().map(StepSummary::place).orElse(""),
                    Markdown.text(finding.suggestion()));
        }
        more(outcome.findings());
    }

    private void applied() {
        heading("Applied", "| Changeset | Author | Where | Took |\n|---|---|---|--:|", outcome.applied());
        for (AppliedChangeset changeset : first(outcome.applied())) {
            row(
                    Markdown.code(changeset.identity().id()),
                    Markdown.text(changeset.identity().author()),
                    changeset.position().map(StepSummary::place).orElse(""),
                    changeset.millis().isPresent()
                            ? Elapsed.of(changeset.millis().getAsLong())
                            : "");
        }
        more(outcome.applied());
    }

    private void pending() {
        heading("Pending", "| Changeset | Author | Where |\n|---|---|---|", outcome.pending());
        for (Changeset changeset : first(outcome.pending())) {
            row(
                    Markdown.code(changeset.identity().id()),
                    Markdown.text(changeset.identity().author()),
                    place(changeset.position()));
        }
        more(outcome.pending());
    }

    private void plan() {
        String sql = new PlanSql().text(outcome);
        boolean cut = sql.length() > PLAN_LENGTH;
        out.append("<details><summary>Plan: ")
                .append(Count.of(outcome.script().size(), "changeset"))
                .append("</summary>\n\n")
                .append(Markdown.block("sql", cut ? sql.substring(0, PLAN_LENGTH) : sql))
                .append(cut ? "\nCut here: plan.sql has all of it.\n" : "")
                .append("\n</details>\n\n");
    }

    private void heading(String title, String columns, List<?> rows) {
        if (!rows.isEmpty()) {
            String size = String.format(Locale.ROOT, "%,d", rows.size());
            out.append("#### ")
                    .append(title)
                    .append(" (")
                    .append(size)
                    .append(")\n\n")
                    .append(columns)
                    .append('\n');
        }
    }

    private void row(String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void more(List<?> rows) {
        if (rows.size() > ROWS) {
            out.append("\n… and ").append(rows.size() - ROWS).append(" more\n");
        }
        out.append(rows.isEmpty() ? "" : "\n");
    }

    private static <T> List<T> first(List<T> rows) {
        return rows.subList(0, Math.min(ROWS, rows.size()));
    }

    private static String place(Position position) {
        return Markdown.code(position.toString());
    }
}
