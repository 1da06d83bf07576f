package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.LockHolder;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.PlannedChangeset;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.TargetDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks what became of a run whose connection broke: whether the server got its last COMMIT cannot be known from this side of
 * the wire. A new connection waits until the old one's back end has ended, and then sees.
 */
final class LostConnection {
    /** A server that crashed needs some seconds to recover, a standby to be promoted. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final long PAUSE_MILLIS = 250;

    private final TargetDatabase database;
    private final DeployRequest request;
    private final ProgressListener progress;
    private String obstacle = "";

    LostConnection(TargetDatabase database, DeployRequest request, ProgressListener progress) {
        this.database = database;
        this.request = request;
        this.progress = progress;
    }

    static boolean isLost(Failure failure) {
        return failure instanceof Failure.Unreachable lost && lost.code().equals("connection-lost");
    }

    /**
     * What was found.
     *
     * @param complete whether everything that the run meant to apply is there
     * @param failure what was told of the loss, and what became of it
     */
    record Settled(boolean complete, Failure failure) {}

    /** Looks, says in the outcome what is there now, and closes the run's row. */
    Settled settle(Changelog changelog, List<PlannedChangeset> planned, Failure lost, OutcomeBuilder outcome) {
        progress.info("The connection was lost: looking over a new one what was applied …");
        Optional<Inspection> seen = look(changelog, lost, outcome.appliedCount());
        if (seen.isEmpty()) {
            return new Settled(false, told(lost, unseen(), "deploy"));
        }
        outcome.inspected(seen.get());
        List<Changeset> pending = seen.get().comparison().pending();
        List<String> late = planned.stream()
                .filter(p -> p.rerun().isEmpty())
                .map(PlannedChangeset::changeset)
                .filter(c -> !pending.contains(c) && !outcome.hasApplied(c.identity()))
                .map(ChangesetRunner::named)
                .toList();
        String truth = late.isEmpty()
                ? "Looked again: what was running then was not applied."
                : "Looked again: " + String.join(", ", late) + " had been committed and "
                        + (late.size() == 1 ? "is" : "are") + " applied.";
        return new Settled(pending.isEmpty(), told(lost, truth, "deploy"));
    }

    /** The same of a rollback: what was undone has no row any more. */
    Settled settle(Changelog changelog, RollbackPlan plan, Failure lost, OutcomeBuilder outcome) {
        progress.info("The connection was lost: looking over a new one what was rolled back …");
        int done = outcome.undoneCount();
        Optional<Inspection> seen = look(changelog, lost, done);
        if (seen.isEmpty()) {
            return new Settled(false, told(lost, unseen(), "rollback"));
        }
        outcome.inspected(seen.get());
        List<HistoryRow> rows = seen.get().seen().history().rows();
        List<RollbackPlan.Item> left = plan.items().stream()
                .filter(item -> rows.stream()
                        .anyMatch(row -> row.identity().equals(item.row().identity())))
                .toList();
        String late = plan.items().stream()
                .skip(done)
                .filter(item -> !left.contains(item))
                .map(item -> ChangesetRunner.named(item.changeset()))
                .collect(Collectors.joining(", "));
        String truth = late.isEmpty()
                ? "Looked again: what was running then was not rolled back."
                : "Looked again: " + late + " had been committed and is rolled back.";
        return new Settled(left.isEmpty(), told(lost, truth, "rollback"));
    }

    private String unseen() {
        return "What became of it could not be seen yet: " + obstacle + ".";
    }

    private static Failure told(Failure lost, String truth, String goal) {
        return new Failure.Unreachable(
                lost.code(),
                lost.message(),
                truth + " Run mvn migrate:" + goal + " again: it goes on from there.",
                lost.sqlState());
    }

    private Optional<Inspection> look(Changelog changelog, Failure lost, int applied) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        do {
            try (DeploySession session = database.openForDeploy(request.run().id())) {
                DeploySession.Attempt attempt = session.tryLock();
                if (attempt.taken()) {
                    session.clearAbandonedLock(Duration.ZERO);
                    Inspection now = Inspection.of(changelog, session);
                    session.finishRun(request.run().id(), applied, lost.describe(), session.catalogue());
                    return Optional.of(now);
                }
                obstacle = attempt.holder().map(LockHolder::who).orElse("another run") + " has the run lock";
            } catch (MigrateException e) {
                obstacle = e.failure().message();
            }
            RunLockWait.sleep(PAUSE_MILLIS);
        } while (System.nanoTime() < deadline);
        return Optional.empty();
    }
}
