package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Outcome;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Prints the SQL that {@code migrate:deploy} would run, with its place, lock and risk, and writes it to {@code plan.sql}. Reads
 * only.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", threadSafe = true)
public final class PlanMojo extends MigrateMojo {
    @Inject
    PlanMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "plan";
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        return composition.plan(target).run();
    }
}
