package io.github.migratemaven.jpa;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the classes are those of the sources: an export of yesterday's classes would say that nothing has changed. */
final class CompiledSources {
    private static final String JAVA = ".java";

    private static final Pattern MAPPED =
            Pattern.compile("(?m)^[^*/\"]*@(?:[\\w.]+\\.)?(?:Entity|Embeddable|MappedSuperclass|Converter)\\b");

    /** A column's values. */
    private static final Pattern ENUM = Pattern.compile("(?m)^[^*/\"]*\\benum\\s+\\w");

    private final Path classes;
    private final Set<String> mapped;

    private CompiledSources(Path classes, List<String> names) {
        this.classes = classes;
        this.mapped = names.stream()
                .map(name -> name.replace('.', '/').replaceFirst("\\$.*", ""))
                .collect(Collectors.toSet());
    }

    static boolean hasClasses(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".class"));
        }
    }

    /**
     * A source that has changed since it was compiled, as the compiler's plugin sees it, or was never compiled; of those that have a
     * say in the export.
     *
     * @param names of the mapped classes
     */
    static Optional<Path> newer(ExportRequest request, List<String> names) throws IOException {
        CompiledSources compiled = new CompiledSources(request.classes(), names);
        for (Path root : request.sources()) {
            if (Files.isDirectory(root)) {
                Optional<Path> newer = compiled.newer(root, request.packages());
                if (newer.isPresent()) {
                    return newer;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Path> newer(Path root, List<String> packages) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(JAVA)).sorted().toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                name = name.substring(0, name.length() - JAVA.length());
                if (MappedClasses.isIn(name, packages) && isNewer(file, name)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isNewer(Path source, String name) throws IOException {
        Path compiled = classes.resolve(name + ".class");
        if (!Files.isRegularFile(compiled)) {
            return MAPPED.matcher(text(source)).find();
        }
        return Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(compiled)) > 0
                && (mapped.contains(name) || ENUM.matcher(text(source)).find());
    }

    /** Whatever its character set: what is looked for is ASCII. */
    private static String text(Path source) throws IOException {
        return Files.readString(source, StandardCharsets.ISO_8859_1);
    }
}
