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
    private final SourceText source;

    private YamlDeclarations(SourceText source) {
        this.source = source;
    }

    /**
     * Empty for a text that is not YAML: the parser says so.
     *
     * @throws io.github.migratemaven.model.MigrateException for YAML that Liquibase would take for something else than it says
     */
    static List<DeclaredChangeset> read(SourceText source) {
        YamlDeclarations declarations = new YamlDeclarations(source);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setAllowDuplicateKeys(true);
        // As Liquibase has it; YamlShape counts what they stand for.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        try {
            Node root = new Yaml(options).compose(new StringReader(source.text()));
            new YamlShape(source).check(root);
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

    static Optional<Node> value(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (key.equals(scalar(tuple.getKeyNode()))) {
                    return Optional.of(tuple.getValueNode());
                }
            }
        }
        return Optional.empty();
    }

    static String scalar(Node node) {
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
        return source.offset(node.getStartMark().getIndex());
    }

    private int end(Node node) {
        return source.offset(node.getEndMark().getIndex());
    }
}
