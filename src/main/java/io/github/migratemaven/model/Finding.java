package io.github.migratemaven.model;

import java.util.List;
import java.util.Optional;

/**
 * Something that a person should know, with its place.
 *
 * @param id stable kebab-case name of what was found, for example {@code edited} or {@code invalid-index}
 * @param position empty where it is not in a file (an object in the database)
 * @param chain how it is reached, outermost first; empty where that says nothing
 * @param suggestion what to do; empty string without one
 */
public record Finding(
        String id,
        Severity severity,
        String message,
        Optional<Position> position,
        List<String> chain,
        String suggestion) {
    public Finding {
        chain = List.copyOf(chain);
    }

    public static Finding of(String id, Severity severity, String message, String suggestion) {
        return new Finding(id, severity, message, Optional.empty(), List.of(), suggestion);
    }

    public static Finding at(Position position, String id, Severity severity, String message, String suggestion) {
        return new Finding(id, severity, message, Optional.of(position), List.of(), suggestion);
    }
}
