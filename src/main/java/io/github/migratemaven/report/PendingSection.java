package io.github.migratemaven.report;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Outcome;
import java.util.List;
import java.util.function.UnaryOperator;

/** What waits, in the order in which it would run. */
final class PendingSection implements Section {
    /** More than this is a first deployment, and nobody reads that on a console. */
    private static final int SHOWN = 50;

    @Override
    public void write(Outcome outcome, Page page) {
        List<Changeset> pending = outcome.pending();
        if (pending.isEmpty()) {
            return;
        }
        page.title("Pending");
        Table table = new Table()
                .column("ID", UnaryOperator.identity())
                .column("AUTHOR", UnaryOperator.identity())
                .column("WHERE", UnaryOperator.identity());
        for (Changeset changeset : pending.subList(0, Math.min(SHOWN, pending.size()))) {
            table.row(
                    changeset.identity().id(),
                    changeset.identity().author(),
                    changeset.position().toString());
        }
        page.table(table);
        if (pending.size() > SHOWN) {
            page.line("  … and " + (pending.size() - SHOWN) + " more: " + outcome.goal() + ".json has them all");
        }
    }
}
