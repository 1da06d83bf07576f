package io.github.migratemaven.scan.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of a JSON text by their keys joined with dots, as {@code SPRING_APPLICATION_JSON} holds them. */
final class JsonKeys {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_KEY = 200;

    private JsonKeys() {}

    /** What could be read before an error is there. */
    static Map<String, String> of(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Deque<String> prefixes = new ArrayDeque<>();
        String key = "";
        try (JsonParser json = JSON.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    key = prefixes.element() + json.currentName();
                } else if (token.isStructStart()) {
                    prefixes.push(key.isEmpty() || key.length() > LONGEST_KEY ? "" : key + '.');
                } else if (token.isStructEnd()) {
                    prefixes.pop();
                } else if (token.isScalarValue()) {
                    values.put(key, json.getText());
                }
            }
        } catch (IOException e) {
            // The beginning of a broken text still says something.
        }
        return values;
    }
}
