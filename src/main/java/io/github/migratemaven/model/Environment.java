package io.github.migratemaven.model;

import java.util.Locale;
import java.util.Optional;

/** What a target is for. */
public enum Environment {
    DEVELOPMENT,
    PREVIEW,
    STAGING,
    PRODUCTION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a target carries; a word that a later version wrote is taken for the strictest. */
    public static Optional<Environment> ofStamp(String word) {
        return word == null ? Optional.empty() : Optional.of(ofWord(word).orElse(PRODUCTION));
    }

    public static Optional<Environment> ofWord(String word) {
        for (Environment environment : values()) {
            if (environment.word().equals(word)) {
                return Optional.of(environment);
            }
        }
        return Optional.empty();
    }
}
