package io.github.migratemaven.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which migrations to read, and how.
 *
 * @param folder that holds them
 * @param path the folder as the history spells it, for example {@code db/migration}
 * @param base paths in messages are shown relative to it
 * @param sources where the project's Java and Kotlin sources are
 * @param parameters values for Flyway's placeholders
 * @param schema the default schema; empty = the session's
 */
public record LayoutRequest(
        Tool tool,
        Path folder,
        String path,
        Path base,
        List<Path> sources,
        Map<String, String> parameters,
        Optional<String> schema) {
    public LayoutRequest {
        sources = List.copyOf(sources);
        parameters = Map.copyOf(parameters);
    }

    /** A file as messages show it. */
    String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path root = base.toAbsolutePath().normalize();
        return (absolute.startsWith(root) ? root.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }
}
