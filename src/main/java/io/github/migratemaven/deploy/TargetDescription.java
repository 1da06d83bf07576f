package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Outcome.TargetSummary;
import io.github.migratemaven.model.ServerFacts;
import io.github.migratemaven.model.Target;

/** A target as reports show it. */
final class TargetDescription {
    private TargetDescription() {}

    /** @param facts null when the server was not reached */
    static TargetSummary of(Target target, ServerFacts facts, Environment environment) {
        return new TargetSummary(
                String.join(
                        ",",
                        target.hosts().stream().map(Target.HostPort::toString).toList()),
                target.database(),
                facts == null ? target.schema().orElse("") : facts.schema(),
                facts == null ? target.user().orElse("") : facts.user(),
                facts == null ? "" : facts.version(),
                environment.word(),
                target.origin());
    }
}
