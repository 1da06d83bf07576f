package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.PlannedChangeset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changelog against history: the plan, and what does not fit.
 *
 * @param applied rows of the history with the changeset that they belong to, in the order they were applied
 * @param planned what a deploy would run, in order: pending changesets and reruns
 * @param pending the part of the plan that makes a database not up to date: all but {@code runAlways} reruns
 * @param edited applied changesets whose content no longer has the stored checksum
 * @param missing rows whose changeset the changelog lacks
 * @param outOfOrder pending changesets that stand before an applied one
 * @param pathPrefix what this history writes in front of a path
 */
record Comparison(
        Map<HistoryRow, Optional<Changeset>> applied,
        List<PlannedChangeset> planned,
        List<Changeset> pending,
        Map<Changeset, HistoryRow> edited,
        List<HistoryRow> missing,
        List<Changeset> outOfOrder,
        String pathPrefix) {

    /** Rows that Liquibase writes for itself, for example when an empty database is tagged. */
    private static final String INTERNAL = "liquibase-internal";

    static Comparison of(Changelog changelog, List<HistoryRow> history) {
        Map<ChangesetId, HistoryRow> rows = new HashMap<>();
        history.forEach(row -> rows.put(HistoryPaths.normalized(row.identity()), row));
        Map<ChangesetId, Changeset> known = new HashMap<>();
        changelog.changesets().forEach(c -> known.put(HistoryPaths.normalized(c.identity()), c));

        List<PlannedChangeset> planned = new ArrayList<>();
        List<Changeset> pending = new ArrayList<>();
        Map<Changeset, HistoryRow> edited = new LinkedHashMap<>();
        for (Changeset changeset : changelog.changesets()) {
            HistoryRow row = rows.get(HistoryPaths.normalized(changeset.identity()));
            Fate fate = fate(changeset, row);
            if (fate == Fate.EDITED) {
                edited.put(changeset, row);
            } else if (fate != Fate.NOTHING) {
                planned.add(new PlannedChangeset(changeset, Optional.ofNullable(row)));
                if (fate == Fate.PENDING) {
                    pending.add(changeset);
                }
            }
        }
        Map<HistoryRow, Optional<Changeset>> applied = new LinkedHashMap<>();
        List<HistoryRow> missing = new ArrayList<>();
        for (HistoryRow row : history) {
            if (!INTERNAL.equals(row.identity().path())) {
                Changeset changeset = known.get(HistoryPaths.normalized(row.identity()));
                applied.put(row, Optional.ofNullable(changeset));
                if (changeset == null) {
                    missing.add(row);
                }
            }
        }
        Map<HistoryRow, Changeset> matched = new LinkedHashMap<>();
        applied.forEach((row, changeset) -> changeset.ifPresent(c -> matched.put(row, c)));
        return new Comparison(
                applied,
                planned,
                pending,
                edited,
                missing,
                outOfOrder(changelog, rows.keySet(), new HashSet<>(pending)),
                HistoryPaths.prefix(matched));
    }

    private enum Fate {
        NOTHING,
        PENDING,
        /** {@code runAlways}: part of every deploy, yet nothing that a database lacks. */
        RERUN,
        EDITED
    }

    private static Fate fate(Changeset changeset, HistoryRow row) {
        Changeset.Rules rules = changeset.rules();
        boolean selected = changeset.selection().selected();
        if (row == null) {
            return selected ? Fate.PENDING : Fate.NOTHING;
        }
        if (rules.runAlways()) {
            return selected ? Fate.RERUN : Fate.NOTHING;
        }
        if (changeset.acceptsChecksum().test(row.checksum())) {
            return Fate.NOTHING;
        }
        if (rules.runOnChange()) {
            return selected ? Fate.PENDING : Fate.NOTHING;
        }
        return Fate.EDITED;
    }

    /** Only where order was up to nobody but the author: what a precondition or runOrder moved is left out. */
    private static List<Changeset> outOfOrder(Changelog changelog, Set<ChangesetId> applied, Set<Changeset> pending) {
        List<Changeset> all = changelog.changesets();
        int last = -1;
        for (int i = 0; i < all.size(); i++) {
            Changeset.Rules rules = all.get(i).rules();
            boolean fixed = rules.ordered() && !rules.runAlways() && !rules.runOnChange();
            if (fixed && applied.contains(HistoryPaths.normalized(all.get(i).identity()))) {
                last = i;
            }
        }
        List<Changeset> found = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            Changeset.Rules rules = all.get(i).rules();
            boolean mayWait = rules.hasPreconditions() || !rules.failOnError();
            if (pending.contains(all.get(i))
                    && rules.ordered()
                    && !mayWait
                    && !applied.contains(HistoryPaths.normalized(all.get(i).identity()))) {
                found.add(all.get(i));
            }
        }
        return found;
    }
}
