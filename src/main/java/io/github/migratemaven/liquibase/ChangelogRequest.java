package io.github.migratemaven.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which changelog to read, and how.
 *
 * @param path the root changelog, relative to one of the roots
 * @param roots folders in which paths are looked up, first match wins
 * @param base paths in messages are shown relative to it
 * @param classes for changes of the project's own and changelogs on the class path
 * @param contexts Liquibase's context list; empty string = every context
 * @param labels Liquibase's label expression; empty string = every label
 * @param parameters changelog parameters
 * @param schema the default schema; empty = the session's
 */
public record ChangelogRequest(
        String path,
        List<Path> roots,
        Path base,
        ClassLoader classes,
        String contexts,
        String labels,
        Map<String, String> parameters,
        Optional<String> schema) {
    public ChangelogRequest {
        roots = List.copyOf(roots);
        parameters = Map.copyOf(parameters);
    }
}
