package io.github.migratemaven.maven;

import java.util.Locale;

/** Spring Boot's relaxed names of properties ("Relaxed Binding" in its reference). */
final class SpringNames {
    private SpringNames() {}

    /** One form of all spellings of a name. */
    static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** The environment variable that overrides the property: dots become underscores, dashes go. */
    static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
