package io.github.migratemaven.mojo;

import io.github.migratemaven.deploy.DeployRequest;
import io.github.migratemaven.model.State;
import io.github.migratemaven.port.DeploySession.StepLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that write share: how they wait. */
abstract class WritingMojo extends MigrateMojo {
    /**
     * How long one DDL step waits for its lock before it lets the application through and tries again; {@code 0} = for ever.
     * Lifted for CONCURRENTLY. A number with {@code ms}, {@code s}, {@code m} or {@code h}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.lockTimeout", defaultValue = "5s")
    private String lockTimeout;

    /**
     * How often a changeset is tried again after a lock timeout or a deadlock.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.lockRetries", defaultValue = "10")
    private String lockRetries;

    /**
     * How long a changeset is tried again at most, all attempts together; {@code none} = without limit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.lockRetryFor", defaultValue = "5m")
    private String lockRetryFor;

    /**
     * Ends a session of an application that blocks a step and has been idle in its transaction for at least that long, for example
     * {@code 5m}; {@code none} = nobody is ended. Needs a superuser, membership in the blocker's role or in
     * {@code pg_signal_backend}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.cancelBlockers", defaultValue = "none")
    private String cancelBlockers;

    /**
     * How long one step may run; {@code none} = as long as it takes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.statementTimeout", defaultValue = "none")
    private String statementTimeout;

    /**
     * How long to wait for another deployer of the same target; says who it waits for. {@code 0} = not at all, {@code none} =
     * as long as it takes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.waitForRun", defaultValue = "10m")
    private String waitForRun;

    /**
     * The name of the target's database, typed by somebody who means it. Needed for {@code rollback}, {@code reset} and their
     * like in a pipeline and on a target without a stamp, and to give a target another {@code migrate.environment} than the one
     * that it is stamped with. A name that is not the target's is refused.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.confirm")
    private String confirm;

    WritingMojo(Components components) {
        super(components);
    }

    final DeployRequest request(Composition composition, Composition.OpenTarget target, Set<State> failOn) {
        Duration patience = Text.duration("migrate.cancelBlockers", cancelBlockers);
        boolean named = confirm != null && !confirm.isBlank();
        return new DeployRequest(
                target.target(),
                composition.environment(),
                new StepLimits(
                        Text.duration("migrate.lockTimeout", lockTimeout),
                        Text.duration("migrate.statementTimeout", statementTimeout)),
                Text.retries("migrate.lockRetries", lockRetries),
                Text.wait("migrate.lockRetryFor", lockRetryFor),
                patience.isZero() ? Optional.empty() : Optional.of(patience),
                Text.wait("migrate.waitForRun", waitForRun),
                failOn,
                composition.runStart(goal()),
                composition.claim(named ? Optional.of(confirm) : Optional.empty()));
    }
}
