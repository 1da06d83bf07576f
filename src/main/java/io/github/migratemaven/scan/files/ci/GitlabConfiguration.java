package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.YamlText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A GitLab CI file together with the local files that it includes, as GitLab merges them: key by key, and the including file wins.
 */
final class GitlabConfiguration {
    /** GitLab's own limit is 150 includes. */
    private static final int MAX_FILES = 150;

    private final Map<String, List<Node>> entries = new LinkedHashMap<>();
    private final Map<String, SourceFile> files = new LinkedHashMap<>();

    static GitlabConfiguration read(SourceFile file, ProjectFiles project) {
        GitlabConfiguration configuration = new GitlabConfiguration();
        Deque<SourceFile> open = new ArrayDeque<>(List.of(file));
        configuration.files.put(file.path(), file);
        while (!open.isEmpty()) {
            for (Node document : YamlText.read(open.poll())) {
                document.entries()
                        .forEach(entry -> configuration
                                .entries
                                .computeIfAbsent(entry.key(), name -> new ArrayList<>())
                                .add(entry.value()));
                for (String path : configuration.included(document, project)) {
                    project.read(path).ifPresent(more -> {
                        configuration.files.put(path, more);
                        open.add(more);
                    });
                }
            }
        }
        return configuration;
    }

    private List<String> included(Node document, ProjectFiles project) {
        List<String> all = new ArrayList<>();
        document.get("include").ifPresent(include -> {
            include(include, all);
            include.items().forEach(item -> include(item, all));
        });
        List<String> found = new ArrayList<>();
        for (String pattern : all) {
            for (String path : matching(pattern, project.paths())) {
                if (!files.containsKey(path) && files.size() + found.size() < MAX_FILES) {
                    found.add(path);
                }
            }
        }
        return found;
    }

    private static void include(Node include, List<String> all) {
        include.source().ifPresent(path -> all.add(path.text()));
        include.get("local")
                .ifPresent(local -> all.addAll(
                        local.sources().stream().map(Object::toString).toList()));
    }

    private static List<String> matching(String pattern, Set<String> paths) {
        String path = ProjectPath.resolve("", pattern.startsWith("/") ? pattern.substring(1) : pattern)
                .orElse("");
        int star = path.indexOf('*');
        if (star < 0) {
            return paths.contains(path) ? List.of(path) : List.of();
        }
        String prefix = path.substring(0, star);
        String suffix = path.substring(path.lastIndexOf('*') + 1);
        boolean deep = path.contains("**");
        return paths.stream()
                .filter(p ->
                        p.length() >= prefix.length() + suffix.length() && p.startsWith(prefix) && p.endsWith(suffix))
                .filter(p -> deep || p.indexOf('/', prefix.length()) < 0)
                .sorted()
                .limit(MAX_FILES)
                .toList();
    }

    boolean includes(String path) {
        return files.containsKey(path);
    }

    Set<String> names() {
        return entries.keySet();
    }

    /** What the files say under a name, the including file first. */
    List<Node> all(String name) {
        return entries.getOrDefault(name, List.of());
    }

    Optional<Node> get(String name) {
        return all(name).stream().findFirst();
    }

    /** A key below a name, from the first file that has it. */
    Optional<Node> get(String name, String key) {
        return all(name).stream().flatMap(node -> node.get(key).stream()).findFirst();
    }

    /** What {@code !reference [.setup, script]} stands for. */
    Optional<Node> referenced(Node reference) {
        List<Node> path = reference.items();
        String first = path.isEmpty() ? "" : path.get(0).text();
        Optional<Node> node =
                path.size() < 2 ? get(first) : get(first, path.get(1).text());
        for (int i = 2; i < path.size() && node.isPresent(); i++) {
            String key = path.get(i).text();
            node = node.flatMap(n -> n.get(key));
        }
        return node;
    }
}
