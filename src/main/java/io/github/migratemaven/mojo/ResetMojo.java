package io.github.migratemaven.mojo;

import io.github.migratemaven.deploy.DeployRequest;
import io.github.migratemaven.maven.SeedFiles;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.SeedFile;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Drops everything in the target, deploys and seeds anew. Refuses a target that is not stamped {@code development} or
 * {@code preview}, and in a pipeline one that {@code migrate.confirm} does not name. Extensions stay; needs no superuser.
 *
 * @since 0.1.0
 */
@Mojo(name = "reset", threadSafe = true)
public final class ResetMojo extends WritingMojo {
    /**
     * The folder of the seed files, which run after the deploy.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.seedDirectory", defaultValue = "src/main/database/seed")
    private String seedDirectory;

    @Inject
    ResetMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "reset";
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        List<SeedFile> seeds = SeedFiles.in(base().resolve(seedDirectory), base());
        DeployRequest request = request(composition, target, Set.of());
        return composition.reset(target, seeds, request).run();
    }
}
