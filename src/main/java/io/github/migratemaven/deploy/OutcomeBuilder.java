package io.github.migratemaven.deploy;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Outcome.TargetSummary;
import io.github.migratemaven.model.PlannedChangeset;
import io.github.migratemaven.model.RunRecord;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers an outcome while a use case runs, so that a failure half-way still reports what was known. */
final class OutcomeBuilder {
    private final String goal;
    private final Instant startedAt = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final List<AppliedChangeset> applied = new ArrayList<>();
    private final List<StepResult> steps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private TargetSummary target;
    private List<State> states = List.of();
    private List<Changeset> pending = List.of();
    private List<PlannedChangeset.Script> script = List.of();
    private Optional<RunRecord> lastRun = Optional.empty();
    private Failure error;
    private int undone;

    OutcomeBuilder(String goal, TargetSummary target) {
        this.goal = goal;
        this.target = target;
    }

    void target(TargetSummary summary) {
        target = summary;
    }

    /** States, pending and findings as seen now; replaces what was seen before. */
    void inspected(Inspection inspection) {
        stamped(inspection.seen().history().stamp());
        states = inspection.states();
        pending = inspection.comparison().pending();
        lastRun = inspection.seen().history().lastRun();
        findings.removeIf(f -> State.ofWord(f.id()).isPresent()
                || f.id().equals(Inspection.UNSUPPORTED)
                || f.id().startsWith("invalid-")
                || f.id().startsWith("not-valid-"));
        findings.addAll(inspection.verdict().findings());
    }

    /** Up to date, nothing to report. */
    void inspected(FastPath.UpToDate found) {
        stamped(found.stamp());
        states = List.of(State.UP_TO_DATE);
        lastRun = Optional.of(found.lastRun());
        applied.addAll(found.applied());
    }

    /** What the target says it is counts more than what the build takes it for. */
    private void stamped(Optional<Environment> stamp) {
        if (stamp.isPresent() && target != null) {
            target = new TargetSummary(
                    target.host(),
                    target.database(),
                    target.schema(),
                    target.user(),
                    target.server(),
                    stamp.get().word(),
                    target.origin());
        }
    }

    void applied(List<AppliedChangeset> changesets) {
        applied.addAll(changesets);
    }

    void applied(AppliedChangeset changeset, List<StepResult> results) {
        applied.add(changeset);
        steps.addAll(results);
    }

    void undone(List<StepResult> results, Finding finding) {
        steps.addAll(results);
        findings.add(finding);
        undone++;
    }

    int undoneCount() {
        return undone;
    }

    void finding(Finding finding) {
        findings.add(finding);
    }

    void script(List<PlannedChangeset.Script> scripts) {
        script = scripts;
    }

    void error(Failure failure) {
        error = failure;
    }

    boolean hasApplied(ChangesetId identity) {
        return applied.stream().anyMatch(a -> a.identity().equals(identity));
    }

    boolean hasError() {
        return error != null;
    }

    int appliedCount() {
        return applied.size();
    }

    /** @param fatal false reports an unreachable target as a state only */
    void failed(MigrateException e, boolean fatal) {
        if (e.failure() instanceof Failure.Unreachable unreachable) {
            states = List.of(State.UNREACHABLE);
            if (!fatal) {
                findings.add(Finding.of("unreachable", Severity.ERROR, unreachable.message(), unreachable.hint()));
                return;
            }
        }
        error = e.failure();
    }

    Outcome build() {
        return new Outcome(
                goal,
                states,
                Optional.ofNullable(target),
                applied,
                pending,
                steps,
                script,
                findings,
                lastRun,
                Optional.ofNullable(error),
                startedAt,
                Duration.ofNanos(System.nanoTime() - startedNanos));
    }
}
