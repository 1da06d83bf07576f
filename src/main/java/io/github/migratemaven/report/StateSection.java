package io.github.migratemaven.report;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.RunRecord;
import io.github.migratemaven.model.State;
import java.time.Duration;
import java.util.List;

/** The verdict: every state with its meaning, worst first, then how much was done and is left, and the last run. */
final class StateSection implements Section {
    @Override
    public void write(Outcome outcome, Page page) {
        if (outcome.states().isEmpty()) {
            return;
        }
        page.gap();
        int width = 0;
        for (State state : outcome.states()) {
            width = Math.max(width, state.word().length());
        }
        String label = "State";
        for (State state : outcome.states()) {
            // The console's last line says what up-to-date means.
            boolean said = state == State.UP_TO_DATE;
            String word = page.paint().state(state, Fit.pad(state.word(), said ? 0 : width));
            page.state(label, word, said ? "" : "   " + state.meaning());
            label = "";
        }
        if (!outcome.states().contains(State.UNREACHABLE)) {
            counts(outcome, page);
        }
        if (outcome.lastRun().isPresent()) {
            lastRun(outcome.lastRun().get(), page);
        }
    }

    private static void counts(Outcome outcome, Page page) {
        int applied = outcome.applied().size();
        switch (outcome.goal()) {
            case "plan" -> page.fact("Plan", planned(outcome));
            case "deploy", "dev", "reset" ->
                page.fact(
                        "Deployed",
                        changesets(applied) + steps(outcome.steps().size()) + " in "
                                + Elapsed.of(outcome.took().toMillis()));
            default -> page.fact("Applied", changesets(applied));
        }
        if (!outcome.goal().equals("plan")) {
            page.fact("Pending", changesets(outcome.pending().size()));
        }
    }

    private static String planned(Outcome outcome) {
        if (outcome.script().isEmpty()) {
            return "nothing to do";
        }
        int steps = outcome.script().stream().mapToInt(s -> s.steps().size()).sum();
        return changesets(outcome.script().size()) + steps(steps) + "; plan.sql has them in full";
    }

    private static String changesets(int number) {
        return number == 0 ? "none" : Count.of(number, "changeset");
    }

    private static String steps(int number) {
        return number == 0 ? "" : " (" + Count.of(number, "step") + ")";
    }

    private static void lastRun(RunRecord run, Page page) {
        page.fact("Last run", describe(run));
        if (run.source() != null && !run.source().isBlank()) {
            page.fact("", "from " + Printable.line(run.source().strip()));
        }
        // The first line tells; a failed run's error can have many.
        List<String> error = Page.paragraphs(run.error());
        if (!error.isEmpty()) {
            page.fact("", error.get(0), page.paint()::red);
        }
    }

    /** For example {@code deploy succeeded 2026-11-22 10:00:00 UTC in 3.4 s, by ada, commit 1a2b3c}. */
    static String describe(RunRecord run) {
        StringBuilder text = new StringBuilder(Printable.line(run.goal()) + " " + Printable.line(run.state()));
        if (run.startedAt() != null) {
            text.append(run.finishedAt() == null ? ", started " : " ").append(Moment.of(run.startedAt()));
        }
        if (run.startedAt() != null && run.finishedAt() != null) {
            Duration took = Duration.between(run.startedAt(), run.finishedAt());
            text.append(" in ").append(Elapsed.of(took.toMillis()));
        }
        add(text, ", by ", run.executedBy());
        add(text, ", commit ", run.gitCommit());
        return text.toString();
    }

    private static void add(StringBuilder text, String before, String value) {
        if (value != null && !value.isBlank()) {
            text.append(before).append(Printable.line(value.strip()));
        }
    }
}
