package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Outcome;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Prints the changesets that take the changelog's schema to the desired one, with their rollback blocks, and writes them to
 * {@code diff.sql}. Both schemas are built on a scratch server; every changeset ran there, was undone and ran again. Touches no
 * target and no file of the changelog ({@code migrate:dev} adds them).
 *
 * <p>A database can have the desired schema instead of a file: {@code migrate.desiredUrl}, see {@code migrate:target}.
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", threadSafe = true)
public final class DiffMojo extends TargetlessMojo {
    /**
     * The file that declares the desired schema: plain PostgreSQL DDL, relative to the project. A comment
     * {@code -- migrate:renamed-from old_name} above a column or a {@code CREATE} says what had another name; with the word
     * {@code expand} behind it, both names work until it is {@code contract}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.desired", defaultValue = "src/main/database/schema.sql")
    private String desired;

    /**
     * Whether the desired schema is that of the project's JPA entities, as its own Hibernate (5.6 or newer) exports it, instead of a
     * file. They must be compiled: {@code mvn process-classes migrate:diff -Dmigrate.desiredJpa}. Functions, views, policies and whatever
     * else entities cannot say stay as the changelog makes them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.desiredJpa", defaultValue = "false")
    private boolean desiredJpa;

    /**
     * The unit of {@code META-INF/persistence.xml}. Default: the only one; without such a file, the entities of the output folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.persistenceUnit")
    private String persistenceUnit;

    /**
     * Packages with entities, those below them included, separated by commas: looked for in the project's dependencies, too.
     * Default: all of the project's own output folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.jpaPackages")
    private String jpaPackages;

    /**
     * Hibernate's settings, over those of {@code persistence.xml}; on the command line
     * {@code -Dmigrate.jpaProperties=name=value,other=value}, which wins. No address and no secret: nothing is connected to. Where
     * Spring Boot is on the class path, its naming strategies are the default.
     *
     * <pre>{@code
     * <jpaProperties>
     *   <hibernate.physical_naming_strategy>com.acme.Names</hibernate.physical_naming_strategy>
     * </jpaProperties>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> jpaProperties;

    /**
     * Tables and columns that no entity has and that stay nevertheless: {@code shedlock, batch_*, orders.search}. Without it they are
     * dropped, which takes {@code migrate.allowDestructive}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.jpaKeep")
    private String jpaKeep;

    /**
     * Fails when the changelog does not produce the desired schema: for CI.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.check", defaultValue = "false")
    private boolean check;

    /**
     * Whether statements that lose data may be part of the result. Without it they are refused, and what would be lost is said.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.allowDestructive", defaultValue = "false")
    private boolean allowDestructive;

    /**
     * What the change is about, for the changesets' ids. Default: made from the statements.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.name")
    private String name;

    /**
     * The changesets' author. Default: git's {@code user.name}, else the operating system's user.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.author")
    private String author;

    @Inject
    DiffMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "diff";
    }

    @Override
    Optional<String> reasonToDoNothing(Composition composition) {
        return composition.owner().filter(base()::equals).isPresent()
                ? Optional.empty()
                : Optional.of("migrate:diff: this module has no changelog, nothing to do.");
    }

    @Override
    Outcome work(Composition composition) {
        AuthorComposition authors = authors(composition);
        return new DiffComposition(composition, authors)
                .diff(
                        desired,
                        JpaOptions.of(desiredJpa, persistenceUnit, jpaPackages, jpaProperties, jpaKeep),
                        Optional.ofNullable(name).filter(n -> !n.isBlank()),
                        authors.author(Optional.ofNullable(author).filter(a -> !a.isBlank())),
                        allowDestructive,
                        check,
                        outputDirectory())
                .run();
    }
}
