package io.github.migratemaven.deploy;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.PlannedChangeset;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.port.ChangesetBatch;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.SqlFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Applies a plan in its order. Quick changesets of plain SQL go to the server several at a time, each still a transaction of
 * its own (docs/decisions/022): the server never waits for the wire.
 */
final class PlanRun {
    private static final int MOST = 32;

    /** Characters in a batch. */
    private static final int LONGEST = 100_000;

    /** A batch that takes longer is followed by single changesets: what they call now() is when their message came. */
    private static final long QUICK_MILLIS = 250;

    private final MigrationEngine engine;
    private final DeploySession session;
    private final DeployRequest request;
    private final Comparison comparison;
    private final ChangesetRunner runner;
    private final OutcomeBuilder outcome;
    /** Of the next batch, at most. */
    private int size = 1;

    PlanRun(
            MigrationEngine engine,
            DeploySession session,
            DeployRequest request,
            Comparison comparison,
            ChangesetRunner runner,
            OutcomeBuilder outcome) {
        this.engine = engine;
        this.session = session;
        this.request = request;
        this.comparison = comparison;
        this.runner = runner;
        this.outcome = outcome;
    }

    void run() {
        List<PlannedChangeset> left = comparison.planned();
        while (!left.isEmpty()) {
            ChangesetBatch batch = batch(left);
            long start = System.nanoTime();
            int done = batch.parts().size() < 2 ? alone(left.get(0)) : together(left, batch);
            boolean quick = done > 0 && millisSince(start) < QUICK_MILLIS;
            size = quick ? Math.min(2 * size, MOST) : 1;
            left = left.subList(done, left.size());
        }
    }

    /** Of the first changesets; fewer than two where the first is to run alone. */
    private ChangesetBatch batch(List<PlannedChangeset> left) {
        List<ChangesetBatch.Part> parts = new ArrayList<>();
        if (size > 1 && session.takesBatches()) {
            int length = 0;
            for (PlannedChangeset next : left.subList(0, Math.min(size, left.size()))) {
                Optional<List<Step.Sql>> steps = texts(next.changeset());
                length += steps.stream()
                        .flatMap(List::stream)
                        .mapToInt(step -> step.sql().length())
                        .sum();
                if (steps.isEmpty() || length > LONGEST) {
                    break;
                }
                parts.add(new ChangesetBatch.Part(steps.get(), runner.execution(next)));
            }
        }
        return new ChangesetBatch(parts);
    }

    /** Empty where the changeset has to run alone. */
    private Optional<List<Step.Sql>> texts(Changeset changeset) {
        return engine.writtenSteps(changeset)
                .filter(steps -> BatchRules.admit(changeset, steps) && !runner.isBegun(changeset))
                .map(steps -> steps.stream().map(Step.Sql.class::cast).toList());
    }

    /** How many changesets are dealt with. */
    private int alone(PlannedChangeset planned) {
        long start = System.nanoTime();
        ChangesetRunner.Ran ran = runner.run(planned);
        tell(planned.changeset(), ran, millisSince(start));
        return 1;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    /** How many changesets are dealt with; none where the server did not take the message: then they go one by one. */
    private int together(List<PlannedChangeset> left, ChangesetBatch batch) {
        long start = System.nanoTime();
        ChangesetBatch.Result result = session.run(batch, request.limits());
        // Whether its COMMITs have reached the disk is then looked up over a new connection.
        boolean lost = result.failure().filter(SqlFailure::connectionLost).isPresent();
        int done = 0;
        for (ChangesetBatch.Committed committed : result.committed()) {
            ChangesetBatch.Part part = batch.parts().get(done);
            if (!lost) {
                tell(left.get(done).changeset(), runner.applied(part.write(), committed.steps()), committed.millis());
            }
            done++;
        }
        if (result.failure().isPresent()) {
            SqlFailure failure = result.failure().get();
            PlannedChangeset failed = left.get(done);
            List<Step.Sql> steps = batch.parts().get(done).steps();
            ChangesetRunner.Ran ran = runner.run(failed, () -> {
                throw ChangesetRunner.failed(steps, failure);
            });
            tell(failed.changeset(), ran, millisSince(start));
            done++;
        }
        return done;
    }

    private void tell(Changeset changeset, ChangesetRunner.Ran ran, long millis) {
        ran.finding().ifPresent(outcome::finding);
        ran.execType()
                .ifPresent(type -> outcome.applied(
                        new AppliedChangeset(
                                changeset.identity(),
                                Optional.of(changeset.position()),
                                null,
                                type,
                                OptionalLong.of(millis)),
                        ran.steps()));
    }
}
