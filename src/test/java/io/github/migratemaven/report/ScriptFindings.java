package io.github.migratemaven.report;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What check-scripts finds, for the reports to show. */
final class ScriptFindings {
    private ScriptFindings() {}

    static Outcome outcome() {
        Position step = new Position(".github/workflows/de ploy.yml", 31, 9);
        Position push = new Position("package.json", 7, 33);
        Finding error = new Finding(
                        "prisma-db-push",
                        Severity.ERROR,
                        "prisma db push --accept-data-loss: It drops columns and tables with their data.",
                        Optional.of(push),
                        List.of(
                                ".github/workflows/de ploy.yml:31",
                                "package.json:7 \"build\"",
                                "prisma db push --accept-data-loss"),
                        "Run `prisma migrate deploy`.")
                .with(
                        new Finding.Rule("Prisma", "It drops columns.", "https://www.prisma.io/docs/cli/db/push"),
                        List.of(new Finding.Stop(step, ""), new Finding.Stop(push, "\"build\"")))
                .with(new Finding.Fix(
                        "\"build\": \"prisma db push && next build\"",
                        "\"build\": \"next build\"",
                        List.of(new Finding.Edit(1, 2, "")),
                        ""));
        Finding warning = Finding.at(
                new Position("a,b:c.sh", 2, 1),
                "flyway-clean-enabled",
                Severity.WARNING,
                "100 % unlocked",
                "Lock\nit.");
        Finding note = Finding.of("note", Severity.INFO, "Only so you know.", "");
        Failure failure = new Failure.Rejected("prisma-db-push", "a push can run", "Take it out.", Optional.of(push));
        return Outcome.ofFindings(
                "check-scripts",
                List.of(note, warning, error),
                Optional.of(failure),
                Instant.parse("2026-11-23T01:00:00Z"),
                Duration.ofMillis(5));
    }
}
