package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Takes over a database that was not made by this plugin.
 *
 * <p>{@code -Dmigrate.from=flyway} or {@code -Dmigrate.from=prisma} records here what that tool's own history says has run, after
 * comparing its checksums with the project's files. Its table is only read, so that a team can go back.
 *
 * <p>Without {@code migrate.from} the database itself is what counts: where the changelog is empty, its first changesets are written,
 * and in any case a scratch server proves that the changelog produces the very same schema, before all of it is recorded as applied.
 *
 * @since 0.1.0
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends WritingMojo {
    private static final List<String> TOOLS = List.of("flyway", "prisma");

    /**
     * Whose history is taken over: {@code flyway} or {@code prisma}. Default: nobody's.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.from")
    private String from;

    /**
     * The author of changesets that are written. Default: git's {@code user.name}, else the operating system's user.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.author")
    private String author;

    @Inject
    BaselineMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "baseline";
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        if (from == null) {
            return authors(composition)
                    .baseline(
                            target,
                            request(composition, target, Set.of()),
                            Optional.ofNullable(author).filter(a -> !a.isBlank()));
        }
        if (!TOOLS.contains(from)) {
            throw new MigrateException(
                    Failure.InvalidInput.of(
                            "bad-parameter",
                            "migrate.from is \"" + from + "\", and no such history can be taken over",
                            "Give -Dmigrate.from=flyway or -Dmigrate.from=prisma, or leave it away for a database without either."));
        }
        return composition
                .takeOver(target, request(composition, target, Set.of()), from)
                .run();
    }
}
