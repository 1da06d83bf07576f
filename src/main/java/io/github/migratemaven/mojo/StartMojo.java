package io.github.migratemaven.mojo;

import io.github.migratemaven.maven.StartedServer;
import io.github.migratemaven.model.Outcome;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Starts the project's dev server, an embedded PostgreSQL whose data stays between builds, and gives its address to what follows
 * in the same build as the project properties {@code migrate.url}, {@code migrate.user} and {@code migrate.password}: for code
 * generators and tests. Applies no migrations: {@code migrate:deploy} with {@code migrate.embedded} does.
 *
 * <p>Bound to a phase, the server runs until {@code migrate:stop} or the end of the build. Called from the command line, it stays
 * until {@code mvn migrate:stop}.
 *
 * <pre>{@code
 * <execution>
 *   <goals>
 *     <goal>start</goal>
 *   </goals>
 * </execution>
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "start", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class StartMojo extends MigrateMojo {
    /**
     * Whether the server stays after the build, until {@code mvn migrate:stop}. Default: {@code true} on the command line,
     * {@code false} where the goal is bound to a phase.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.keepServer")
    private Boolean keepServer;

    @Inject
    StartMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "start";
    }

    @Override
    boolean onDevServer() {
        return true;
    }

    @Override
    Optional<String> reasonToDoNothing(Composition composition) {
        return composition.owner().isPresent()
                ? Optional.empty()
                : Optional.of(
                        "migrate:start: this module has no changelog, and other modules have several: nothing to do.");
    }

    @Override
    Outcome work(Composition composition) {
        Composition.OpenTarget target = composition.open();
        HeldServers.of(session()).hold(base().toString(), target.server());
        return run(composition, target);
    }

    @Override
    Outcome run(Composition composition, Composition.OpenTarget target) {
        if (keepServer == null ? typed() : keepServer) {
            target.server().keep();
        }
        StartedServer.publish(project(), target.target());
        if (session().getUserProperties().containsKey("migrate.url")) {
            getLog().warn("-Dmigrate.url hides the dev server's address from the other plugins of this build.");
        }
        Outcome outcome = composition.look(goal(), target).run();
        if (target.server().kept()) {
            getLog().info("The dev server stays until mvn migrate:stop; its password is in "
                    + base().relativize(target.server().folder().resolve("password")));
        }
        return outcome;
    }
}
