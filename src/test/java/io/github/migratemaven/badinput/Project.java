package io.github.migratemaven.badinput;

import io.github.migratemaven.deploy.Deploy;
import io.github.migratemaven.deploy.DeployRequest;
import io.github.migratemaven.deploy.Status;
import io.github.migratemaven.liquibase.ChangelogRequest;
import io.github.migratemaven.liquibase.LiquibaseChangelogReader;
import io.github.migratemaven.maven.ChangelogLocation;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.port.DeploySession.StepLimits;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.TargetDatabase;
import io.github.migratemaven.postgres.PostgresTarget;
import io.github.migratemaven.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A project's folder with a changelog in it, put together as a goal does. */
record Project(Path base, String changelog, String contexts, String labels, Map<String, String> parameters) {
    private static final ProgressListener SILENT = new ProgressListener() {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public void debug(String line) {}
    };

    static Project of(Path base, String changelog) {
        return new Project(base, changelog, "", "", Map.of());
    }

    Outcome deployTo(TestDatabase database) {
        Instant start = Instant.now();
        try {
            DeployRequest request = new DeployRequest(
                    database.target(),
                    Environment.PRODUCTION,
                    new StepLimits(Duration.ofSeconds(5), Duration.ZERO),
                    0,
                    Duration.ZERO,
                    Optional.empty(),
                    Duration.ofSeconds(5),
                    Set.of(State.EDITED),
                    new RunStart("00000000", "deploy", "test", "a test", null, "production"));
            return new Deploy(reader(), target(database), request, SILENT).run();
        } catch (MigrateException e) {
            return Outcome.failed("deploy", e.failure(), start, Duration.between(start, Instant.now()));
        }
    }

    Outcome statusOf(TestDatabase database) {
        return new Status(
                        "status",
                        reader(),
                        target(database),
                        database.target(),
                        Environment.PRODUCTION,
                        Set.of(State.UNREACHABLE, State.FAILED, State.EDITED, State.MISSING))
                .run();
    }

    private static TargetDatabase target(TestDatabase database) {
        return new PostgresTarget(database.target(), "test", false);
    }

    private ChangelogReader reader() {
        ChangelogLocation location =
                ChangelogLocation.find(Optional.of(changelog), base, List.of()).orElseThrow();
        return new LiquibaseChangelogReader(
                new ChangelogRequest(
                        location.path(),
                        location.roots(),
                        base,
                        Project.class.getClassLoader(),
                        contexts,
                        labels,
                        parameters,
                        Optional.empty()),
                SILENT);
    }
}
