package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Environment variables in their three spellings: a mapping, a list of {@code A=1}, a list of {@code name:} and {@code value:}. */
public final class EnvironmentNode {
    /** More than any environment has; levels are copied, so that a hostile file must not have more. */
    private static final int MAX_VARIABLES = 500;

    /** @param offset of the name in the file */
    private record Variable(String name, String value, int offset) {}

    private EnvironmentNode() {}

    public static Map<String, String> of(Optional<Node> node) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Variable variable : variables(node)) {
            all.put(variable.name(), variable.value());
        }
        return all;
    }

    /** The same as settings, each with the others beside it. */
    public static List<Setting> settings(SourceFile file, Optional<Node> node, Set<Evidence> evidence) {
        Map<String, String> siblings = Map.copyOf(of(node));
        List<Setting> settings = new ArrayList<>();
        for (Variable variable : variables(node)) {
            settings.add(new Setting(
                    variable.name(), variable.value(), file.position(variable.offset()), siblings, evidence));
        }
        return settings;
    }

    private static List<Variable> variables(Optional<Node> node) {
        List<Variable> all = new ArrayList<>();
        if (node.isPresent()) {
            for (Node.Entry entry : node.get().entries()) {
                all.add(new Variable(entry.key(), value(entry.key(), entry.value()), entry.start()));
            }
            for (Node item : node.get().items()) {
                item(item).ifPresent(all::add);
            }
        }
        return all.size() > MAX_VARIABLES ? all.subList(0, MAX_VARIABLES) : all;
    }

    private static Optional<Variable> item(Node item) {
        String text = item.text();
        int equals = text.indexOf('=');
        if (equals > 0) {
            return Optional.of(new Variable(text.substring(0, equals), text.substring(equals + 1), offset(item)));
        }
        Optional<Node> name = item.get("name").or(() -> item.get("key")).or(() -> item.get("Name"));
        Optional<Node> value = item.get("value").or(() -> item.get("Value"));
        if (name.isPresent()) {
            Node place = value.orElse(name.get());
            return Optional.of(new Variable(text(name), value(text(name), value.orElse(item)), offset(place)));
        }
        // A list of one-entry mappings: Azure, Buildkite matrices.
        return item.entries().size() == 1
                ? item.entries().stream()
                        .map(e -> new Variable(e.key(), value(e.key(), e.value()), e.start()))
                        .findFirst()
                : Optional.empty();
    }

    /** What is not a plain value is a secret or a reference: it is known to be set, but not to what. */
    private static String value(String name, Node node) {
        if (node.entries().isEmpty()) {
            return node.text();
        }
        return node.get("value").map(Node::text).orElse("${{ secrets." + name + " }}");
    }

    /** Where a file says something, for calls and the like. */
    public static Position position(SourceFile file, Node node) {
        return file.position(offset(node));
    }

    private static int offset(Node node) {
        return node.source().map(source -> source.offset(0)).orElse(node.start());
    }

    private static String text(Optional<Node> node) {
        return node.map(Node::text).orElse("");
    }
}
