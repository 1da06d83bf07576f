package io.github.migratemaven.report;

import java.util.function.Consumer;

/** A JSON file's text. */
final class JsonDocument {
    private JsonDocument() {}

    /** @param content writes one value */
    static String text(Consumer<JsonWriter> content) {
        JsonWriter json = new JsonWriter();
        content.accept(json);
        return json.text() + '\n';
    }
}
