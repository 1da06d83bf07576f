package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes an empty changeset with its rollback block, in the changelog's own format and place: a file named like those before it,
 * listed where the changelog lists its files by hand. Nothing else of the changelog changes, not a byte. Needs no database. In a
 * Prisma or Flyway project it is the next folder or {@code V} file.
 *
 * @since 0.1.0
 */
@Mojo(name = "new", threadSafe = true)
public final class NewMojo extends TargetlessMojo {
    /**
     * What the changeset does to what, for example {@code add_idempotency_key_to_orders}. It becomes the name of the file and the
     * id of the changeset. Names that fit any changeset ({@code update_schema}) are refused.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.name")
    private String name;

    /**
     * The changeset's author. Default: git's {@code user.name}, else the operating system's user.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.author")
    private String author;

    @Inject
    NewMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "new";
    }

    @Override
    Optional<String> reasonToDoNothing(Composition composition) {
        return composition.owner().filter(base()::equals).isPresent()
                ? Optional.empty()
                : Optional.of("migrate:new: this module has no changelog, nothing to do.");
    }

    @Override
    Outcome work(Composition composition) {
        if (name == null || name.isBlank()) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "no-name",
                    "the changeset has no name",
                    "Say what it does: -Dmigrate.name=add_idempotency_key_to_orders."));
        }
        return authors(composition)
                .create(name, Optional.ofNullable(author).filter(a -> !a.isBlank()))
                .run();
    }
}
