package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A branch's changelog against that of the branch it goes into: what that one has is history, on some database already. Pure: no
 * git here.
 *
 * @param name of the base, for messages
 * @param now the branch's
 * @param fork the base's where the branch left it
 * @param tip the base's now
 */
record BranchCheck(String name, Changelog now, Changelog fork, Changelog tip) {

    List<Finding> findings() {
        List<HistoryRow> rows = rows(fork);
        HistoryMatch match = HistoryMatch.of(now, rows);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Changeset theirs = fork.changesets().get(i);
            Optional<Changeset> ours = match.changeset(rows.get(i));
            if (ours.isEmpty()) {
                findings.add(removed(theirs));
            } else if (isEdited(theirs, ours.get())) {
                findings.add(edited(ours.get(), theirs));
            }
        }
        overtaken(match, findings);
        behind(findings);
        return findings;
    }

    private static List<HistoryRow> rows(Changelog changelog) {
        List<HistoryRow> rows = new ArrayList<>();
        for (Changeset changeset : changelog.changesets()) {
            rows.add(new HistoryRow(
                    changeset.identity(),
                    changeset.checksum(),
                    null,
                    rows.size(),
                    "EXECUTED",
                    null,
                    changeset.recorded().tag()));
        }
        return rows;
    }

    private static boolean isEdited(Changeset theirs, Changeset ours) {
        Changeset.Rules rules = ours.rules();
        return !rules.runAlways()
                && !rules.runOnChange()
                && !ours.acceptsChecksum().test(theirs.checksum());
    }

    private Finding removed(Changeset theirs) {
        Position was = theirs.position();
        return Finding.of(
                "base-removed",
                Severity.ERROR,
                name + " has " + ChangesetRunner.named(theirs) + " (" + was + "), which this branch lacks",
                "Bring it back; what it did is undone by a new changeset.");
    }

    private Finding edited(Changeset ours, Changeset theirs) {
        return Finding.at(
                ours.position(),
                "base-edited",
                Severity.ERROR,
                ChangesetRunner.named(ours) + " is not as " + name
                        + " has it: databases that have run it will refuse it",
                "Undo the edit and write a new changeset; if the edit changes nothing in a database, allow it with"
                        + " validCheckSum: " + theirs.checksum());
    }

    /** New changesets that would run before one that the base has, where order was the author's. */
    private void overtaken(HistoryMatch match, List<Finding> findings) {
        List<Changeset> all = now.changesets();
        Changeset behind = null;
        List<Finding> reversed = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Changeset changeset = all.get(i);
            Changeset.Rules rules = changeset.rules();
            if (match.row(changeset).isPresent()) {
                boolean fixed = rules.ordered() && !rules.runAlways() && !rules.runOnChange();
                behind = fixed ? changeset : behind;
            } else if (behind != null && rules.ordered()) {
                reversed.add(0, overtaken(changeset, behind));
            }
        }
        findings.addAll(reversed);
    }

    private Finding overtaken(Changeset ours, Changeset theirs) {
        return Finding.at(
                ours.position(),
                "base-overtaken",
                Severity.ERROR,
                "the new " + ChangesetRunner.named(ours) + " stands before " + ChangesetRunner.named(theirs) + " ("
                        + theirs.position() + "), which " + name + " has already",
                "Move it behind that one (a later number or time in its name), so that every database sees the same order.");
    }

    /** Both sides have added something: which comes first shows only when they are together. */
    private void behind(List<Finding> findings) {
        List<Changeset> theirs = added(tip, HistoryMatch.of(tip, rows(fork)));
        List<Changeset> ours = added(now, HistoryMatch.of(now, rows(tip)));
        if (theirs.isEmpty() || ours.isEmpty()) {
            return;
        }
        findings.add(Finding.at(
                ours.get(0).position(),
                "base-ahead",
                Severity.ERROR,
                name + " has meanwhile " + names(theirs) + ", and this branch adds " + names(ours)
                        + ": whether the order holds shows when they are together",
                "Merge " + name + " into this branch (or rebase), then run again."));
    }

    private static List<Changeset> added(Changelog changelog, HistoryMatch known) {
        return changelog.changesets().stream()
                .filter(c -> known.row(c).isEmpty())
                .toList();
    }

    private static String names(List<Changeset> changesets) {
        return changesets.stream().map(ChangesetRunner::named).collect(Collectors.joining(", "));
    }
}
