package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.DatabaseObject;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.LockHolder;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which states hold, and what a person should know of each. Pure: no database here. */
final class StateRules {
    private static final int MOST_DRIFT_LINES = 20;

    private final Set<State> states = EnumSet.noneOf(State.class);
    private final List<Finding> findings = new ArrayList<>();

    private StateRules() {}

    /** @param states worst first */
    record Verdict(List<State> states, List<Finding> findings) {}

    static Verdict judge(Comparison comparison, Observation seen) {
        StateRules rules = new StateRules();
        seen.lock().ifPresent(rules::locked);
        seen.history().openSteps().forEach(rules::failed);
        comparison.edited().forEach(rules::edited);
        comparison.missing().forEach(rules::missing);
        comparison.outOfOrder().forEach(rules::outOfOrder);
        seen.history().lastRun().ifPresent(run -> rules.drifted(Drift.between(run, seen.catalogue())));
        seen.invalid().forEach(rules::invalid);
        if (seen.holdsObjects()) {
            rules.unmanaged();
        }
        if (!comparison.pending().isEmpty()) {
            rules.states.add(State.PENDING);
        }
        if (rules.states.isEmpty()) {
            rules.states.add(State.UP_TO_DATE);
        }
        return new Verdict(List.copyOf(rules.states), List.copyOf(rules.findings));
    }

    private void locked(LockHolder holder) {
        states.add(State.LOCKED);
        String since = holder.since() == null ? "" : " since " + holder.since();
        String pid = holder.pid() == 0 ? "" : " (back end " + holder.pid() + ")";
        String cure = holder.kind().equals("liquibase")
                ? "Wait for it. If that process is gone: deploy clears the row by itself once no session is left that could be its,"
                        + " or clear it by hand: UPDATE databasechangeloglock SET locked = false;"
                : "Wait for it, or end that session if it hangs.";
        findings.add(Finding.of("locked", Severity.WARNING, "held by " + holder.who() + pid + since, cure));
    }

    private void failed(JournalStep step) {
        if (step.progress() == JournalStep.Progress.DONE && !step.ofRollback()) {
            return;
        }
        states.add(State.FAILED);
        String how = switch (step.progress()) {
            case FAILED -> "failed: " + step.error();
            case STARTED ->
                step.error() == null
                        ? "was running when its run ended: nobody knows whether it took effect"
                        : "failed when it may have committed a part of its work: " + step.error();
            case DONE -> "was done, but the rollback did not come to its end";
        };
        String id = step.changeset().id();
        String whose = step.ofRollback() ? " of the rollback of changeset \"" : " of changeset \"";
        String goal = step.ofRollback() ? "migrate:rollback" : "migrate:deploy";
        findings.add(Finding.of(
                "failed",
                Severity.ERROR,
                "step " + Math.abs(step.number()) + whose + id + "\" " + how,
                "Run mvn " + goal
                        + " again to go on with that step, or settle it: mvn migrate:resolve -Dmigrate.applied=" + id
                        + " (all of it is in place) or -Dmigrate.rolledBack=" + id + " (you undid all of it)."));
    }

    private void edited(Changeset changeset, HistoryRow row) {
        states.add(State.EDITED);
        findings.add(Finding.at(
                changeset.position(),
                "edited",
                Severity.ERROR,
                "changeset \"" + changeset.identity().id() + "\" was edited after it was applied (checksum was "
                        + row.checksum() + ", is " + changeset.checksum() + ")",
                "Undo the edit and write a new changeset; if the edit changes nothing in a database, allow it with"
                        + " validCheckSum: " + row.checksum()));
    }

    private void missing(HistoryRow row) {
        states.add(State.MISSING);
        findings.add(Finding.of(
                "missing",
                Severity.ERROR,
                "the database has changeset \"" + row.identity().id() + "\" by "
                        + row.identity().author() + " from " + row.identity().path() + ", which the changelog lacks",
                "Bring the file back, or deploy a version of the project that has it."));
    }

    private void outOfOrder(Changeset changeset, Changeset applied) {
        states.add(State.OUT_OF_ORDER);
        findings.add(Finding.at(
                changeset.position(),
                "out-of-order",
                Severity.WARNING,
                "changeset \"" + changeset.identity().id() + "\" is pending, but \""
                        + applied.identity().id() + "\", which stands behind it (" + applied.position()
                        + "), is applied",
                "Move it to the end of the changelog, so that every database sees the same order."));
    }

    private void drifted(List<String> differences) {
        if (differences.isEmpty()) {
            return;
        }
        states.add(State.DRIFTED);
        for (String difference : differences.subList(0, Math.min(differences.size(), MOST_DRIFT_LINES))) {
            findings.add(Finding.of(
                    "drifted",
                    Severity.WARNING,
                    difference + " since the last run",
                    "Undo the change by hand, or put it into a changeset."));
        }
        if (differences.size() > MOST_DRIFT_LINES) {
            findings.add(Finding.of(
                    "drifted",
                    Severity.WARNING,
                    (differences.size() - MOST_DRIFT_LINES) + " more objects differ",
                    "Compare the schema as a whole, for example with pg_dump --schema-only."));
        }
    }

    private void invalid(DatabaseObject object) {
        states.add(State.INVALID_OBJECTS);
        boolean index = object.kind().equals("index");
        findings.add(Finding.of(
                index ? "invalid-index" : "not-valid-constraint",
                Severity.WARNING,
                (index ? "index " : "constraint ") + object.name() + " on " + object.table()
                        + (index
                                ? " is INVALID: it costs writes and serves no query"
                                : " is NOT VALID: old rows are unchecked"),
                index
                        ? "Rebuild it: REINDEX INDEX CONCURRENTLY " + object.name() + "; or drop it."
                        : "ALTER TABLE " + object.table() + " VALIDATE CONSTRAINT " + object.name() + ";"));
    }

    private void unmanaged() {
        states.add(State.UNMANAGED);
        findings.add(Finding.of(
                "unmanaged",
                Severity.WARNING,
                "the schema holds objects, but there is no migration history",
                "Make sure that this is the right database; then record what is there as a baseline, or deploy into an empty"
                        + " schema."));
    }

    /** For messages: the states as words. */
    static String words(Iterable<State> states) {
        List<String> words = new ArrayList<>();
        states.forEach(state -> words.add(state.word()));
        return String.join(", ", words);
    }
}
