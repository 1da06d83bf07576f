package io.github.migratemaven.report;

import io.github.migratemaven.model.Outcome;

/** The one line that sums up a deploy. */
final class DeployTotals implements Section {
    @Override
    public void write(Outcome outcome, Page page) {
        page.gap();
        page.fact("Deployed", text(outcome));
    }

    static String text(Outcome outcome) {
        String steps =
                outcome.steps().isEmpty() ? "" : " (" + Count.of(outcome.steps().size(), "step") + ")";
        return Count.of(outcome.applied().size(), "changeset") + steps + " in "
                + Elapsed.of(outcome.took().toMillis());
    }
}
