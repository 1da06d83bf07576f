package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One job as GitLab runs it: its own keys before those of what it extends, and those before the defaults. */
final class GitlabJob {
    /** GitLab allows eleven levels of {@code extends} and ten of {@code !reference}. */
    private static final int MAX_LEVELS = 11;

    private static final int MAX_COMMANDS = 10_000;

    private final GitlabConfiguration configuration;
    /** The job and what it extends, nearest first. */
    private final List<Node> levels = new ArrayList<>();

    GitlabJob(GitlabConfiguration configuration, String name) {
        this.configuration = configuration;
        extend(name, 0, new HashSet<>(Set.of(name)));
    }

    private void extend(String name, int level, Set<String> seen) {
        levels.addAll(configuration.all(name));
        List<Source> parents =
                configuration.get(name, "extends").map(Node::sources).orElse(List.of());
        for (int i = parents.size() - 1; i >= 0 && level < MAX_LEVELS; i--) {
            String parent = parents.get(i).text();
            if (seen.add(parent)) {
                extend(parent, level + 1, seen);
            }
        }
    }

    /** A key of the job or of what it extends. */
    Optional<Node> own(String key) {
        return levels.stream().flatMap(level -> level.get(key).stream()).findFirst();
    }

    /** The same, or what {@code default:} says, or the file's top level. */
    Optional<Node> inherited(String key) {
        return own(key).or(() -> configuration.get("default", key)).or(() -> configuration.get(key));
    }

    List<Source> commands(String key) {
        List<Source> all = new ArrayList<>();
        inherited(key).ifPresent(node -> collect(node, all, 0, new Visits(MAX_COMMANDS)));
        return all;
    }

    private void collect(Node node, List<Source> all, int level, Visits visits) {
        if (level > MAX_LEVELS || !visits.take()) {
            return;
        }
        if (node.tag().equals("!reference")) {
            configuration.referenced(node).ifPresent(target -> collect(target, all, level + 1, visits));
            return;
        }
        node.source().ifPresent(all::add);
        node.items().forEach(item -> collect(item, all, level + 1, visits));
    }

    Map<String, String> variables() {
        Map<String, String> all = new HashMap<>();
        List<Node> shared = configuration.all("variables");
        for (int i = shared.size() - 1; i >= 0; i--) {
            all.putAll(EnvironmentNode.of(Optional.of(shared.get(i))));
        }
        for (int i = levels.size() - 1; i >= 0; i--) {
            all.putAll(EnvironmentNode.of(levels.get(i).get("variables")));
        }
        return all;
    }

    /** Files of this repository that a child pipeline is made of. */
    List<String> children() {
        List<String> paths = new ArrayList<>();
        own("trigger").flatMap(trigger -> trigger.get("include")).ifPresent(include -> {
            include.source().ifPresent(path -> paths.add(path.text()));
            for (Node item : include.items()) {
                item.source().or(() -> item.source("local")).ifPresent(path -> paths.add(path.text()));
            }
        });
        paths.replaceAll(path -> path.startsWith("/") ? path.substring(1) : path);
        return paths;
    }

    String environment() {
        return own("environment")
                .map(environment -> environment.get("name").orElse(environment).text())
                .orElse("");
    }

    boolean isManual() {
        List<Node> rules = rules();
        return rules.isEmpty() ? when(own("when")).equals("manual") : all(rules, Set.of("manual", "never"));
    }

    boolean isDead() {
        List<Node> rules = rules();
        return rules.isEmpty() ? when(own("when")).equals("never") : all(rules, Set.of("never"));
    }

    private List<Node> rules() {
        return own("rules").map(Node::items).orElse(List.of());
    }

    private boolean all(List<Node> rules, Set<String> moments) {
        // A rule without when: takes the job's.
        return rules.stream()
                .allMatch(rule -> moments.contains(when(rule.get("when").or(() -> own("when")))));
    }

    private static String when(Optional<Node> node) {
        return node.map(Node::text).orElse("on_success");
    }

    boolean onWindows() {
        return inherited("tags").map(Node::sources).orElse(List.of()).stream()
                .anyMatch(tag -> tag.text().contains("windows"));
    }
}
