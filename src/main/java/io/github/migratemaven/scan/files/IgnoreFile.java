package io.github.migratemaven.scan.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One .gitignore (gitignore(5)): its patterns hold for its folder and below, the last that matches decides. */
final class IgnoreFile {
    /** Bounds what a hostile file costs; those behind them ignore nothing, so more is read, not less. */
    private static final int MAX_PATTERNS = 5_000;

    private final String folder;
    private final List<IgnorePattern> patterns;
    /** Numbers of those patterns that are a name, by it, and of those that are an ending ({@code *.log}), by that. */
    private final Map<String, List<Integer>> byName;

    private final Map<String, List<Integer>> byEnding;
    private final List<Integer> others;
    /** What the names that {@link #others} match begin with, end with or hold. */
    private final List<IgnorePattern.NameTest> otherNames = new ArrayList<>();

    /** @param folder of the file, relative to the root; empty string = the root */
    IgnoreFile(String folder, String text) {
        this.folder = folder;
        this.patterns = patterns(text);
        this.byName = new HashMap<>();
        this.byEnding = new HashMap<>();
        this.others = new ArrayList<>();
        for (int i = patterns.size() - 1; i >= 0; i--) {
            IgnorePattern pattern = patterns.get(i);
            if (pattern.isName()) {
                add(i, pattern.literal(), byName);
            } else if (pattern.isEnding()) {
                add(i, pattern.literal(), byEnding);
            } else {
                others.add(i);
                otherNames.add(pattern.nameTest(""));
            }
        }
    }

    private IgnoreFile(IgnoreFile whole, List<Integer> others, String below) {
        this.folder = whole.folder;
        this.patterns = whole.patterns;
        this.byName = whole.byName;
        this.byEnding = whole.byEnding;
        this.others = others;
        for (Integer number : others) {
            otherNames.add(patterns.get(number).nameTest(below));
        }
    }

    /**
     * What it says of the names directly in a folder, without the patterns that are for others.
     *
     * @param path its own folder or one below, relative to the root
     */
    IgnoreFile within(String path) {
        if (others.isEmpty() || path.equals(folder)) {
            return this;
        }
        String below = (folder.isEmpty() ? path : path.substring(folder.length() + 1)) + '/';
        List<Integer> here = new ArrayList<>();
        for (Integer number : others) {
            if (patterns.get(number).mayMatchBelow(below)) {
                here.add(number);
            }
        }
        return new IgnoreFile(this, here, below);
    }

    private static List<IgnorePattern> patterns(String text) {
        List<IgnorePattern> patterns = new ArrayList<>();
        Iterator<String> lines = text.lines().iterator();
        while (lines.hasNext() && patterns.size() < MAX_PATTERNS) {
            Optional<IgnorePattern> pattern = IgnorePattern.of(lines.next());
            if (pattern.isPresent()) {
                patterns.add(pattern.get());
            }
        }
        return patterns;
    }

    private static void add(int number, String literal, Map<String, List<Integer>> numbers) {
        List<Integer> known = numbers.get(literal);
        if (known == null) {
            known = new ArrayList<>(1);
            numbers.put(literal, known);
        }
        known.add(number);
    }

    /** Whether one of its patterns may match a name. Asked of all names; most are in no .gitignore. */
    boolean mayMatch(String name) {
        int dot = name.lastIndexOf('.');
        if (byName.containsKey(name) || dot >= 0 && byEnding.containsKey(name.substring(dot))) {
            return true;
        }
        for (int i = 0; i < otherNames.size(); i++) {
            if (otherNames.get(i).maybe(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it ignores a path (relative to the root); empty = it says nothing. */
    Optional<Boolean> ignores(String path, String name, boolean isFolder) {
        int dot = name.lastIndexOf('.');
        int last = last(byName.get(name), -1, "", name, isFolder);
        last = dot < 0 ? last : last(byEnding.get(name.substring(dot)), last, "", name, isFolder);
        if (!others.isEmpty()) {
            String below = folder.isEmpty() ? path : path.substring(folder.length() + 1);
            last = last(others, last, below, name, isFolder);
        }
        return last < 0 ? Optional.empty() : Optional.of(patterns.get(last).ignores());
    }

    /**
     * The last pattern that matches.
     *
     * @param numbers descending; null = none
     * @param known what matches already
     */
    private int last(List<Integer> numbers, int known, String path, String name, boolean isFolder) {
        if (numbers != null) {
            for (int number : numbers) {
                if (number < known) {
                    break;
                }
                if (patterns.get(number).matches(path, name, isFolder)) {
                    return number;
                }
            }
        }
        return known;
    }
}
