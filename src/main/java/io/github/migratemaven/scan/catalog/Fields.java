package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a catalogue file, with an error that names the place for whatever it should not hold. */
final class Fields {
    private final String path;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** @param known the keys that it may have */
    Fields(String path, Node node, Set<String> known) {
        this.path = path;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw bad(path, node, "A mapping belongs here", "Write key: value lines.");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(key)) {
                throw bad(
                        path,
                        tuple.getKeyNode(),
                        "Unknown key \"" + key + "\"",
                        "Known here: "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw bad(path, tuple.getKeyNode(), "\"" + key + "\" is given twice", "Keep one of them.");
            }
        }
    }

    String required(String key) {
        return optional(key)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> bad(path, node, "\"" + key + "\" is missing", "Every entry has one."));
    }

    Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> scalar(value, key));
    }

    boolean flag(String key) {
        return flag(key, false);
    }

    boolean flag(String key, boolean otherwise) {
        Optional<String> text = optional(key);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            throw bad(key, "\"" + key + "\" is true or false", "It says " + text.get() + ".");
        }
        return text.map(Boolean::parseBoolean).orElse(otherwise);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A list of texts, or a single one. */
    List<String> strings(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            return List.of(scalar(value, key));
        }
        return sequence.getValue().stream().map(item -> scalar(item, key)).toList();
    }

    /** A list of mappings. */
    List<Node> nodes(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return new ArrayList<>(sequence.getValue());
        }
        throw bad(key, "\"" + key + "\" is a list", "Begin each item with a dash.");
    }

    private String scalar(Node value, String key) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw bad(path, value, "\"" + key + "\" holds text only", "Put it in quotes if it is meant as text.");
    }

    MigrateException bad(String key, String message, String hint) {
        return bad(path, values.getOrDefault(key, node), message, hint);
    }

    private static MigrateException bad(String path, Node node, String message, String hint) {
        return bad(path, node.getStartMark(), message, hint);
    }

    static MigrateException bad(String path, Optional<Mark> mark, String message, String hint) {
        Position position = mark.map(m -> new Position(path, m.getLine() + 1, m.getColumn() + 1))
                .orElseGet(() -> new Position(path, 1, 1));
        return new MigrateException(Failure.InvalidInput.at(position, "bad-catalog", message, hint));
    }
}
