package io.github.migratemaven.model;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** The word in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
