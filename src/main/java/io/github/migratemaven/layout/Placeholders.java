package io.github.migratemaven.layout;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Flyway's placeholders, <code>${name}</code>: replaced everywhere in a script, comments and literals included; names are found
 * whatever their case, and one without a value is an error.
 */
final class Placeholders {
    private static final String OPEN = "${";
    private static final String BUILT_IN = "flyway:";

    private final Map<String, String> values = new TreeMap<>();

    Placeholders(Map<String, String> values) {
        values.forEach((name, value) -> this.values.put(name.toLowerCase(Locale.ROOT), value));
    }

    Placeholders with(String name, String value) {
        Placeholders more = new Placeholders(values);
        more.values.put(name.toLowerCase(Locale.ROOT), value);
        return more;
    }

    /**
     * A script with its values in place.
     *
     * @param offsets for each {@code char} of the text, and for its end, where in the script it comes from
     */
    record Filled(Script script, String text, int[] offsets) {
        static Filled asWritten(Script script) {
            int[] offsets = new int[script.text().length() + 1];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = i;
            }
            return new Filled(script, script.text(), offsets);
        }
    }

    /** Whether a script asks for a value of Flyway's own, for example {@code timestamp}. */
    static boolean asksFor(Script script, String builtIn) {
        return script.text().toLowerCase(Locale.ROOT).contains(OPEN + BUILT_IN + builtIn + "}");
    }

    /** @param strict false leaves a built-in placeholder that has no value yet as it is */
    Filled fill(Script script, boolean strict) {
        String source = script.text();
        StringBuilder text = new StringBuilder(source.length());
        int[] offsets = new int[source.length() + 1];
        int at = 0;
        while (at < source.length()) {
            int close = source.startsWith(OPEN, at) ? source.indexOf('}', at) : -1;
            String value = close < 0 ? null : value(script, at, close, strict);
            int end = value == null ? at + 1 : close + 1;
            int from = text.length();
            text.append(value == null ? source.substring(at, end) : value);
            offsets = room(offsets, text.length() + source.length() - end + 1);
            for (int i = from; i < text.length(); i++) {
                offsets[i] = at;
            }
            at = end;
        }
        offsets[text.length()] = source.length();
        return new Filled(script, text.toString(), offsets);
    }

    private String value(Script script, int open, int close, boolean strict) {
        String name = script.text().substring(open + OPEN.length(), close);
        String key = name.toLowerCase(Locale.ROOT);
        String value = values.get(key);
        if (value == null && (strict || !key.startsWith(BUILT_IN))) {
            throw new MigrateException(Failure.InvalidInput.at(
                    script.position(open),
                    "placeholder-without-value",
                    "no value is given for the placeholder ${" + name + "}",
                    "Give one with -Dmigrate.parameters=" + name + "=…, or switch replacing off for this file: "
                            + "placeholderReplacement=false in " + script.shown() + ".conf"));
        }
        return value;
    }

    private static int[] room(int[] offsets, int length) {
        return offsets.length >= length ? offsets : java.util.Arrays.copyOf(offsets, length * 2);
    }
}
