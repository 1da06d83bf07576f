package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.ProjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Guesses the folder that an image is built from: a Dockerfile does not say it. */
final class BuildContext {
    private static final List<String> MANIFESTS = List.of(
            "package.json",
            "pom.xml",
            "build.gradle",
            "build.gradle.kts",
            "pyproject.toml",
            "requirements.txt",
            "manage.py",
            "Gemfile",
            "composer.json",
            "go.mod",
            "Cargo.toml",
            "mix.exs",
            "Makefile");

    private BuildContext() {}

    /**
     * The folder above the Dockerfile, its own first, in which most of what it copies is there; if it copies all there is, the
     * first that looks like a project.
     *
     * @param sources paths that {@code COPY} takes from the context
     */
    static String of(SourceFile dockerfile, List<String> sources, ProjectFiles project) {
        List<String> folders = new ArrayList<>();
        String folder = dockerfile.folder();
        folders.add(folder);
        while (!folder.isEmpty() && folders.size() < 20) {
            folder = ProjectPath.parent(folder);
            folders.add(folder);
        }
        Set<String> paths = project.paths();
        String best = dockerfile.folder();
        long most = 0;
        for (String candidate : folders) {
            long there = sources.stream()
                    .limit(50)
                    .filter(source -> isThere(candidate, source, project))
                    .count();
            if (there > most) {
                most = there;
                best = candidate;
            }
        }
        if (most > 0) {
            return best;
        }
        return folders.stream()
                .filter(candidate -> MANIFESTS.stream().anyMatch(name -> paths.contains(below(candidate, name))))
                .findFirst()
                .orElse(dockerfile.folder());
    }

    private static boolean isThere(String folder, String source, ProjectFiles project) {
        String path = ProjectPath.resolve(folder, source.startsWith("/") ? source.substring(1) : source)
                .orElse("");
        if (path.isEmpty() || path.equals(folder)) {
            return false;
        }
        return project.paths().contains(path) || source.indexOf('.') < 0 && project.isFolder(path);
    }

    private static String below(String folder, String name) {
        return folder.isEmpty() ? name : folder + '/' + name;
    }
}
