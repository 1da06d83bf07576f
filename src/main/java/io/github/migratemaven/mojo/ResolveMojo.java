package io.github.migratemaven.mojo;

import io.github.migratemaven.deploy.Resolve;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Settles a changeset that broke off outside a transaction, by your word: {@code -Dmigrate.applied=ID} records it as applied,
 * {@code -Dmigrate.rolledBack=ID} makes it pending again from its first step.
 *
 * @since 0.1.0
 */
@Mojo(name = "resolve", threadSafe = true)
public final class ResolveMojo extends WritingMojo {
    /**
     * Id of the changeset all of whose steps are in place; {@code path::id::author} where the id alone is not unique.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.applied")
    private String applied;

    /**
     * Id of the changeset all of whose steps you have undone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.rolledBack")
    private String rolledBack;

    @Inject
    ResolveMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "resolve";
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        if ((applied == null) == (rolledBack == null)) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "bad-parameter",
                    applied == null
                            ? "nothing says what to resolve"
                            : "migrate.applied and migrate.rolledBack are both given",
                    "Give one of -Dmigrate.applied=ID and -Dmigrate.rolledBack=ID."));
        }
        Resolve.Verdict verdict = new Resolve.Verdict(applied == null ? rolledBack : applied, applied != null);
        return composition
                .resolve(target, request(composition, target, Set.of()), verdict)
                .run();
    }
}
