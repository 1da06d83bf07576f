package io.github.migratemaven.report;

import io.github.migratemaven.model.Position;
import java.util.Collection;
import java.util.Optional;

/** The generator, with our rule that what is not known is {@code null}. */
final class JsonFields {
    /** Writes the fields of one object, of whatever kind it is. */
    interface Body {
        void fields(Object value);
    }

    private final JsonWriter json;

    JsonFields(JsonWriter json) {
        this.json = json;
    }

    /** @param value null or empty is written as null */
    void text(String name, String value) {
        json.name(name);
        if (value == null || value.isEmpty()) {
            json.nothing();
        } else {
            json.string(value);
        }
    }

    void number(String name, long value) {
        json.number(name, value);
    }

    /** @param value null where it is below {@code smallest}: the model's way to say unknown */
    void number(String name, long value, long smallest) {
        if (value < smallest) {
            json.name(name);
            json.nothing();
        } else {
            number(name, value);
        }
    }

    void flag(String name, boolean value) {
        json.flag(name, value);
    }

    void place(Optional<Position> position, boolean column) {
        text("file", position.isPresent() ? position.get().file() : null);
        number("line", position.isPresent() ? position.get().line() : 0, 1);
        if (column) {
            number("column", position.isPresent() ? position.get().column() : 0, 1);
        }
    }

    void strings(String name, Collection<String> values) {
        json.startArray(name);
        for (String value : values) {
            json.string(value);
        }
        json.endArray();
    }

    void objects(String name, Collection<?> values, Body body) {
        json.startArray(name);
        for (Object value : values) {
            object(value, body);
        }
        json.endArray();
    }

    void object(String name, Optional<?> value, Body body) {
        json.name(name);
        if (value.isEmpty()) {
            json.nothing();
        } else {
            object(value.get(), body);
        }
    }

    void object(Object value, Body body) {
        json.startObject();
        body.fields(value);
        json.endObject();
    }
}
