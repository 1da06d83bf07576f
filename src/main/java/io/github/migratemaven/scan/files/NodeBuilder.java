package io.github.migratemaven.scan.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Puts a stream of begin, key, value and end together; what is still open when the stream breaks off is closed. */
final class NodeBuilder {
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Node> roots = new ArrayList<>();

    /** A mapping or sequence that has begun. */
    private static final class Open {
        final boolean mapping;
        final int start;
        final String tag;
        /** What merge keys bring, in their order; they stand before the rest, since what is written out wins. */
        final List<Node> merged = new ArrayList<>();

        final List<Node.Entry> entries = new ArrayList<>();
        final List<Node> items = new ArrayList<>();
        String key;
        int keyStart;

        Open(boolean mapping, int start, String tag) {
            this.mapping = mapping;
            this.start = start;
            this.tag = tag;
        }

        void add(Node node) {
            if (!mapping) {
                items.add(node);
            } else if (key == null) {
                key = node.text();
                keyStart = node.start();
            } else {
                if (key.equals("<<") && node instanceof Node.Mapping) {
                    merged.add(node);
                } else if (key.equals("<<") && node instanceof Node.Sequence) {
                    merged.addAll(node.items());
                } else {
                    entries.add(new Node.Entry(key, keyStart, node));
                }
                key = null;
            }
        }

        Node close() {
            if (!mapping) {
                return new Node.Sequence(items, start, tag);
            }
            List<Node.Entry> all = new ArrayList<>();
            for (int i = merged.size() - 1; i >= 0; i--) {
                all.addAll(merged.get(i).entries());
            }
            all.addAll(entries);
            return new Node.Mapping(all, start, tag);
        }
    }

    void begin(boolean mapping, int start, String tag) {
        open.push(new Open(mapping, start, tag));
    }

    void key(String key, int start) {
        open.peek().key = key;
        open.peek().keyStart = start;
    }

    /** A value, or where a mapping has no key yet, its key. */
    void value(Node node) {
        if (open.isEmpty()) {
            roots.add(node);
        } else {
            open.peek().add(node);
        }
    }

    int depth() {
        return open.size();
    }

    /** @return the node that was closed */
    Node end() {
        Node node = open.pop().close();
        value(node);
        return node;
    }

    List<Node> roots() {
        while (!open.isEmpty()) {
            end();
        }
        return roots;
    }
}
