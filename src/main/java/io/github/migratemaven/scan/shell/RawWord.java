package io.github.migratemaven.scan.shell;

import java.util.List;

/**
 * One word as the shell reads it, before anything is expanded.
 *
 * @param start index of its first character
 * @param end index past its last
 */
record RawWord(List<Part> parts, int start, int end) {
    /** Its text if it is plain: without quotes, escapes and expansions; else null. */
    String plain() {
        return parts.size() == 1 && parts.get(0) instanceof Part.Text text && !text.quoted()
                ? text.chars().text()
                : null;
    }

    boolean anyQuoted() {
        return parts.stream().anyMatch(Part::quoted);
    }
}
