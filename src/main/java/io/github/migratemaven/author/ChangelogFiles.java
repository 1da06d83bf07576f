package io.github.migratemaven.author;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the changelog's files are.
 *
 * @param master the root changelog
 * @param roots folders in which what it includes is looked up, in that order
 * @param project what messages show paths relative to
 */
public record ChangelogFiles(Path master, List<Path> roots, Path project) {
    public ChangelogFiles {
        roots = List.copyOf(roots);
    }

    String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = project.toAbsolutePath().normalize();
        return (absolute.startsWith(base) ? base.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }
}
