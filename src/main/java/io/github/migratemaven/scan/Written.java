package io.github.migratemaven.scan;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Severity;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One item of a user's configuration as it was written, in XML or YAML alike: an exception, a severity, an entry.
 *
 * @param values by key; what was left out is not there
 */
public record Written(Place place, Map<String, String> values) {
    public Written {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Empty for what is missing or blank. */
    public Optional<String> optional(String key) {
        String value = values.get(key);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /** @throws MigrateException {@code bad-configuration} when it is missing or blank */
    public String required(String key, String hint) {
        Optional<String> value = optional(key);
        if (value.isEmpty()) {
            throw bad("\"" + key + "\" is missing", hint);
        }
        return value.get();
    }

    /** @throws MigrateException {@code bad-configuration} for a word that is none */
    public Severity severity(String word) {
        try {
            return Severity.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String known = Arrays.stream(Severity.values()).map(Severity::word).collect(Collectors.joining(", "));
            throw bad("No such severity: " + word, "Use one of " + known + ".");
        }
    }

    public MigrateException bad(String message, String hint) {
        return place.bad(message, hint);
    }
}
