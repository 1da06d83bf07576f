package io.github.migratemaven.scan.files;

import java.util.Optional;

/**
 * One line of a .gitignore. Each is asked about each file, so what most of them are, a name or an ending, is compared without a
 * pattern, and a path that lacks the pattern's literal part is not taken apart.
 *
 * @param pattern without {@code !} and outer slashes
 * @param shape how it is compared
 * @param literal the name, the ending behind the star, or a part that a matching path must contain (empty = unknown)
 * @param start what a matching path (anchored) or name begins with; empty = anything
 * @param anchored whether it is matched against the path from the file's folder, not against the last name alone
 */
record IgnorePattern(
        String pattern,
        Shape shape,
        String literal,
        String start,
        Glob glob,
        boolean anchored,
        boolean foldersOnly,
        boolean ignores) {
    /** No path is longer on any system that we know of (PATH_MAX of Linux). */
    private static final int LONGEST = 4096;

    enum Shape {
        LITERAL,
        ENDING,
        GLOB
    }

    /** Empty for what is no pattern: an empty line, a comment, a line that can match nothing. */
    static Optional<IgnorePattern> of(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        String pattern = line.substring(0, end);
        if (pattern.isEmpty() || pattern.startsWith("#") || pattern.length() > LONGEST) {
            return Optional.empty();
        }
        boolean ignores = !pattern.startsWith("!");
        pattern = ignores ? pattern : pattern.substring(1);
        boolean foldersOnly = pattern.endsWith("/");
        pattern = foldersOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean anchored = pattern.contains("/");
        pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        return pattern.isEmpty() ? Optional.empty() : Optional.of(shaped(pattern, anchored, foldersOnly, ignores));
    }

    private static IgnorePattern shaped(String pattern, boolean anchored, boolean foldersOnly, boolean ignores) {
        Shape shape = Shape.GLOB;
        String literal = "";
        if (isLiteral(pattern)) {
            shape = Shape.LITERAL;
            literal = pattern;
        } else if (!anchored && pattern.startsWith("*") && isLiteral(pattern.substring(1))) {
            shape = Shape.ENDING;
            literal = pattern.substring(1);
        } else if (anchored) {
            for (String name : pattern.split("/")) {
                literal = isLiteral(name) && name.length() > literal.length() ? name : literal;
            }
        }
        String start = pattern.substring(0, literalLength(pattern));
        return new IgnorePattern(pattern, shape, literal, start, new Glob(pattern), anchored, foldersOnly, ignores);
    }

    private static boolean isLiteral(String pattern) {
        return literalLength(pattern) == pattern.length();
    }

    private static int literalLength(String pattern) {
        int length = 0;
        while (length < pattern.length() && "*?[\\".indexOf(pattern.charAt(length)) < 0) {
            length++;
        }
        return length;
    }

    /** @param folder from the .gitignore's folder, with {@code /} at the end */
    boolean mayMatchBelow(String folder) {
        return !anchored || folder.startsWith(start) || start.startsWith(folder);
    }

    /** What a name must be like for a pattern to match it; empty texts are like all. */
    record NameTest(String start, String part, String end) {
        boolean maybe(String name) {
            return name.startsWith(start) && name.endsWith(end) && name.contains(part);
        }
    }

    /** @param folder that the names are in, from the .gitignore's folder, with {@code /} at the end; empty = that folder itself */
    NameTest nameTest(String folder) {
        return switch (shape) {
            case LITERAL -> new NameTest("", "", literal.substring(literal.lastIndexOf('/') + 1));
            case ENDING -> new NameTest("", "", literal);
            case GLOB ->
                anchored ? new NameTest("", folder.contains(literal) ? "" : literal, "") : new NameTest(start, "", "");
        };
    }

    /** Whether it is the name of what it matches, wherever that is. */
    boolean isName() {
        return shape == Shape.LITERAL && !anchored;
    }

    /** Whether it matches all names with an ending of one dot. */
    boolean isEnding() {
        return shape == Shape.ENDING && literal.lastIndexOf('.') == 0;
    }

    /**
     * @param path from the .gitignore's folder
     * @param name the path's last name
     */
    boolean matches(String path, String name, boolean isFolder) {
        if (foldersOnly && !isFolder) {
            return false;
        }
        return switch (shape) {
            case LITERAL -> literal.equals(anchored ? path : name);
            case ENDING -> name.endsWith(literal);
            case GLOB ->
                anchored
                        ? path.startsWith(start) && path.contains(literal) && glob.matches(path)
                        : name.startsWith(start) && Glob.name(pattern, name);
        };
    }
}
