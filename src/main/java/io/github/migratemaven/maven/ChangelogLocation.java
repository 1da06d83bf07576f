package io.github.migratemaven.maven;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Where the project's changelog is: a file, or a folder of Flyway's or Prisma's migrations.
 *
 * @param path as an application sees it on its class path: relative to the root that holds it
 * @param roots folders in which it and what it includes are looked up, in that order
 */
public record ChangelogLocation(String path, List<Path> roots) {
    private static final String MASTER = "src/main/resources/db/changelog/db.changelog-master.";
    private static final List<String> FORMATS = List.of("yaml", "yml", "xml", "json", "sql");

    /**
     * @param given {@code migrate.changelog}; empty = the first default that exists
     * @param base the project's folder
     * @param resources the project's resource folders
     * @return empty when nothing was asked for and no default exists
     * @throws MigrateException when what was asked for is not there
     */
    public static Optional<ChangelogLocation> find(Optional<String> given, Path base, List<Path> resources) {
        Path root = base.toAbsolutePath().normalize();
        LinkedHashSet<Path> roots = new LinkedHashSet<>();
        for (Path resource : resources) {
            roots.add(root.resolve(resource).normalize());
        }
        roots.add(root.resolve("src/main/resources"));
        roots.add(root);
        if (given.isPresent()) {
            return Optional.of(asked(given.get(), root, new ArrayList<>(roots)));
        }
        for (String format : FORMATS) {
            Path file = root.resolve(MASTER + format);
            if (Files.isRegularFile(file)) {
                return Optional.of(located(file, new ArrayList<>(roots)));
            }
        }
        for (ProjectLayout layout : ProjectLayout.values()) {
            Path folder = root.resolve(layout.folder());
            if (ProjectLayout.of(folder).isPresent()) {
                return Optional.of(located(folder, new ArrayList<>(roots)));
            }
        }
        return Optional.empty();
    }

    /** The folder, where it is not a file; empty for a file. */
    public Optional<Path> folder() {
        for (Path root : roots) {
            Path found = root.resolve(path);
            if (Files.exists(found)) {
                return Files.isDirectory(found) ? Optional.of(found) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    public static String defaults() {
        return MASTER + "{" + String.join(",", FORMATS) + "} (or migrations in "
                + String.join(" or ", ProjectLayout.folders()) + ")";
    }

    private static ChangelogLocation asked(String text, Path base, List<Path> roots) {
        String name = text.startsWith("classpath:") ? text.substring("classpath:".length()) : text;
        if (!text.startsWith("classpath:")) {
            Path file = base.resolve(name).normalize();
            if (Files.isRegularFile(file)) {
                return located(file, roots);
            }
            if (ProjectLayout.of(file).isPresent()) {
                return located(file, roots);
            }
            if (Files.isDirectory(file)) {
                throw invalid(
                        text,
                        "is a folder",
                        "Name the changelog file itself, or a folder that holds migrations of Flyway or Prisma.");
            }
        }
        String relative = name.startsWith("/") ? name.substring(1) : name;
        for (Path root : roots) {
            if (Files.isRegularFile(root.resolve(relative))
                    || ProjectLayout.of(root.resolve(relative)).isPresent()) {
                return new ChangelogLocation(relative, roots);
            }
        }
        if (text.startsWith("classpath:")) {
            // In a dependency's jar, perhaps: the reader looks.
            return new ChangelogLocation(relative, roots);
        }
        throw invalid(
                text, "does not exist", "Looked in " + base + " and its resource folders; check migrate.changelog.");
    }

    private static MigrateException invalid(String file, String what, String hint) {
        return new MigrateException(Failure.InvalidInput.at(
                Position.ofFile(file.replace('\\', '/')), "changelog-not-found", "the changelog " + what, hint));
    }

    /** A file below no root brings its own folder as one. */
    private static ChangelogLocation located(Path file, List<Path> roots) {
        for (Path root : roots) {
            if (file.startsWith(root)) {
                return new ChangelogLocation(root.relativize(file).toString().replace('\\', '/'), roots);
            }
        }
        List<Path> all = new ArrayList<>(roots);
        all.add(0, file.getParent());
        return new ChangelogLocation(file.getFileName().toString(), all);
    }
}
