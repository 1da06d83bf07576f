package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * The developer's loop in one go, on the project's dev server: applies what is pending, compares what the changelog produces with
 * {@code schema.sql}, writes the difference as a new, proved changeset with its rollback, and applies that.
 *
 * <p>The dev server stays afterwards, until {@code mvn migrate:stop}.
 *
 * @since 0.1.0
 */
@Mojo(name = "dev", threadSafe = true)
public final class DevMojo extends WritingMojo {
    /**
     * What the new changeset does to what, for example {@code add_idempotency_key_to_orders}. Needed only where there is a
     * difference.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.name")
    private String name;

    /**
     * The new changeset's author. Default: git's {@code user.name}, else the operating system's user.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.author")
    private String author;

    /**
     * The file that declares the desired schema: plain PostgreSQL DDL that creates all of it on an empty database.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.desired", defaultValue = "src/main/database/schema.sql")
    private String desired;

    /**
     * Whether the difference may lose data: drop a column or a table.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.allowDestructive", defaultValue = "false")
    private boolean allowDestructive;

    /**
     * Whether the dev server stays after the build, until {@code mvn migrate:stop}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.keepServer", defaultValue = "true")
    private boolean keepServer;

    @Inject
    DevMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "dev";
    }

    @Override
    boolean onDevServer() {
        return true;
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        if (keepServer) {
            target.server().keep();
        }
        try (DevComposition dev = new DevComposition(composition, authors(composition), target)) {
            return dev.dev(
                            base().resolve(desired),
                            allowDestructive,
                            Text.given(name),
                            Text.given(author),
                            request(composition, target, Set.of(State.EDITED)))
                    .run();
        }
    }
}
