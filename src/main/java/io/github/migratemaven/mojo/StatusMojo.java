package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Outcome;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Says what is applied, what is pending and what is broken. Reads only: the session cannot write, and nothing is created.
 *
 * <p>The target is found in this order: {@code migrate.url} (with {@code migrate.user}, {@code migrate.password} or
 * {@code migrate.serverId}), {@code DIRECT_URL}, {@code DATABASE_URL}, libpq's variables; see {@code migrate:target}.
 *
 * @since 0.1.0
 */
@Mojo(name = "status", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class StatusMojo extends MigrateMojo {
    /**
     * States that fail the goal, separated by commas; {@code none} = it never fails.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.failOn", defaultValue = "unreachable,failed,edited,missing")
    private String failOn;

    @Inject
    StatusMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "status";
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        return composition
                .status(goal(), target, Text.states("migrate.failOn", failOn))
                .run();
    }
}
