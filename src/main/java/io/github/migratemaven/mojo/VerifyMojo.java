package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Outcome;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Proves that a deploy worked: the same look as {@code migrate:status}, failing on everything but {@code up-to-date}.
 *
 * <p>With {@code migrate.base} or {@code migrate.rollbacks} it looks at the changelog instead, needs no target, and leaves a target
 * alone: for the pipeline of a branch.
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

    /**
     * A branch, tag or commit of git that this checkout goes into, such as {@code origin/main}. Fails when a changeset that it
     * already has was edited, removed or overtaken. Needs its history: no shallow clone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.base")
    private String base;

    /**
     * {@code true} = proves the rollback blocks of the changelog on a scratch server: up, down, up, the schema compared after
     * each. With {@code migrate.base} only those that have changed since.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.rollbacks", defaultValue = "false")
    private boolean rollbacks;

    @Inject
    VerifyMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "verify";
    }

    private boolean withoutTarget() {
        return rollbacks || Text.given(base).isPresent();
    }

    @Override
    Optional<String> reasonToDoNothing(Composition composition) {
        return withoutTarget()
                ? new UndoComposition(composition).reasonToDoNothing(goal())
                : super.reasonToDoNothing(composition);
    }

    @Override
    Outcome work(Composition composition) {
        return withoutTarget()
                ? new UndoComposition(composition).verify(Text.given(base), rollbacks)
                : super.work(composition);
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        return composition
                .status(goal(), target, Text.states("migrate.failOn", failOn))
                .run();
    }
}
