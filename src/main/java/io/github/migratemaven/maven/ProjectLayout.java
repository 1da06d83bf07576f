package io.github.migratemaven.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whose migrations a folder holds, where it is not a changelog file that they are in. */
public enum ProjectLayout {
    FLYWAY("src/main/resources/db/migration"),
    PRISMA("prisma/migrations");

    private static final Pattern FLYWAY_FILE = Pattern.compile("(?:[VUB]\\d.*|R__.*)\\.(?i:sql)");
    private static final String PRISMA_FILE = "migration.sql";

    private final String folder;

    ProjectLayout(String folder) {
        this.folder = folder;
    }

    /** Where its tool looks by default, relative to the project. */
    String folder() {
        return folder;
    }

    /** The default folders, for a message. */
    static List<String> folders() {
        return Arrays.stream(values()).map(ProjectLayout::folder).toList();
    }

    /** Empty for a folder that holds no migrations that we know. */
    public static Optional<ProjectLayout> of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        if (Files.isRegularFile(folder.resolve("migration_lock.toml")) || any(folder, 2, PRISMA_FILE::equals)) {
            return Optional.of(PRISMA);
        }
        return any(folder, Integer.MAX_VALUE, name -> FLYWAY_FILE.matcher(name).matches())
                ? Optional.of(FLYWAY)
                : Optional.empty();
    }

    private static boolean any(Path folder, int depth, java.util.function.Predicate<String> name) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.anyMatch(f -> name.test(f.getFileName().toString()) && Files.isRegularFile(f));
        } catch (IOException | java.io.UncheckedIOException e) {
            // What cannot be looked into is said by whoever reads it.
            return false;
        }
    }
}
