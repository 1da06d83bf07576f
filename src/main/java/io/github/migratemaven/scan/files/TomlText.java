package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads TOML 1.0 as configuration files use it: tables, arrays of tables, dotted and quoted keys, every kind of string, arrays,
 * inline tables; numbers and dates as written. A line that makes no sense is skipped.
 */
public final class TomlText {
    private static final int MAX_KEY_PARTS = 32;
    private static final int MAX_VALUE_DEPTH = 64;

    private final SourceFile file;
    private final String text;
    private final TomlTable root = new TomlTable(0);
    private TomlTable table = root;
    private int at;
    private int inlineDepth;

    /** One part of a dotted key. */
    record Key(String name, int start) {}

    private TomlText(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** The file as one mapping; empty when it holds nothing. */
    public static Node read(SourceFile file) {
        TomlText toml = new TomlText(file);
        toml.skipBlank();
        while (toml.at < toml.text.length()) {
            toml.line();
            toml.at = toml.lineEnd();
            toml.skipBlank();
        }
        return toml.root.toNode();
    }

    private void line() {
        if (text.startsWith("[[", at)) {
            at += 2;
            table = root.append(keys());
        } else if (text.charAt(at) == '[') {
            int start = at++;
            table = root.descend(keys(), start);
        } else {
            pair(table);
        }
    }

    private void pair(TomlTable into) {
        List<Key> keys = keys();
        if (keys.isEmpty() || peek() != '=') {
            return;
        }
        at++;
        skipSpace();
        Node value = value(0);
        TomlTable owner = into.descend(keys.subList(0, keys.size() - 1), value.start());
        owner.put(keys.get(keys.size() - 1), value);
    }

    /** A dotted key; empty when there is none or it is beyond reason. */
    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        do {
            skipSpace();
            int start = at;
            char c = peek();
            String name;
            if (c == '"' || c == '\'') {
                name = string().text();
            } else {
                while (isBare(peek())) {
                    at++;
                }
                name = text.substring(start, at);
            }
            if (at == start || keys.size() == MAX_KEY_PARTS) {
                return List.of();
            }
            keys.add(new Key(name, start));
            skipSpace();
        } while (peek() == '.' && at++ >= 0);
        return keys;
    }

    private Node value(int depth) {
        int start = at;
        char c = peek();
        if (c == '"' || c == '\'') {
            return new Node.Scalar(string(), true, start, "");
        }
        if (c == '[' && depth < MAX_VALUE_DEPTH) {
            at++;
            return array(start, depth);
        }
        if (c == '{' && depth < MAX_VALUE_DEPTH) {
            at++;
            return inlineTable(start);
        }
        while (at < text.length() && ",]}#\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        int end = at;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Node.Scalar(Source.slice(file, start, end), false, start, "");
    }

    private Node array(int start, int depth) {
        List<Node> items = new ArrayList<>();
        for (skipBlank(); at < text.length() && peek() != ']'; skipBlank()) {
            int before = at;
            if (peek() == ',') {
                at++;
            } else {
                items.add(value(depth + 1));
            }
            if (at == before) {
                break;
            }
        }
        at = Math.min(at + 1, text.length());
        return new Node.Sequence(items, start, "");
    }

    private Node inlineTable(int start) {
        TomlTable inline = new TomlTable(start);
        for (skipBlank(); at < text.length() && peek() != '}'; skipBlank()) {
            int before = at;
            if (peek() == ',') {
                at++;
            } else {
                nested(inline);
            }
            if (at == before) {
                break;
            }
        }
        at = Math.min(at + 1, text.length());
        return inline.toNode();
    }

    private void nested(TomlTable inline) {
        if (inlineDepth < MAX_VALUE_DEPTH) {
            inlineDepth++;
            pair(inline);
            inlineDepth--;
        }
    }

    private Source string() {
        char quote = peek();
        String triple = String.valueOf(quote).repeat(3);
        boolean multiple = text.startsWith(triple, at);
        String end = multiple ? triple : String.valueOf(quote);
        at += end.length();
        if (multiple) {
            at += text.startsWith("\r\n", at) ? 2 : text.startsWith("\n", at) ? 1 : 0;
        }
        MappedText mapped = new MappedText();
        while (at < text.length() && !text.startsWith(end, at) && (multiple || peek() != '\n')) {
            if (quote == '\'' || peek() != '\\') {
                mapped.append(peek(), at++);
            } else if (multiple && continues(at + 1)) {
                at++;
                while (at < text.length() && Character.isWhitespace(peek())) {
                    at++;
                }
            } else {
                at = Escapes.decode(text, at, mapped);
            }
        }
        Source source = mapped.toSource(file, Math.min(at, text.length()));
        at = text.startsWith(end, at) ? at + end.length() : Math.min(at, text.length());
        return source;
    }

    /** Whether only white space stands between here and the line's end. */
    private boolean continues(int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\r')) {
            i++;
        }
        return i < text.length() && text.charAt(i) == '\n';
    }

    private static boolean isBare(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    /** White space, line ends and comments. */
    private void skipBlank() {
        while (at < text.length() && (Character.isWhitespace(peek()) || peek() == '#' || peek() == '\uFEFF')) {
            at = peek() == '#' ? lineEnd() : at + 1;
        }
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
