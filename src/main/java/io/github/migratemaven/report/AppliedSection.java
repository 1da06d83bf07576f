package io.github.migratemaven.report;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Outcome;
import java.util.List;
import java.util.Locale;

/** The end of the history. */
final class AppliedSection implements Section {
    private static final int SHOWN = 5;

    @Override
    public void write(Outcome outcome, Page page) {
        List<AppliedChangeset> applied = outcome.applied();
        if (applied.isEmpty()) {
            return;
        }
        List<AppliedChangeset> last = applied.subList(Math.max(0, applied.size() - SHOWN), applied.size());
        page.title(last.size() == applied.size() ? "Applied" : "Applied, the last " + last.size());
        Table table = new Table()
                .column("ID")
                .column("AUTHOR")
                .column("SERVER TIME")
                .column(Table.Kind.TEXT, "HOW", page.paint()::yellow)
                .column(Table.Kind.PATH, "WHERE", page.paint()::dim);
        for (AppliedChangeset changeset : last) {
            table.row(
                    changeset.identity().id(),
                    changeset.identity().author(),
                    Moment.of(changeset.executedAt()),
                    how(changeset),
                    where(changeset));
        }
        page.table(table);
    }

    /** Only what is out of the ordinary is worth a column. */
    static String how(AppliedChangeset changeset) {
        String type = changeset.execType() == null ? "" : changeset.execType();
        return type.equals("EXECUTED") ? "" : type.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String where(AppliedChangeset changeset) {
        return changeset.position().isPresent()
                ? PendingSection.declared(changeset.position().get())
                : "not in the changelog";
    }
}
