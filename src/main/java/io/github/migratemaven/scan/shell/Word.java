package io.github.migratemaven.scan.shell;

import java.util.Optional;

/**
 * One word of a command, quotes removed.
 *
 * @param text what it comes to; expansions that are not known stand as they were written ({@code $X}, {@code $(cmd)})
 * @param literal whether every character of it is known
 * @param start index of its first character in the script's source
 * @param end index past its last
 */
public record Word(String text, boolean literal, int start, int end) {
    public Optional<String> known() {
        return literal ? Optional.of(text) : Optional.empty();
    }
}
