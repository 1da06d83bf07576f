package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Outcome.TargetSummary;
import io.github.migratemaven.model.ServerFacts;
import io.github.migratemaven.model.Target;
import java.util.StringJoiner;

/** A target as reports show it. */
final class TargetDescription {
    private TargetDescription() {}

    /** @param facts null when the server was not reached */
    static TargetSummary of(Target target, ServerFacts facts, Environment environment) {
        StringJoiner hosts = new StringJoiner(",");
        for (Target.HostPort host : target.hosts()) {
            hosts.add(host.toString());
        }
        return new TargetSummary(
                hosts.toString(),
                target.database(),
                facts == null ? target.schema().orElse("") : facts.schema(),
                facts == null ? target.user().orElse("") : facts.user(),
                facts == null ? "" : facts.version(),
                environment.word(),
                target.origin());
    }
}
