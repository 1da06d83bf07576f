package io.github.migratemaven.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migratemaven.model.Position;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/** The generator, with our rule that what is not known is {@code null}. */
final class JsonFields {
    /** Writes the fields of one object, or one value. */
    @FunctionalInterface
    interface Body<T> {
        void write(T value) throws IOException;
    }

    private final JsonGenerator json;

    JsonFields(JsonGenerator json) {
        this.json = json;
    }

    /** @param value null or empty is written as null */
    void text(String name, String value) throws IOException {
        json.writeFieldName(name);
        if (value == null || value.isEmpty()) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    void number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    /** @param value null where it is below {@code smallest}: the model's way to say unknown */
    void number(String name, long value, long smallest) throws IOException {
        if (value < smallest) {
            json.writeNullField(name);
        } else {
            number(name, value);
        }
    }

    void flag(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    void place(Optional<Position> position, boolean column) throws IOException {
        text("file", position.isPresent() ? position.get().file() : null);
        number("line", position.isPresent() ? position.get().line() : 0, 1);
        if (column) {
            number("column", position.isPresent() ? position.get().column() : 0, 1);
        }
    }

    void strings(String name, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    <T> void objects(String name, Collection<T> values, Body<T> body) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            object(value, body);
        }
        json.writeEndArray();
    }

    <T> void object(String name, Optional<T> value, Body<T> body) throws IOException {
        json.writeFieldName(name);
        if (value.isEmpty()) {
            json.writeNull();
        } else {
            object(value.get(), body);
        }
    }

    <T> void object(T value, Body<T> body) throws IOException {
        json.writeStartObject();
        body.write(value);
        json.writeEndObject();
    }
}
