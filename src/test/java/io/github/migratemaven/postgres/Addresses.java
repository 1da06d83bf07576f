package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Target;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** What the tests of addresses share. */
final class Addresses {
    static final String ORIGIN = "DATABASE_URL";
    static final Surroundings EMPTY = new Surroundings(Map.of(), Path.of("/nonexistent"), "osuser");

    private Addresses() {}

    static TargetResolution resolve(String url) {
        return TargetResolution.resolve(ConnectionUrl.parse(url, ORIGIN), TargetResolution.Overrides.NONE, EMPTY);
    }

    static Target target(String url) {
        return resolve(url).target();
    }

    /** Everything of a target in one line, absent parts left out. */
    static String describe(Target target) {
        String properties = target.properties().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining());
        return target.display()
                + target.user().map(user -> " user=" + user).orElse("")
                + target.password().map(secret -> " pw=" + secret.reveal()).orElse("")
                + target.schema().map(schema -> " schema=" + schema).orElse("")
                + (target.connectTimeout().toSeconds() == 10
                        ? ""
                        : " timeout=" + target.connectTimeout().toSeconds())
                + target.poolerSign().map(sign -> " pooler").orElse("")
                + properties;
    }
}
