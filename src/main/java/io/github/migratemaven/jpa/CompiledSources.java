package io.github.migratemaven.jpa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the classes are those of the sources: an export of yesterday's classes would say that nothing has changed. */
final class CompiledSources {
    private CompiledSources() {}

    static boolean hasClasses(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".class"));
        }
    }

    /** A source of one of the classes that has changed since it was compiled, as the compiler's plugin sees it. */
    static Optional<Path> newer(List<Path> sources, Path classes, List<String> names) throws IOException {
        for (String name : names) {
            String path = name.replace('.', '/').replaceFirst("\\$.*", "");
            Path compiled = classes.resolve(path + ".class");
            for (Path root : sources) {
                Path source = root.resolve(path + ".java");
                if (Files.isRegularFile(source)
                        && Files.isRegularFile(compiled)
                        && Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(compiled)) > 0) {
                    return Optional.of(source);
                }
            }
        }
        return Optional.empty();
    }
}
