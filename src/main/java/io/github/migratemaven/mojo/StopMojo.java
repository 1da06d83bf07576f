package io.github.migratemaven.mojo;

import io.github.migratemaven.maven.StartedServer;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.port.DevServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Gives back what {@code migrate:start} started; its data stays. Bound to a phase, it ends this build's use: a server that was
 * kept from the command line stays. Called from the command line, it stops that one, too. The project's properties are as they
 * were before the start.
 *
 * @since 0.1.0
 */
@Mojo(name = "stop", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class StopMojo extends TargetlessMojo {
    @Inject
    StopMojo(RepositorySystem repositories, SettingsDecrypter decrypter, ProjectDependenciesResolver dependencies) {
        super(new Components(repositories, decrypter, dependencies));
    }

    @Override
    String goal() {
        return "stop";
    }

    @Override
    boolean onDevServer() {
        return true;
    }

    @Override
    Optional<String> reasonToDoNothing(Composition composition) {
        return composition.owner().isPresent()
                ? Optional.empty()
                : Optional.of("migrate:stop: this module has no dev server, nothing to do.");
    }

    @Override
    Outcome work(Composition composition) {
        Instant start = Instant.now();
        StartedServer.withdraw(project());
        boolean held = HeldServers.of(session()).release(base().toString());
        if (typed()) {
            DevServer.Stopped stopped = composition.devServer().stop();
            getLog().info(
                            switch (stopped) {
                                case STOPPED -> "The dev server is stopped; its data stays in .migrate.";
                                case HAD_CRASHED ->
                                    "The dev server does not run: it had ended without being stopped. Its next start"
                                            + " recovers the data.";
                                case DID_NOT_RUN -> "The dev server does not run" + (held ? " any more." : ".");
                                case IN_USE -> "A build still uses the dev server, and stops it at its end.";
                            });
        }
        return Outcome.ofFindings(goal(), List.of(), Optional.empty(), start, Duration.between(start, Instant.now()));
    }
}
