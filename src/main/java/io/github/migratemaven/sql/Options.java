package io.github.migratemaven.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lists of the form {@code (name [= value], …)}, as many commands take them. */
final class Options {
    /** What the server takes for "no" (its {@code defGetBoolean}). */
    private static final Set<String> OFF = Set.of("false", "off", "0");

    private Options() {}

    /** The names, in lower case and without quotes, with their qualifier: {@code toast.autovacuum_enabled}. */
    static List<String> names(Words options) {
        return options.copy().parts().stream().map(Options::name).toList();
    }

    /** The value of a switch; a name alone means yes. */
    static boolean enabled(Words options, String name, boolean ifAbsent) {
        for (Words option : options.copy().parts()) {
            if (name(option.copy()).equals(name)) {
                option.name();
                option.take("=");
                return !OFF.contains(option.next().replace("'", "").toLowerCase(Locale.ROOT));
            }
        }
        return ifAbsent;
    }

    private static String name(Words option) {
        return option.name().orElse("").replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
