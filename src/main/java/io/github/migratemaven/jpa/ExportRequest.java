package io.github.migratemaven.jpa;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose entities are wanted.
 *
 * @param base the project's folder, for messages
 * @param classes the project's output folder
 * @param sources its source folders
 * @param classPath its dependencies, without those for tests
 * @param unit the unit of {@code persistence.xml}; empty = its only one
 * @param packages where entities are looked for, in dependencies too; empty = in the output folder only
 * @param settings of Hibernate, over those of {@code persistence.xml}
 * @param folder for the script, Hibernate's log and what is handed to its JVM
 */
public record ExportRequest(
        Path base,
        Path classes,
        List<Path> sources,
        List<Path> classPath,
        Optional<String> unit,
        List<String> packages,
        Map<String, String> settings,
        Path folder) {
    public ExportRequest {
        sources = List.copyOf(sources);
        classPath = List.copyOf(classPath);
        packages = List.copyOf(packages);
        settings = Map.copyOf(settings);
    }

    /** A path as messages show it. */
    String shown(Path path) {
        return (path.startsWith(base) ? base.relativize(path) : path).toString().replace('\\', '/');
    }
}
