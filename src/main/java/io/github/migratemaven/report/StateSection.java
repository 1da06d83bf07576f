package io.github.migratemaven.report;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.RunRecord;
import io.github.migratemaven.model.State;
import java.time.Duration;

/** The verdict: every state with its meaning, worst first, then the counts and the last run. */
final class StateSection implements Section {
    @Override
    public void write(Outcome outcome, Page page) {
        page.gap();
        int width =
                outcome.states().stream().mapToInt(s -> s.word().length()).max().orElse(0);
        String label = "State";
        for (State state : outcome.states()) {
            page.fact(label, Fit.pad(state.word(), width) + " - " + state.meaning(), s -> coloured(page, state, s));
            label = "";
        }
        if (outcome.goal().equals("deploy")) {
            return;
        }
        if (outcome.state() != State.UNREACHABLE) {
            page.fact("Applied", Count.of(outcome.applied().size(), "changeset"));
            page.fact("Pending", Count.of(outcome.pending().size(), "changeset"));
        }
        outcome.lastRun().ifPresent(run -> page.fact("Last run", describe(run)));
    }

    private static String coloured(Page page, State state, String line) {
        String word = state.word();
        return line.startsWith(word) ? page.paint().state(state, word) + line.substring(word.length()) : line;
    }

    /** For example {@code deploy succeeded at 2026-11-22 10:00:00 UTC in 3.4 s, by ada from https://…, commit 1a2b3c}. */
    static String describe(RunRecord run) {
        StringBuilder text = new StringBuilder(Printable.line(run.goal()) + " " + Printable.line(run.state()));
        if (run.startedAt() != null) {
            text.append(run.finishedAt() == null ? ", started " : " ").append(Moment.of(run.startedAt()));
        }
        if (run.startedAt() != null && run.finishedAt() != null) {
            text.append(" in ")
                    .append(Elapsed.of(
                            Duration.between(run.startedAt(), run.finishedAt()).toMillis()));
        }
        add(text, ", by ", run.executedBy());
        add(text, ", from ", run.source());
        add(text, ", commit ", run.gitCommit());
        add(text, ": ", run.error());
        return text.toString();
    }

    /** The first line tells; a failed run's error can have many. */
    private static void add(StringBuilder text, String before, String value) {
        if (value != null && !value.isBlank()) {
            text.append(before).append(Page.paragraphs(value).get(0));
        }
    }
}
