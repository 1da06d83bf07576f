package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value of a JSON, YAML or TOML file that knows its place. YAML aliases are resolved to the node that they name (the same
 * object again), merge keys to the entries that they bring.
 */
public sealed interface Node {
    /** Offset in the file where the value begins. */
    int start();

    /** The YAML tag as written, for example {@code !reference}; empty string = none. */
    String tag();

    /** The value of a key; of a key that is written twice the last, as the formats' readers take it. */
    default Optional<Node> get(String key) {
        return Optional.empty();
    }

    /** The value behind several keys, one in the other. */
    default Optional<Node> at(String... keys) {
        Optional<Node> node = Optional.of(this);
        for (String key : keys) {
            node = node.isPresent() ? node.get().get(key) : node;
        }
        return node;
    }

    /** The entries of a mapping; of anything else none. */
    default List<Entry> entries() {
        return List.of();
    }

    /** The members of a sequence; of anything else none. */
    default List<Node> items() {
        return List.of();
    }

    /** The text of a scalar (numbers and booleans as written); empty for {@code null} and for anything else. */
    default Optional<Source> source() {
        return Optional.empty();
    }

    /** The text of a scalar; empty string for anything else. */
    default String text() {
        Optional<Source> source = source();
        return source.isPresent() ? source.get().text() : "";
    }

    /** The scalar at these keys. */
    default Optional<Source> source(String... keys) {
        Optional<Node> node = at(keys);
        return node.isPresent() ? node.get().source() : Optional.empty();
    }

    /** The scalars of this sequence, or this scalar alone: for keys that take either. */
    default List<Source> sources() {
        if (source().isPresent()) {
            return List.of(source().get());
        }
        List<Source> all = new ArrayList<>();
        for (Node item : items()) {
            Optional<Source> source = item.source();
            if (source.isPresent()) {
                all.add(source.get());
            }
        }
        return all;
    }

    /** @param start offset of the key in the file */
    record Entry(String key, int start, Node value) {}

    record Mapping(List<Entry> entries, int start, String tag) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public Optional<Node> get(String key) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (entries.get(i).key().equals(key)) {
                    return Optional.of(entries.get(i).value());
                }
            }
            return Optional.empty();
        }
    }

    record Sequence(List<Node> items, int start, String tag) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** @param quoted whether it is a text whatever it looks like: quoted, or a YAML block */
    record Scalar(Source value, boolean quoted, int start, String tag) implements Node {
        @Override
        public Optional<Source> source() {
            return !quoted && isNull() ? Optional.empty() : Optional.of(value);
        }

        private boolean isNull() {
            String text = value.text();
            return text.isEmpty() || text.equals("null") || text.equals("~");
        }
    }
}
