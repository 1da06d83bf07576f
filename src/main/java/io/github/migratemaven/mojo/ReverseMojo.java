package io.github.migratemaven.mojo;

import io.github.migratemaven.author.ReverseRange;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes a new changeset that undoes the last ones of the changelog: from their rollback blocks where these do what they should,
 * from the difference between the catalogues elsewhere. It is proved on a scratch server before it is written; what cannot come
 * back is said. Needs no target: the new changeset is deployed as every other, on production too.
 *
 * @since 0.1.0
 */
@Mojo(name = "reverse", threadSafe = true)
public final class ReverseMojo extends TargetlessMojo {
    /**
     * How many changesets are undone, counted from the end of the changelog. Default: {@code 1}, unless one of the others is given.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.count")
    private String count;

    /**
     * The tag to go back to: everything behind the changeset that sets it is undone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.toTag")
    private String toTag;

    /**
     * Id of the changeset to go back to, which stays; {@code path::id::author} where the id alone is not unique.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.to")
    private String to;

    /**
     * The new changeset's name. Default: {@code revert_} and the id of the last changeset that it undoes.
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
    ReverseMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "reverse";
    }

    @Override
    Optional<String> reasonToDoNothing(Composition composition) {
        return new UndoComposition(composition).reasonToDoNothing(goal());
    }

    @Override
    Outcome work(Composition composition) {
        return authors(composition)
                .reverse(
                        range(),
                        Text.given(name),
                        Text.given(author),
                        composition.addresses().embeddedMajor())
                .run();
    }

    private ReverseRange range() {
        List<ReverseRange> given = new ArrayList<>();
        Text.given(count).ifPresent(n -> given.add(new ReverseRange.Count(Text.positive("migrate.count", n))));
        Text.given(toTag).ifPresent(tag -> given.add(new ReverseRange.ToTag(tag)));
        Text.given(to).ifPresent(id -> given.add(new ReverseRange.To(id)));
        if (given.size() > 1) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "bad-parameter",
                    "more than one of migrate.count, migrate.toTag and migrate.to is given",
                    "Give one of -Dmigrate.count=N, -Dmigrate.toTag=TAG and -Dmigrate.to=ID."));
        }
        return given.isEmpty() ? new ReverseRange.Count(1) : given.get(0);
    }
}
