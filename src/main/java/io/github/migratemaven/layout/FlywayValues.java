package io.github.migratemaven.layout;

import io.github.migratemaven.model.ServerFacts;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The values of Flyway's placeholders: the project's, and the built-in ones. */
final class FlywayValues {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final LayoutRequest request;

    FlywayValues(LayoutRequest request) {
        this.request = request;
    }

    private Placeholders known(Migration migration) {
        Placeholders known = new Placeholders(request.parameters())
                .with("flyway:filename", Path.of(migration.file()).getFileName().toString())
                .with("flyway:workingDirectory", request.base().toString())
                .with("flyway:table", FlywayHistory.TABLE)
                .with("flyway:environment", "default");
        return request.schema()
                .map(schema -> known.with("flyway:defaultSchema", schema))
                .orElse(known);
    }

    /** What depends on the session stays as it is written. */
    Placeholders.Filled fillWhatIsKnown(Migration migration, Script script) {
        return known(migration).fill(script, false);
    }

    Placeholders.Filled fill(Migration migration, Script script, ServerFacts facts) {
        return migration.settings().placeholders()
                ? known(migration)
                        .with("flyway:defaultSchema", facts.schema())
                        .with("flyway:database", facts.database())
                        .with("flyway:user", facts.user())
                        .with("flyway:timestamp", LocalDateTime.now().format(CLOCK))
                        .fill(script, true)
                : Placeholders.Filled.asWritten(script);
    }
}
