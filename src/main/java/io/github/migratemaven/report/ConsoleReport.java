package io.github.migratemaven.report;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import java.util.List;

/** What a person reads at the end of a goal. Thread-safe: it holds no state but its colours. */
public final class ConsoleReport {
    /** Stable: pipelines wait for this line. */
    public static final String UP_TO_DATE = "Database schema is up to date";

    private final Paint paint;

    /** @param colour true writes ANSI colours: for terminals only */
    public ConsoleReport(boolean colour) {
        this.paint = new Paint(colour);
    }

    /**
     * Lines of at most 93 columns, so that they fit 100 behind a logger's {@code [INFO] }. Where the schema is up to date and
     * nothing else is to be said of its state, the last is {@link #UP_TO_DATE}, never coloured.
     */
    public List<String> lines(Outcome outcome) {
        Page page = new Page(paint);
        for (Section section : sections(outcome.goal())) {
            section.write(outcome, page);
        }
        if (outcome.states().equals(List.of(State.UP_TO_DATE))) {
            page.gap();
            page.line(UP_TO_DATE);
        }
        return page.lines();
    }

    private static List<Section> sections(String goal) {
        return switch (goal) {
            case "rollback" ->
                List.of(
                        new TargetSection(),
                        new PlanSection(),
                        new FindingsSection(),
                        new StateSection(),
                        new PendingSection(),
                        new ErrorSection());
            case "plan" ->
                List.of(
                        new TargetSection(),
                        new StateSection(),
                        new PlanSection(),
                        new FindingsSection(),
                        new ErrorSection());
            case "deploy", "dev", "reset" ->
                List.of(
                        new TargetSection(),
                        new DeploySection(),
                        new PendingSection(),
                        new FindingsSection(),
                        new StateSection(),
                        new ErrorSection());
            default ->
                List.of(
                        new TargetSection(),
                        new StateSection(),
                        new PendingSection(),
                        new AppliedSection(),
                        new FindingsSection(),
                        new ErrorSection());
        };
    }
}
