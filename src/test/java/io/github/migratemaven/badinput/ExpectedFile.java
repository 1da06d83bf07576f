package io.github.migratemaven.badinput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case's {@code expected.txt}: lines {@code key: value}, {@code #} for remarks. Its keys are told in
 * {@code src/test/resources/badinput/README.md}.
 */
record ExpectedFile(Map<String, String> values) {
    private static final List<String> KEYS = List.of(
            "changelog",
            "named",
            "before",
            "contexts",
            "labels",
            "parameters",
            "code",
            "at",
            "message",
            "hint",
            "sqlstate",
            "applied",
            "tables");

    static ExpectedFile read(Path file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(':');
                String key = line.substring(0, colon);
                if (!KEYS.contains(key)) {
                    throw new IllegalArgumentException(file + " has an unknown key: " + key);
                }
                values.put(key, line.substring(colon + 1).strip());
            }
        }
        return new ExpectedFile(values);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    String get(String key) {
        return find(key).orElse("");
    }
}
