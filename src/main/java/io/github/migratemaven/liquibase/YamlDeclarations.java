package io.github.migratemaven.liquibase;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The changesets of a YAML or JSON changelog: Liquibase reads both with SnakeYAML, and so do we for their places. */
final class YamlDeclarations {
    private final List<DeclaredChangeset> found = new ArrayList<>();
    /** SnakeYAML counts code points; the text's offsets are UTF-16. */
    private final String text;
    /** Of the text, in code points. */
    private final int length;

    private YamlDeclarations(String text) {
        this.text = text;
        length = text.codePointCount(0, text.length());
    }

    /** Empty for a text that is not YAML: the reader has said so already. */
    static List<DeclaredChangeset> read(String text) {
        YamlDeclarations declarations = new YamlDeclarations(text);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setAllowDuplicateKeys(true);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            value(root, "databaseChangeLog").ifPresent(declarations::list);
        } catch (YAMLException e) {
            return List.of();
        }
        return declarations.found;
    }

    private void list(Node entries) {
        if (entries instanceof SequenceNode list) {
            list.getValue().forEach(entry -> value(entry, "changeSet").ifPresent(body -> changeset(entry, body)));
        }
    }

    private void changeset(Node entry, Node body) {
        List<DeclaredChangeset.DeclaredChange> changes = new ArrayList<>();
        value(body, "changes").ifPresent(list -> {
            if (list instanceof SequenceNode sequence) {
                for (Node item : sequence.getValue()) {
                    if (item instanceof MappingNode mapping
                            && !mapping.getValue().isEmpty()) {
                        Node key = mapping.getValue().get(0).getKeyNode();
                        changes.add(new DeclaredChangeset.DeclaredChange(scalar(key), start(key)));
                    }
                }
            }
        });
        String id = value(body, "id").map(YamlDeclarations::resolved).orElse(null);
        String author = value(body, "author").map(YamlDeclarations::resolved).orElse(null);
        found.add(new DeclaredChangeset(id, author, start(entry), end(body), changes));
    }

    private static Optional<Node> value(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (key.equals(scalar(tuple.getKeyNode()))) {
                    return Optional.of(tuple.getValueNode());
                }
            }
        }
        return Optional.empty();
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** What Liquibase makes of it: 1.10 without quotes is a number, and becomes 1.1. */
    private static String resolved(Node node) {
        String text = scalar(node);
        if (node.getTag().equals(Tag.STR)) {
            return text;
        }
        Object value = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return String.valueOf(value);
    }

    private int start(Node node) {
        return offset(node.getStartMark().getIndex());
    }

    private int end(Node node) {
        return offset(node.getEndMark().getIndex());
    }

    private int offset(int codePoints) {
        int at = Math.min(codePoints, length);
        return length == text.length() ? at : text.offsetByCodePoints(0, at);
    }
}
