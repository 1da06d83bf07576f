package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Refuses YAML and JSON that Liquibase reads without a word as something else than it says: a key that is there twice (the
 * last one wins), changes that are no list (none runs), a switch that is neither true nor false (it counts as false); and
 * aliases that unfold without end, which it follows without a limit.
 */
final class YamlShape {
    /** More values than any changelog has; a list of nine aliases, nine deep, has a billion. */
    private static final long MOST_VALUES = 5_000_000;

    private static final Set<String> SWITCHES =
            Set.of("runAlways", "runOnChange", "runInTransaction", "failOnError", "ignore");

    private final SourceText source;
    private final Map<Node, Long> sizes = new IdentityHashMap<>();

    YamlShape(SourceText source) {
        this.source = source;
    }

    void check(Node root) {
        if (root == null) {
            return;
        }
        if (size(root) > MOST_VALUES) {
            throw invalid(at(root), "the aliases (*name) of the file unfold to millions of values");
        }
        YamlDeclarations.value(root, "databaseChangeLog").ifPresent(entries -> {
            if (entries instanceof SequenceNode list) {
                for (Node entry : list.getValue()) {
                    YamlDeclarations.value(entry, "changeSet").ifPresent(this::changeset);
                }
            }
        });
    }

    private void changeset(Node body) {
        if (!(body instanceof MappingNode mapping)) {
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = YamlDeclarations.scalar(tuple.getKeyNode());
            Node value = tuple.getValueNode();
            if (key.equals("changes")) {
                changes(value);
            } else if (SWITCHES.contains(key) && value instanceof ScalarNode scalar && !isSwitch(scalar.getValue())) {
                throw invalid(at(value), key + " takes true or false, not \"" + scalar.getValue() + "\"");
            }
        }
        refuseRepeatedKeys(mapping);
    }

    private void changes(Node value) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().matches("|~|null|\\$\\{.*")) {
            throw invalid(at(value), "changes takes a list of changes, not \"" + scalar.getValue() + "\"");
        }
    }

    private void refuseRepeatedKeys(Node node) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(this::refuseRepeatedKeys);
        } else if (node instanceof MappingNode mapping) {
            Set<String> seen = new HashSet<>();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = YamlDeclarations.scalar(tuple.getKeyNode());
                if (!key.equals("<<") && !seen.add(key)) {
                    throw invalid(
                            at(tuple.getKeyNode()), "\"" + key + "\" is there twice; only the last one would count");
                }
                refuseRepeatedKeys(tuple.getValueNode());
            }
        }
    }

    private static boolean isSwitch(String value) {
        return value.matches("(?i)true|false|yes|no|on|off|1|0|y|n|t|f|null|~|\\$\\{.*") || value.isEmpty();
    }

    /** Values below a node as Liquibase sees them, an alias counted as what it stands for. */
    private long size(Node node) {
        Long known = sizes.get(node);
        if (known != null) {
            return known;
        }
        sizes.put(node, MOST_VALUES); // a value that holds itself never ends
        long size = 1;
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                size = Math.min(size + size(item), 2 * MOST_VALUES);
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                size = Math.min(size + size(tuple.getValueNode()), 2 * MOST_VALUES);
            }
        }
        sizes.put(node, size);
        return size;
    }

    private Position at(Node node) {
        return source.position(source.offset(node.getStartMark().getIndex()));
    }

    static MigrateException invalid(Position at, String message) {
        return new MigrateException(Failure.InvalidInput.at(
                at, "changelog-invalid", message, "Correct the file; nothing was sent to the database."));
    }
}
