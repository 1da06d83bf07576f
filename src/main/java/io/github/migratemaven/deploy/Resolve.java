package io.github.migratemaven.deploy;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.DeploySession.HistoryWrite;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.TargetDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Settles by word of a person what no tool can know: whether a broken-off changeset is in place or was undone. */
public final class Resolve {
    private final ChangelogReader reader;
    private final TargetDatabase database;
    private final DeployRequest request;
    private final Verdict verdict;
    private final ProgressListener progress;

    /**
     * What the person says.
     *
     * @param id a changeset's id, or {@code path::id::author} where the id alone is not unique
     * @param applied true = all of it is in place; false = all of it was undone
     */
    public record Verdict(String id, boolean applied) {}

    public Resolve(
            ChangelogReader reader,
            TargetDatabase database,
            DeployRequest request,
            Verdict verdict,
            ProgressListener progress) {
        this.reader = reader;
        this.database = database;
        this.request = request;
        this.verdict = verdict;
        this.progress = progress;
    }

    public Outcome run() {
        OutcomeBuilder outcome =
                new OutcomeBuilder("resolve", TargetDescription.of(request.target(), null, request.environment()));
        try (LoadedChangelog loaded = reader.read();
                DeploySession session = database.openForDeploy(request.run().id())) {
            outcome.target(TargetDescription.of(request.target(), session.facts(), request.environment()));
            new RunLockWait(session, request.waitForRun(), progress).take();
            Inspection before = Inspection.of(loaded, session);
            outcome.inspected(before);
            Changeset changeset = find(loaded.changelog().changesets());
            ChangesetId stored = before.comparison().stored(changeset);
            checkState(before, changeset, stored);
            settle(session, before, changeset, stored, outcome);
            outcome.inspected(Inspection.of(loaded, session));
        } catch (MigrateException e) {
            outcome.failed(e, true);
        }
        return outcome.build();
    }

    private void settle(
            DeploySession session, Inspection before, Changeset changeset, ChangesetId stored, OutcomeBuilder outcome) {
        new RunLockWait(session, request.waitForRun(), progress).shutOutLiquibase();
        session.prepare();
        session.startRun(request.run());
        String said;
        if (isHalfUndone(before, stored)) {
            said = settleRollback(session, changeset, stored);
        } else if (verdict.applied()) {
            // Of a changeset that runs again and again, it was the latest time that broke off.
            boolean rerun = before.comparison().match().row(changeset).isPresent();
            String execType = rerun ? "RERAN" : "EXECUTED";
            record(
                    session,
                    new HistoryWrite(
                            changeset,
                            stored.path(),
                            rerun,
                            execType,
                            String.valueOf(System.currentTimeMillis()).substring(3)));
            outcome.applied(
                    new AppliedChangeset(
                            changeset.identity(),
                            Optional.of(changeset.position()),
                            null,
                            execType,
                            OptionalLong.empty()),
                    List.of());
            said = " is now recorded as applied";
        } else {
            session.clearJournal(stored);
            said = " is pending again, from its first step";
        }
        progress.info(ChangesetRunner.named(changeset) + said);
        Map<String, String> catalogue = session.catalogue();
        session.finishRun(request.run().id(), outcome.appliedCount(), null, catalogue);
    }

    private Changeset find(List<Changeset> changesets) {
        List<Changeset> found = changesets.stream()
                .filter(c -> verdict.id().equals(c.identity().id())
                        || verdict.id().equals(c.identity().toString()))
                .toList();
        if (found.isEmpty()) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "unknown-changeset",
                    "the changelog has no changeset \"" + verdict.id() + "\"",
                    "mvn migrate:status lists them; the id is case-sensitive."));
        }
        if (found.size() > 1) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "ambiguous-changeset",
                    found.size() + " changesets have the id \"" + verdict.id() + "\"",
                    "Name one in full: "
                            + String.join(
                                    " or ",
                                    found.stream()
                                            .map(c -> c.identity().toString())
                                            .toList())));
        }
        return found.get(0);
    }

    private String settleRollback(DeploySession session, Changeset changeset, ChangesetId stored) {
        if (verdict.applied()) {
            session.clearJournal(stored);
            return " is applied, as before its rollback";
        }
        record(session, HistoryWrite.removal(changeset, stored.path()));
        session.clearJournal(stored);
        return " is pending again, from its first step";
    }

    private static void record(DeploySession session, HistoryWrite write) {
        try {
            session.record(write);
        } catch (SqlFailure e) {
            throw new MigrateException(
                    StepFailures.of(write.changeset(), null, 0, 0, e, StepFailures.Attempts.ONE, false), e);
        }
    }

    private static boolean isHalfUndone(Inspection before, ChangesetId stored) {
        return before.seen().history().openSteps().stream()
                .anyMatch(step -> step.ofRollback() && step.changeset().equals(stored));
    }

    private void checkState(Inspection before, Changeset changeset, ChangesetId stored) {
        List<JournalStep> open = before.seen().history().openSteps().stream()
                .filter(step -> step.changeset().equals(stored))
                .toList();
        if (!open.isEmpty()) {
            return;
        }
        if (before.comparison().match().row(changeset).isPresent()) {
            throw new MigrateException(Failure.Rejected.of(
                    "already-applied",
                    ChangesetRunner.named(changeset) + " is recorded as applied: there is nothing to resolve",
                    "To undo it, write a new changeset that does."));
        }
        throw new MigrateException(Failure.Rejected.of(
                "not-failed",
                ChangesetRunner.named(changeset) + " has not broken off here: there is nothing to resolve",
                "It is simply pending; apply it with mvn migrate:deploy."));
    }
}
