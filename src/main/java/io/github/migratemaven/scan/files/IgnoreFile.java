package io.github.migratemaven.scan.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One .gitignore (gitignore(5)): its patterns hold for its folder and below, the last that matches decides. */
final class IgnoreFile {
    private final String folder;
    private final List<Rule> rules = new ArrayList<>();

    /** @param anchored whether it is matched against the path from the file's folder, not against the last name alone */
    private record Rule(String name, Glob glob, boolean anchored, boolean foldersOnly, boolean ignores) {
        boolean matches(String path, String lastName) {
            return anchored ? glob.matches(path) : Glob.name(name, lastName);
        }
    }

    /** @param folder of the file, relative to the root; empty string = the root */
    IgnoreFile(String folder, String text) {
        this.folder = folder;
        text.lines().map(IgnoreFile::rule).flatMap(Optional::stream).forEach(rules::add);
    }

    private static Optional<Rule> rule(String line) {
        String pattern = line;
        while (pattern.endsWith(" ") && !pattern.endsWith("\\ ")) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        if (pattern.isEmpty() || pattern.startsWith("#")) {
            return Optional.empty();
        }
        boolean ignores = !pattern.startsWith("!");
        pattern = ignores ? pattern : pattern.substring(1);
        boolean foldersOnly = pattern.endsWith("/");
        pattern = foldersOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean anchored = pattern.contains("/");
        pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        return pattern.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rule(pattern, new Glob(pattern), anchored, foldersOnly, ignores));
    }

    /** Whether it ignores a path (relative to the root); empty = it says nothing. */
    Optional<Boolean> ignores(String path, boolean isFolder) {
        String below = folder.isEmpty() ? path : path.substring(folder.length() + 1);
        String lastName = below.substring(below.lastIndexOf('/') + 1);
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if ((isFolder || !rule.foldersOnly()) && rule.matches(below, lastName)) {
                return Optional.of(rule.ignores());
            }
        }
        return Optional.empty();
    }
}
