package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Spelling;
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

/** A mapping of a file of our own format, with an error that names the place for whatever it should not hold. */
public final class Fields {
    private final String code;
    private final String path;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** A key of the user's own, with its place. */
    public record Pair(Position position, String key, String value) {}

    /**
     * @param code of the errors
     * @param known the keys that it may have
     */
    public Fields(String code, String path, Node node, Set<String> known) {
        this.code = code;
        this.path = path;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw bad(node, "A mapping belongs here", "Write key: value lines.");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(key)) {
                throw bad(
                        tuple.getKeyNode(),
                        "Unknown key \"" + key + "\"",
                        meant(key, known)
                                + "Known here: "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw bad(tuple.getKeyNode(), "\"" + key + "\" is given twice", "Keep one of them.");
            }
        }
    }

    public String required(String key) {
        Optional<String> text = optional(key);
        if (text.isEmpty() || text.get().isBlank()) {
            throw bad(node, "\"" + key + "\" is missing", "Every entry has one.");
        }
        return text.get();
    }

    public Optional<String> optional(String key) {
        Node value = values.get(key);
        return value == null ? Optional.empty() : Optional.of(scalar(value, key));
    }

    public boolean flag(String key) {
        return flag(key, false);
    }

    boolean flag(String key, boolean otherwise) {
        Optional<String> text = optional(key);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            throw bad(key, "\"" + key + "\" is true or false", "It says " + text.get() + ".");
        }
        return text.isPresent() ? text.get().equals("true") : otherwise;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A list of texts, or a single one. */
    public List<String> strings(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            return List.of(scalar(value, key));
        }
        List<String> strings = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            strings.add(scalar(item, key));
        }
        return strings;
    }

    /** A list of mappings. */
    public List<Node> nodes(String key) {
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
        throw bad(value, "\"" + key + "\" holds text only", "Put it in quotes if it is meant as text.");
    }

    /** A mapping whose keys are the user's own. */
    public List<Pair> pairs(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof MappingNode mapping)) {
            throw bad(key, "\"" + key + "\" is a mapping", "Write key: value lines.");
        }
        List<Pair> pairs = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node name = tuple.getKeyNode();
            pairs.add(new Pair(
                    position(path, name.getStartMark()), scalar(name, key), scalar(tuple.getValueNode(), key)));
        }
        return pairs;
    }

    /** Where the mapping begins. */
    public Position position() {
        return position(path, node.getStartMark());
    }

    private static String meant(String key, Set<String> known) {
        return Spelling.nearest(key, known)
                .map(near -> "Did you mean \"" + near + "\"? ")
                .orElse("");
    }

    public MigrateException bad(String key, String message, String hint) {
        return bad(values.getOrDefault(key, node), message, hint);
    }

    private MigrateException bad(Node at, String message, String hint) {
        return bad(code, path, at.getStartMark(), message, hint);
    }

    static MigrateException bad(String code, String path, Optional<Mark> mark, String message, String hint) {
        return new MigrateException(Failure.InvalidInput.at(position(path, mark), code, message, hint));
    }

    private static Position position(String path, Optional<Mark> mark) {
        return mark.map(m -> new Position(path, m.getLine() + 1, m.getColumn() + 1))
                .orElseGet(() -> new Position(path, 1, 1));
    }
}
