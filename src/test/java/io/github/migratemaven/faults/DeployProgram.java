package io.github.migratemaven.faults;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Secret;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A deploy as a process. Arguments: folder, host:port, database, user, password. Exit code 0 = it ended well. */
public final class DeployProgram {
    private DeployProgram() {}

    public static void main(String[] args) {
        TestProject project = new TestProject(Path.of(args[0]), target(args)).failOn();
        Outcome outcome = project.deploy();
        project.said().forEach(System.out::println);
        outcome.error().ifPresent(error -> System.out.println("error: " + error.describe()));
        System.out.println("applied: " + outcome.applied().size());
        System.exit(outcome.error().isPresent() ? 1 : 0);
    }

    static Target target(String[] args) {
        int colon = args[1].lastIndexOf(':');
        return new Target(
                List.of(new Target.HostPort(
                        args[1].substring(0, colon), Integer.parseInt(args[1].substring(colon + 1)))),
                args[2],
                Optional.of(args[3]),
                Optional.of(new Secret(args[4])),
                Optional.empty(),
                Map.of(),
                Duration.ofSeconds(10),
                "test",
                Optional.empty());
    }
}
