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

    /** Its text if no expansion is in it, quoted or not; null if one is, or a pattern. */
    String constant() {
        StringBuilder all = new StringBuilder();
        for (Part part : parts) {
            if (!(part instanceof Part.Text text) || !text.quoted() && hasPattern(text)) {
                return null;
            }
            all.append(text.chars().text());
        }
        return all.toString();
    }

    private static boolean hasPattern(Part.Text text) {
        return text.chars().text().chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '~');
    }

    boolean anyQuoted() {
        return parts.stream().anyMatch(Part::quoted);
    }
}
