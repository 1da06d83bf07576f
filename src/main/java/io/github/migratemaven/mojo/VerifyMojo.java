package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Outcome;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Proves that a deploy worked: the same look as {@code migrate:status}, failing on everything but {@code up-to-date}.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", threadSafe = true)
public final class VerifyMojo extends MigrateMojo {
    /**
     * States that fail the goal, separated by commas.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "migrate.failOn",
            defaultValue =
                    "unreachable,locked,failed,edited,missing,out-of-order,drifted,invalid-objects,unmanaged,pending")
    private String failOn;

    @Inject
    VerifyMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "verify";
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        return composition
                .status(goal(), target, Text.states("migrate.failOn", failOn))
                .run();
    }
}
