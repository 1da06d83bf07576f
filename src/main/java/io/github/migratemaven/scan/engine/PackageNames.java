package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.ProjectPath;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packages of a JavaScript workspace: name to folder. */
final class PackageNames {
    private static final Pattern NAME = Pattern.compile("\"name\"\\s{0,20}:\\s{0,20}\"([^\"\\\\]{1,214})\"");

    private final ProjectFiles project;
    private final Set<String> folders = new LinkedHashSet<>();
    /** Null until somebody asks for a name: each is in a file of its own. */
    private Map<String, String> folderByName;

    PackageNames(ProjectFiles project) {
        this.project = project;
        for (String path : project.endingIn("package.json")) {
            if (path.equals("package.json") || path.endsWith("/package.json")) {
                folders.add(ProjectPath.parent(path));
            }
        }
    }

    private Map<String, String> folderByName() {
        if (folderByName == null) {
            folderByName = new HashMap<>();
            for (String folder : folders) {
                Optional<SourceFile> file = project.read(folder.isEmpty() ? "package.json" : folder + "/package.json");
                Matcher matcher = NAME.matcher(file.isPresent() ? file.get().text() : "");
                if (matcher.find()) {
                    folderByName.put(matcher.group(1), folder);
                }
            }
        }
        return folderByName;
    }

    List<String> folders() {
        return List.copyOf(folders);
    }

    /** By its name, its folder, or the last part of either: filters are written in all these ways. */
    Optional<String> folder(String nameOrPath) {
        String wanted = nameOrPath
                .replaceFirst("^\\.{3}", "")
                .replaceFirst("\\.{3}$", "")
                .replaceFirst("^\\./", "");
        Map<String, String> folderByName = folderByName();
        if (folderByName.containsKey(wanted)) {
            return Optional.of(folderByName.get(wanted));
        }
        String cleaned = wanted.replaceAll("[{}]", "");
        return folders.stream()
                .filter(folder -> folder.equals(cleaned) || folder.endsWith("/" + cleaned))
                .findFirst()
                .or(() -> folderByName.entrySet().stream()
                        .filter(e -> e.getKey().endsWith("/" + cleaned))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    /** The folder of the package that a folder belongs to. */
    Optional<String> enclosing(String folder) {
        for (Optional<String> at = Optional.of(folder); at.isPresent(); at = Folders.parent(at.get())) {
            if (folders.contains(at.get())) {
                return at;
            }
        }
        return Optional.empty();
    }
}
