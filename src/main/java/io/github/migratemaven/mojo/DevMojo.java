package io.github.migratemaven.mojo;

import io.github.migratemaven.deploy.DeployRequest;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import java.util.Map;
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
     * Whether the desired schema is that of the project's JPA entities, as its own Hibernate (5.6 or newer) exports it, instead of a
     * file. They must be compiled: {@code mvn process-classes migrate:dev -Dmigrate.desiredJpa}. Functions, views, policies and whatever
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
        JpaOptions jpa = JpaOptions.of(desiredJpa, persistenceUnit, jpaPackages, jpaProperties, jpaKeep);
        DeployRequest deploy = request(composition, target, Set.of(State.EDITED));
        try (DevComposition dev = new DevComposition(composition, authors(composition), target, deploy.waitForRun())) {
            return dev.dev(
                            jpa.wanted()
                                    ? new JpaComposition(composition, jpa).desired(outputDirectory())
                                    : DesiredFile.read(base(), desired),
                            allowDestructive,
                            Text.given(name),
                            Text.given(author),
                            deploy)
                    .run();
        }
    }
}
