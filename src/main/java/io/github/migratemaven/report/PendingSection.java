package io.github.migratemaven.report;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import java.util.List;

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
        Table table = new Table().column("ID").column("AUTHOR").column(Table.Kind.PATH, "WHERE", page.paint()::dim);
        for (Changeset changeset : pending.subList(0, Math.min(SHOWN, pending.size()))) {
            table.row(changeset.identity().id(), changeset.identity().author(), declared(changeset.position()));
        }
        page.table(table);
        if (pending.size() > SHOWN) {
            page.line("  … and " + (pending.size() - SHOWN) + " more: " + outcome.goal() + ".json has them all");
        }
    }

    /** A changeset begins with a line; its column says nothing. */
    static String declared(Position position) {
        return new Position(position.file(), position.line(), 0).toString();
    }
}
