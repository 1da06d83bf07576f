package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.SourceFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packages of a JavaScript workspace: name to folder. */
final class PackageNames {
    private static final Pattern NAME = Pattern.compile("\"name\"\\s{0,20}:\\s{0,20}\"([^\"\\\\]{1,214})\"");

    private final Map<String, String> folderByName = new HashMap<>();
    private final Map<String, Boolean> folders = new LinkedHashMap<>();

    PackageNames(ProjectFiles project) {
        for (String path : project.endingIn("package.json")) {
            if (path.equals("package.json") || path.endsWith("/package.json")) {
                Optional<SourceFile> file = project.read(path);
                if (file.isPresent()) {
                    add(file.get());
                }
            }
        }
    }

    private void add(SourceFile file) {
        folders.put(file.folder(), true);
        Matcher matcher = NAME.matcher(file.text());
        if (matcher.find()) {
            folderByName.put(matcher.group(1), file.folder());
        }
    }

    List<String> folders() {
        return List.copyOf(folders.keySet());
    }

    /** By its name, its folder, or the last part of either: filters are written in all these ways. */
    Optional<String> folder(String nameOrPath) {
        String wanted = nameOrPath
                .replaceFirst("^\\.{3}", "")
                .replaceFirst("\\.{3}$", "")
                .replaceFirst("^\\./", "");
        if (folderByName.containsKey(wanted)) {
            return Optional.of(folderByName.get(wanted));
        }
        String cleaned = wanted.replaceAll("[{}]", "");
        return folders.keySet().stream()
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
            if (folders.containsKey(at.get())) {
                return at;
            }
        }
        return Optional.empty();
    }
}
