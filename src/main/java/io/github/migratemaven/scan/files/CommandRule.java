package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where in a file commands are, and when they run.
 *
 * @param path keys joined by dots; {@code *} is every key of a mapping or every item of a list, {@code +} every
 *     key only, {@code *_x} every key that ends so
 * @param exec whether a list is one program with its arguments; else its items are lines of one shell
 */
record CommandRule(String path, Entry entry, boolean exec, Set<Evidence> evidence) {
    /** Keys that say where commands below them run. */
    private static final List<String> FOLDERS =
            List.of("rootDir", "rootDirectory", "base", "source_dir", "appRoot", "cwd", "dir");

    /** Keys, from the mapping that the command is in or one above it, that hold its environment. */
    static final List<String> ENVIRONMENTS =
            List.of("env", "envVars", "envs", "environment", "env_variables", "variables", "config_vars");

    /** Text, or lines of one shell. */
    static CommandRule lines(String path, Entry entry, Evidence... evidence) {
        return new CommandRule(path, entry, false, Set.of(evidence));
    }

    /** Text, or a list that is one program with its arguments. */
    static CommandRule exec(String path, Entry entry, Evidence... evidence) {
        return new CommandRule(path, entry, true, Set.of(evidence));
    }

    /** The way to a node: what its keys say, and what holds there. */
    private record Walk(String title, int keyStart, String folder, Map<String, String> environment) {}

    void scripts(SourceFile file, Node root, String folder, Consumer<Script> to) {
        walk(file, root, List.of(path.split("\\.")), new Walk("", root.start(), folder, Map.of()), to);
    }

    private void walk(SourceFile file, Node node, List<String> keys, Walk walk, Consumer<Script> to) {
        Walk here = new Walk(walk.title(), walk.keyStart(), folder(node, walk), environment(node, walk));
        if (keys.isEmpty()) {
            CommandFile.body(node, exec).ifPresent(body -> to.accept(script(file, node, here, body)));
            return;
        }
        List<String> rest = keys.subList(1, keys.size());
        boolean items = keys.get(0).equals("*");
        boolean every = items || keys.get(0).equals("+");
        for (Node.Entry entry : node.entries()) {
            if (every || isNamed(keys.get(0), entry.key())) {
                String title = here.title().isEmpty() ? entry.key() : here.title() + "." + entry.key();
                walk(file, entry.value(), rest, new Walk(title, entry.start(), here.folder(), here.environment()), to);
            }
        }
        if (items) {
            node.items().forEach(item -> walk(file, item, rest, here, to));
        }
    }

    private static boolean isNamed(String pattern, String key) {
        return pattern.startsWith("*") ? key.endsWith(pattern.substring(1)) : key.equals(pattern);
    }

    private Script script(SourceFile file, Node node, Walk walk, Body body) {
        int start = node.sources().get(0).offset(0);
        return Draft.anonymous(file, start, walk.title())
                .withEntry(entry)
                .withFolder(walk.folder())
                .withEnvironment(walk.environment())
                .withEvidence(evidence)
                .runs(body);
    }

    private static String folder(Node node, Walk walk) {
        for (String key : FOLDERS) {
            Optional<String> written = node.source(key).map(Object::toString);
            // An absolute path or a variable is of the machine that it runs on.
            if (written.filter(w -> !w.startsWith("/") && !w.contains("$")).isPresent()) {
                return Paths.resolve(walk.folder(), written.get());
            }
        }
        return walk.folder();
    }

    private static Map<String, String> environment(Node node, Walk walk) {
        Map<String, String> all = new HashMap<>(walk.environment());
        for (String key : ENVIRONMENTS) {
            node.get(key).ifPresent(variables -> add(variables, all));
        }
        return all;
    }

    private static void add(Node variables, Map<String, String> all) {
        variables.entries().forEach(e -> e.value().source().ifPresent(value -> all.put(e.key(), value.text())));
        for (Node item : variables.items()) {
            item.source("key")
                    .or(() -> item.source("name"))
                    .ifPresent(name -> item.source("value").ifPresent(value -> all.put(name.text(), value.text())));
        }
        // CodeBuild: env.variables.
        variables
                .get("variables")
                .ifPresent(inner -> inner.entries()
                        .forEach(e -> e.value().source().ifPresent(value -> all.put(e.key(), value.text()))));
    }
}
