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
 * Applies pending migrations, each as one transaction together with its history row. A failure fails the build, and so blocks
 * all that is bound after it; the changesets before it stay applied, the failing one leaves no trace.
 *
 * <p>The target is found in this order: {@code migrate.url} (with {@code migrate.user}, {@code migrate.password} or
 * {@code migrate.serverId}), {@code DIRECT_URL}, {@code DATABASE_URL}, libpq's variables; see {@code migrate:target}.
 *
 * @since 0.1.0
 */
@Mojo(name = "deploy", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class DeployMojo extends WritingMojo {
    /**
     * States that stop it before anything is written, separated by commas; {@code none} = none does.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.failOn", defaultValue = "edited")
    private String failOn;

    @Inject
    DeployMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "deploy";
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        return composition
                .deploy(target, request(composition, target, Text.states("migrate.failOn", failOn)))
                .run();
    }
}
