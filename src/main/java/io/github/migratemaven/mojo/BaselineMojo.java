package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Takes a database over that another tool has migrated so far: {@code -Dmigrate.from=flyway} or {@code -Dmigrate.from=prisma}
 * records here what that tool's own history says has run, after comparing its checksums with the project's files. Its table is
 * only read, so that a team can go back.
 *
 * @since 0.1.0
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends WritingMojo {
    private static final List<String> TOOLS = List.of("flyway", "prisma");

    /**
     * Whose history is taken over: {@code flyway} or {@code prisma}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.from")
    private String from;

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
        if (from == null || !TOOLS.contains(from)) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "bad-parameter",
                    from == null
                            ? "nothing says whose history to take over"
                            : "migrate.from is \"" + from + "\", and no such history can be taken over",
                    "Give -Dmigrate.from=flyway or -Dmigrate.from=prisma."));
        }
        return composition
                .takeOver(target, request(composition, target, Set.of()), from)
                .run();
    }
}
