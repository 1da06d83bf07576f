package io.github.migratemaven.mojo;

import io.github.migratemaven.deploy.RollbackRange;
import io.github.migratemaven.deploy.RollbackRequest;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import java.util.ArrayList;
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
 * Undoes the last changesets by their rollback blocks, the newest first, each in one transaction together with its history row.
 * Refuses before anything is run where a changeset has no rollback, was edited or is not in the changelog. Outside development it
 * only prints the SQL, and writes it to {@code rollback.sql}; on a target stamped {@code staging} or {@code production} it does no
 * more than that: let {@code migrate:reverse} write a new changeset instead.
 *
 * @since 0.1.0
 */
@Mojo(name = "rollback", threadSafe = true)
public final class RollbackMojo extends WritingMojo {
    /**
     * How many changesets are undone, counted from the end of the history.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.count")
    private String count;

    /**
     * The tag to go back to: everything is undone that was applied after the changeset that bears it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.toTag")
    private String toTag;

    /**
     * Id of the changeset to go back to, which stays applied; {@code path::id::author} where the id alone is not unique.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.to")
    private String to;

    /**
     * {@code true} = print the SQL only, {@code false} = run it. Default: {@code false} where the target is stamped
     * {@code development}, {@code true} elsewhere.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.dryRun")
    private Boolean dryRun;

    @Inject
    RollbackMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "rollback";
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        RollbackRange range = range(count, toTag, to);
        return composition
                .rollback(
                        target,
                        new RollbackRequest(request(composition, target, Set.of()), range, Optional.ofNullable(dryRun)))
                .run();
    }

    private static RollbackRange range(String count, String toTag, String to) {
        List<RollbackRange> given = new ArrayList<>();
        Text.given(count).ifPresent(n -> given.add(new RollbackRange.Count(Text.positive("migrate.count", n))));
        Text.given(toTag).ifPresent(tag -> given.add(new RollbackRange.ToTag(tag)));
        Text.given(to).ifPresent(id -> given.add(new RollbackRange.To(id)));
        if (given.size() != 1) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "bad-parameter",
                    given.isEmpty()
                            ? "nothing says how far to roll back"
                            : "more than one of migrate.count, migrate.toTag and migrate.to is given",
                    "Give one of -Dmigrate.count=N, -Dmigrate.toTag=TAG and -Dmigrate.to=ID."));
        }
        return given.get(0);
    }
}
