package io.github.migratemaven.scan;

import java.util.List;

/** What one file says. */
public record Extract(List<Script> scripts, List<Setting> settings) {
    public static final Extract NOTHING = new Extract(List.of(), List.of());

    public Extract {
        scripts = List.copyOf(scripts);
        settings = List.copyOf(settings);
    }
}
