package io.github.migratemaven.roundtrip;

import io.github.migratemaven.deploy.Deploy;
import io.github.migratemaven.deploy.DeployRequest;
import io.github.migratemaven.deploy.Status;
import io.github.migratemaven.liquibase.ChangelogRequest;
import io.github.migratemaven.liquibase.LiquibaseChangelogReader;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.port.DeploySession.StepLimits;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.postgres.PostgresTarget;
import io.github.migratemaven.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Our use cases with their real adapters, put together as the goals do it. */
final class Ours {
    private final Example.Source source;

    Ours(Example.Source source) {
        this.source = source;
    }

    Outcome deploy(TestDatabase database) {
        DeployRequest request = new DeployRequest(
                database.target(),
                Environment.PRODUCTION,
                new StepLimits(Duration.ofSeconds(10), Duration.ZERO),
                0,
                Duration.ofSeconds(1),
                Optional.empty(),
                Duration.ofSeconds(1),
                Set.of(State.EDITED, State.MISSING, State.OUT_OF_ORDER),
                new RunStart(UUID.randomUUID().toString().substring(0, 8), "deploy", "test", "here", null, "test"));
        return new Deploy(reader(), target(database), request, new Silent()).run();
    }

    Outcome status(TestDatabase database) {
        return new Status("status", reader(), target(database), database.target(), Environment.PRODUCTION, Set.of())
                .run();
    }

    PostgresTarget target(TestDatabase database) {
        return new PostgresTarget(database.target(), "test", false);
    }

    LiquibaseChangelogReader reader() {
        return new LiquibaseChangelogReader(
                new ChangelogRequest(
                        source.path(),
                        List.of(source.folder()),
                        source.folder(),
                        Ours.class.getClassLoader(),
                        source.contexts(),
                        source.labels(),
                        source.parameters(),
                        Optional.empty()),
                new Silent());
    }

    private static final class Silent implements ProgressListener {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public void debug(String line) {}
    }
}
