package io.github.migratemaven.scan.files;

import java.util.List;
import java.util.Optional;

/** One .gitignore (gitignore(5)): its patterns hold for its folder and below, the last that matches decides. */
final class IgnoreFile {
    /** Bounds what a hostile file costs; those behind them ignore nothing, so more is read, not less. */
    private static final int MAX_PATTERNS = 5_000;

    private final String folder;
    private final List<IgnorePattern> patterns;

    /** @param folder of the file, relative to the root; empty string = the root */
    IgnoreFile(String folder, String text) {
        this.folder = folder;
        this.patterns = text.lines()
                .map(IgnorePattern::of)
                .flatMap(Optional::stream)
                .limit(MAX_PATTERNS)
                .toList();
    }

    /** Whether it ignores a path (relative to the root); empty = it says nothing. */
    Optional<Boolean> ignores(String path, String name, boolean isFolder) {
        String below = folder.isEmpty() ? path : path.substring(folder.length() + 1);
        for (int i = patterns.size() - 1; i >= 0; i--) {
            IgnorePattern pattern = patterns.get(i);
            if (pattern.matches(below, name, isFolder)) {
                return Optional.of(pattern.ignores());
            }
        }
        return Optional.empty();
    }
}
