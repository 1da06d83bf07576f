package io.github.migratemaven.postgres;

import io.github.migratemaven.model.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object of strings, as the journal keeps the catalogue. */
final class FlatJson {
    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    static String write(Map<String, String> values) {
        StringBuilder json = new StringBuilder("{");
        values.forEach((name, value) -> json.append(json.length() == 1 ? "" : ",")
                .append(JsonString.quoted(name))
                .append(':')
                .append(value == null ? "null" : JsonString.quoted(value)));
        return json.append('}').toString();
    }

    /**
     * @param text as PostgreSQL prints {@code jsonb}: there is no other white space than spaces
     * @return what was read before anything else than a string or null came
     */
    static Map<String, String> read(String text) {
        return new FlatJson(text).values();
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        take('{');
        while (peek() == '"') {
            String name = string();
            take(':');
            if (peek() == '"') {
                values.put(name, string());
            } else if (text.startsWith("null", at)) {
                at += 4;
                values.put(name, null);
            } else {
                break;
            }
            take(',');
        }
        return values;
    }

    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void take(char wanted) {
        if (peek() == wanted) {
            at++;
        }
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at++));
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        char kind = at + 1 < text.length() ? text.charAt(at + 1) : '\\';
        at += 2;
        switch (kind) {
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                char c = at + 4 <= text.length() ? (char) Integer.parseInt(text.substring(at, at + 4), 16) : '?';
                at += 4;
                return c;
            default:
                return kind;
        }
    }
}
