package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.JsonText;
import io.github.migratemaven.scan.files.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of a JSON text by their keys joined with dots, as {@code SPRING_APPLICATION_JSON} holds them. */
final class JsonKeys {
    private static final int LONGEST_KEY = 200;

    private JsonKeys() {}

    /** What could be read before an error is there. */
    static Map<String, String> of(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonText.read(new SourceFile("value", text)).ifPresent(root -> add("", root, values));
        return values;
    }

    /** As deep as {@link JsonText} reads. */
    private static void add(String key, Node node, Map<String, String> values) {
        String prefix = key.isEmpty() || key.length() > LONGEST_KEY ? "" : key + '.';
        node.entries().forEach(entry -> add(prefix + entry.key(), entry.value(), values));
        node.items().forEach(item -> add(key, item, values));
        node.source().ifPresent(value -> values.put(key, value.text()));
    }
}
