package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Outcome;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Says which database the other goals would work on, where its address came from, and whether it lets us in.
 *
 * <p>The address is looked for in this order: {@code migrate.url} ({@code -D}, {@code <url>} in the POM, a project property),
 * {@code DIRECT_URL}, {@code DATABASE_URL}, libpq's variables ({@code PGHOST}, {@code PGSERVICE}, …).
 *
 * @since 0.1.0
 */
@Mojo(name = "target", requiresProject = false, threadSafe = true)
public final class TargetMojo extends MigrateMojo {
    /*
     * Declared for the documentation, and so that Maven knows their names in a <configuration> that all goals share. All goals
     * read the values in code instead: Maven's debug log shows each goal's own parameters (docs/decisions/004).
     */

    /**
     * Address of the database, for every goal: {@code jdbc:postgresql://host:5432/name} or
     * {@code postgresql://user:password@host:5432/name}. Property: {@code migrate.url}. Better kept in the environment
     * ({@code DIRECT_URL}, {@code DATABASE_URL}) than in a POM.
     *
     * @since 0.1.0
     */
    @Parameter
    private String url;

    /**
     * User name, instead of the address's own, for every goal. Property: {@code migrate.user}.
     *
     * @since 0.1.0
     */
    @Parameter
    private String user;

    /**
     * Password, instead of the address's own, for every goal. Property: {@code migrate.password}. Better kept in settings.xml
     * ({@code migrate.serverId}) or in the environment ({@code PGPASSWORD}) than in a POM.
     *
     * @since 0.1.0
     */
    @Parameter
    private String password;

    /**
     * A database that has the desired schema, for {@code migrate:diff}, instead of a file:
     * {@code postgresql://user:password@host:5432/name}. Property: {@code migrate.desiredUrl}.
     *
     * @since 0.1.0
     */
    @Parameter
    private String desiredUrl;

    @Inject
    TargetMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "target";
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        return composition.look(goal(), target).run();
    }
}
