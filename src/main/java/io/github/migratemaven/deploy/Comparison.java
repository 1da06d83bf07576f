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
 * @param outOfOrder pending changesets that stand before an applied one, with the first such
 * @param match which row belongs to which changeset
 */
record Comparison(
        Map<HistoryRow, Optional<Changeset>> applied,
        List<PlannedChangeset> planned,
        List<Changeset> pending,
        Map<Changeset, HistoryRow> edited,
        List<HistoryRow> missing,
        Map<Changeset, Changeset> outOfOrder,
        HistoryMatch match) {

    /** Rows that Liquibase writes for itself, for example when an empty database is tagged. */
    private static final String INTERNAL = "liquibase-internal";

    static Comparison of(Changelog changelog, List<HistoryRow> history) {
        HistoryMatch match = HistoryMatch.of(changelog, history);
        List<PlannedChangeset> planned = new ArrayList<>();
        List<Changeset> pending = new ArrayList<>();
        Map<Changeset, HistoryRow> edited = new LinkedHashMap<>();
        for (Changeset changeset : changelog.changesets()) {
            HistoryRow row = match.row(changeset).orElse(null);
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
            if (!isInternal(row)) {
                Optional<Changeset> changeset = match.changeset(row);
                applied.put(row, changeset);
                if (changeset.isEmpty()) {
                    missing.add(row);
                }
            }
        }
        return new Comparison(
                applied,
                planned,
                pending,
                edited,
                missing,
                outOfOrder(changelog, match, new HashSet<>(pending)),
                match);
    }

    /** Whether changelog and history say the same: nothing to run, nothing to object to. */
    boolean settled() {
        return planned.isEmpty() && pending.isEmpty() && edited.isEmpty() && missing.isEmpty() && outOfOrder.isEmpty();
    }

    static boolean isInternal(HistoryRow row) {
        return INTERNAL.equals(row.identity().path());
    }

    /** The path that a changeset's row has, or will have. */
    String storedPath(Changeset changeset) {
        return match.storedPath(changeset);
    }

    /** How history and journal name a changeset. */
    ChangesetId stored(Changeset changeset) {
        ChangesetId id = changeset.identity();
        return new ChangesetId(id.id(), id.author(), storedPath(changeset));
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
        if (!changeset.selection().selected()) {
            // Not even an edit counts: Liquibase validates what its filters let through.
            return Fate.NOTHING;
        }
        if (row == null) {
            return Fate.PENDING;
        }
        if (rules.runAlways()) {
            return Fate.RERUN;
        }
        if (changeset.acceptsChecksum().test(row.checksum())) {
            return Fate.NOTHING;
        }
        if (rules.runOnChange()) {
            return Fate.PENDING;
        }
        return Fate.EDITED;
    }

    /** Only where order was up to nobody but the author: what a precondition or runOrder moved is left out. */
    private static Map<Changeset, Changeset> outOfOrder(
            Changelog changelog, HistoryMatch match, Set<Changeset> pending) {
        List<Changeset> all = changelog.changesets();
        Map<Integer, Changeset> behind = new HashMap<>();
        Changeset last = null;
        for (int i = all.size() - 1; i >= 0; i--) {
            behind.put(i, last);
            Changeset.Rules rules = all.get(i).rules();
            boolean fixed = rules.ordered() && !rules.runAlways() && !rules.runOnChange();
            if (fixed && match.row(all.get(i)).isPresent()) {
                last = all.get(i);
            }
        }
        Map<Changeset, Changeset> found = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Changeset.Rules rules = all.get(i).rules();
            boolean mayWait = rules.hasPreconditions() || !rules.failOnError();
            if (behind.get(i) != null
                    && pending.contains(all.get(i))
                    && rules.ordered()
                    && !mayWait
                    && match.row(all.get(i)).isEmpty()) {
                found.put(all.get(i), behind.get(i));
            }
        }
        return found;
    }
}
