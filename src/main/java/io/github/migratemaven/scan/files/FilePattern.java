package io.github.migratemaven.scan.files;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a file's name alone, which no file system lets grow long, is of a pattern, and perhaps its folder one of some. The
 * pattern is compiled when a file first needs it: most projects have none. Thread-safe.
 */
final class FilePattern implements Predicate<String> {
    private final String name;
    private final String ending;
    private final Set<String> folders;
    private final Set<String> otherParts;
    private volatile Pattern compiled;

    private FilePattern(String name, Set<String> folders, Set<String> otherParts) {
        this.name = name;
        this.ending = name.substring(name.length() - 2);
        this.folders = folders;
        this.otherParts = otherParts;
    }

    /** @param name a regular expression; its last two characters are letters that stand for themselves */
    static FilePattern of(String name) {
        return new FilePattern(name, Set.of(), Set.of());
    }

    /** Only right in folders of these names. */
    FilePattern in(String... names) {
        return new FilePattern(name, Set.of(names), otherParts);
    }

    /** Only where the path does not have this in it. */
    FilePattern without(String part) {
        return new FilePattern(name, folders, Set.of(part));
    }

    @Override
    public boolean test(String path) {
        if (!path.endsWith(ending) || !folders.isEmpty() && !folders.contains(Paths.name(Paths.parent(path)))) {
            return false;
        }
        for (String other : otherParts) {
            if (path.contains(other)) {
                return false;
            }
        }
        Pattern pattern = compiled;
        if (pattern == null) {
            pattern = Pattern.compile(name);
            compiled = pattern;
        }
        return pattern.matcher(Paths.name(path)).matches();
    }
}
