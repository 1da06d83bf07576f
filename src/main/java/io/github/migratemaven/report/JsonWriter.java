package io.github.migratemaven.report;

import io.github.migratemaven.model.JsonString;

/**
 * Writes JSON, pretty-printed with {@code \n} on every system, so that two runs can be compared. Where commas and line breaks
 * go is its business; that objects and arrays are closed, and that only fields stand in objects, is the caller's.
 */
final class JsonWriter {
    private final StringBuilder text = new StringBuilder();
    private int depth;
    /** Nothing stands in the innermost object or array yet. */
    private boolean first = true;
    /** A field's name has been written, and its value not. */
    private boolean named;

    /** A file's text: what was written, and a line's end. */
    String document() {
        return text.toString() + '\n';
    }

    void startObject() {
        start('{');
    }

    void startObject(String name) {
        name(name);
        startObject();
    }

    void endObject() {
        end('}');
    }

    void startArray(String name) {
        name(name);
        start('[');
    }

    void endArray() {
        end(']');
    }

    void name(String name) {
        next();
        text.append(JsonString.quoted(name)).append(" : ");
        named = true;
    }

    /** @param value null is written as null */
    void string(String value) {
        raw(value == null ? "null" : JsonString.quoted(value));
    }

    void string(String name, String value) {
        name(name);
        string(value);
    }

    void number(String name, long value) {
        name(name);
        raw(Long.toString(value));
    }

    void flag(String name, boolean value) {
        name(name);
        raw(Boolean.toString(value));
    }

    void nothing() {
        raw("null");
    }

    private void start(char bracket) {
        next();
        text.append(bracket);
        depth++;
        first = true;
    }

    private void end(char bracket) {
        depth--;
        if (first) {
            text.append(' ');
        } else {
            line();
        }
        text.append(bracket);
        first = false;
    }

    private void raw(String value) {
        next();
        text.append(value);
    }

    private void next() {
        if (named) {
            named = false;
            return;
        }
        if (!first) {
            text.append(',');
        }
        first = false;
        if (depth > 0) {
            line();
        }
    }

    private void line() {
        text.append('\n');
        for (int i = 0; i < depth; i++) {
            text.append("  ");
        }
    }
}
