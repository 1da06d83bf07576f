package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.EnvironmentClaim;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.port.DeploySession.StepLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a deploy is told, checked.
 *
 * @param cancelBlockers ends sessions that block a step and have been idle in their transaction for that long; empty = none
 * @param waitForRun how long to wait for another deployer
 * @param failOn states that stop it before anything is written
 * @param claim what the build says of the target's environment
 */
public record DeployRequest(
        Target target,
        Environment environment,
        StepLimits limits,
        int lockRetries,
        Duration lockRetryFor,
        Optional<Duration> cancelBlockers,
        Duration waitForRun,
        Set<State> failOn,
        RunStart run,
        EnvironmentClaim claim) {
    public DeployRequest {
        failOn = Set.copyOf(failOn);
    }

    /** Of a build that says nothing of its environment. */
    public DeployRequest(
            Target target,
            Environment environment,
            StepLimits limits,
            int lockRetries,
            Duration lockRetryFor,
            Optional<Duration> cancelBlockers,
            Duration waitForRun,
            Set<State> failOn,
            RunStart run) {
        this(
                target,
                environment,
                limits,
                lockRetries,
                lockRetryFor,
                cancelBlockers,
                waitForRun,
                failOn,
                run,
                EnvironmentClaim.NONE);
    }

    /** The same by another run: each has an entry of its own in the journal. */
    public DeployRequest with(RunStart other) {
        return new DeployRequest(
                target,
                environment,
                limits,
                lockRetries,
                lockRetryFor,
                cancelBlockers,
                waitForRun,
                failOn,
                other,
                claim);
    }

    /** The same on another database. */
    public DeployRequest on(Target other) {
        return new DeployRequest(
                other, environment, limits, lockRetries, lockRetryFor, cancelBlockers, waitForRun, failOn, run, claim);
    }
}
