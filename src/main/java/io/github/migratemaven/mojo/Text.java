package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.State;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parameters as a person writes them, read once and checked. */
final class Text {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h)");

    /** Long, and yet no overflow when it is added to a clock. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private Text() {}

    /** {@code 500ms}, {@code 5s}, {@code 10m}, {@code 1h}; {@code 0} and {@code none} = no limit. */
    static Duration duration(String property, String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        if (value.equals("0") || value.equals("none")) {
            return Duration.ZERO;
        }
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            throw invalid(property, text, "Write a number and a unit: 500ms, 5s, 10m or 1h; 0 means no limit.");
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofMinutes(amount);
        };
        // The server's own timeouts are 32-bit milliseconds.
        if (duration.toMillis() > Integer.MAX_VALUE) {
            throw invalid(property, text, "The longest is 24 days.");
        }
        return duration;
    }

    /** The same for a wait: {@code 0} = not at all, {@code none} = for ever. */
    static Duration wait(String property, String text) {
        return text.strip().equalsIgnoreCase("none") ? FOR_EVER : duration(property, text);
    }

    static Set<State> states(String property, String text) {
        Set<State> states = EnumSet.noneOf(State.class);
        for (String word : text.split(",")) {
            if (!word.isBlank() && !word.strip().equalsIgnoreCase("none")) {
                states.add(State.ofWord(word.strip().toLowerCase(Locale.ROOT))
                        .orElseThrow(() -> invalid(
                                property,
                                word.strip(),
                                "States are: "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(State.values())
                                                        .map(State::word)
                                                        .toList())
                                        + "; none = never fail.")));
            }
        }
        return states;
    }

    static Environment environment(String text) {
        return Environment.ofWord(text.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () -> invalid("migrate.environment", text, "Use development, preview, staging or production."));
    }

    static int retries(String property, String text) {
        if (!text.strip().matches("\\d{1,6}")) {
            throw invalid(property, text, "Write a whole number, for example 10.");
        }
        return Integer.parseInt(text.strip());
    }

    static int positive(String property, String text) {
        if (!text.strip().matches("[1-9]\\d{0,5}")) {
            throw invalid(property, text, "Write a whole number from 1 on.");
        }
        return Integer.parseInt(text.strip());
    }

    /** What is blank was not given. */
    static Optional<String> given(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    /** {@code name=value,other=value}. */
    static Map<String, String> pairs(String property, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            if (!pair.isBlank() && equals <= 0) {
                // The text may hold a secret: it is not repeated.
                throw new MigrateException(Failure.InvalidInput.of(
                        "bad-parameter",
                        property + " has an entry without a name and a value",
                        "Write -D" + property + "=name=value,other=value, or <parameters> in the POM."));
            }
            if (equals > 0) {
                pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
            }
        }
        return pairs;
    }

    private static MigrateException invalid(String property, String value, String hint) {
        return new MigrateException(Failure.InvalidInput.of(
                "bad-parameter", property + " has the value \"" + value + "\", which it does not take", hint));
    }
}
