package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.ProjectPath;
import java.util.ArrayList;
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

    /**
     * As a filter of pnpm's or npm's says: {@code name}, {@code ./folder}, {@code @scope/*}; {@code name...} and {@code ...name} are
     * any, for a package's dependencies and dependents are whoever they are.
     */
    List<String> matching(String filter) {
        if (filter.startsWith("...") || filter.endsWith("...")) {
            return folders();
        }
        int star = filter.indexOf('*');
        if (star < 0) {
            return folder(filter).map(List::of).orElse(List.of());
        }
        boolean path = filter.startsWith("./") || filter.startsWith("{");
        String prefix =
                filter.substring(path ? filter.startsWith("{./") ? 3 : filter.startsWith("{") ? 1 : 2 : 0, star);
        String suffix = path ? "" : filter.substring(filter.lastIndexOf('*') + 1);
        List<String> found = new ArrayList<>();
        for (String folder : folders) {
            if (path && folder.startsWith(prefix)) {
                found.add(folder);
            }
        }
        folderByName().forEach((name, folder) -> {
            boolean fits = name.length() >= prefix.length() + suffix.length()
                    && name.startsWith(prefix)
                    && name.endsWith(suffix);
            if (!path && fits) {
                found.add(folder);
            }
        });
        return found;
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
