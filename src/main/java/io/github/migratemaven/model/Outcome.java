package io.github.migratemaven.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a goal found or did: the source of every report.
 *
 * @param goal for example {@code deploy}
 * @param states every state that holds, worst first; empty when nothing could be found out (see {@code error})
 * @param target empty when not even the address could be made out
 * @param applied status, verify: all of the history; deploy: what this run applied
 * @param script the plan's statements; empty unless the goal is {@code plan}
 * @param error why the goal did not end well; empty when it did
 */
public record Outcome(
        String goal,
        List<State> states,
        Optional<TargetSummary> target,
        List<AppliedChangeset> applied,
        List<Changeset> pending,
        List<StepResult> steps,
        List<PlannedChangeset.Script> script,
        List<Finding> findings,
        Optional<RunRecord> lastRun,
        Optional<Failure> error,
        Instant startedAt,
        Duration took) {

    public Outcome {
        states = List.copyOf(states);
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
        steps = List.copyOf(steps);
        script = List.copyOf(script);
        findings = List.copyOf(findings);
    }

    /** Of a goal that failed before it could look at anything. */
    public static Outcome failed(String goal, Failure failure, Instant startedAt, Duration took) {
        return new Outcome(
                goal,
                failure instanceof Failure.Unreachable ? List.of(State.UNREACHABLE) : List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(failure),
                startedAt,
                took);
    }

    /** Of a goal that looks at files and not at a database. */
    public static Outcome ofFindings(
            String goal, List<Finding> findings, Optional<Failure> error, Instant startedAt, Duration took) {
        return new Outcome(
                goal,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                findings,
                Optional.empty(),
                error,
                startedAt,
                took);
    }

    /** The same of a goal that did this as a part of its work. */
    public Outcome as(String other, Optional<Failure> end) {
        return new Outcome(
                other, states, target, applied, pending, steps, script, findings, lastRun, end, startedAt, took);
    }

    /** The worst state; empty when nothing could be found out. */
    public Optional<State> state() {
        return states.stream().findFirst();
    }

    /**
     * The target as reports show it: nothing secret.
     *
     * @param server the server's version; empty string when it was not reached
     * @param origin where the address came from, for example {@code DIRECT_URL}
     */
    public record TargetSummary(
            String host,
            String database,
            String schema,
            String user,
            String server,
            String environment,
            String origin) {}
}
