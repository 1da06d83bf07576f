package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON, and what configuration files make of it: comments, trailing commas, single quotes, names without quotes. What
 * stands before an error is there, what follows is not. Nesting and number of values are bounded.
 *
 * <p>Written by hand: the enforcer rule brings no JSON library (docs/decisions/006), and each character's place is needed anyway.
 */
public final class JsonText {
    /** Deeper than any configuration, shallow enough for recursive readers of the result. */
    static final int MAX_DEPTH = 200;

    static final int MAX_NODES = 250_000;

    private final SourceFile file;
    private final String text;
    private final NodeBuilder nodes = new NodeBuilder();
    /** For each open value whether it is a mapping. */
    private final boolean[] mappings = new boolean[MAX_DEPTH];

    private int at;
    /** Whether a name comes next in the open mapping, and not its value. */
    private boolean name;

    private JsonText(SourceFile file, int from) {
        this.file = file;
        this.text = file.text();
        this.at = from;
    }

    /** The file's value; empty when there is none. */
    public static Optional<Node> read(SourceFile file) {
        // A byte order mark is no JSON.
        return read(file, file.text().startsWith("\uFEFF") ? 1 : 0);
    }

    /** The value that begins at an offset: an object in a JavaScript file. */
    static Optional<Node> read(SourceFile file, int from) {
        JsonText text = new JsonText(file, from);
        text.readAll();
        List<Node> roots = text.nodes.roots();
        return roots.isEmpty() ? Optional.empty() : Optional.of(roots.get(0));
    }

    /** Up to the value's end, the first thing that is wrong, or a bound. */
    private void readAll() {
        boolean more = true;
        for (int count = 0; more && count < MAX_NODES; count++) {
            skip();
            more = at < text.length() && token(text.charAt(at)) && nodes.depth() > 0;
        }
    }

    /** @return whether what begins here may stand here */
    private boolean token(char c) {
        if (c == '}' || c == ']') {
            return close(c == '}');
        }
        if (name) {
            return name(c);
        }
        if (c == '{' || c == '[') {
            return open(c == '{');
        }
        int start = at;
        boolean quoted = isQuote(c);
        Source source = quoted ? string() : plain();
        if (quoted ? at > text.length() : source.text().isEmpty()) {
            return false;
        }
        nodes.value(new Node.Scalar(source, quoted, start, ""));
        return behindValue();
    }

    private boolean open(boolean mapping) {
        if (nodes.depth() == MAX_DEPTH) {
            return false;
        }
        mappings[nodes.depth()] = mapping;
        nodes.begin(mapping, at++, "");
        name = mapping;
        return true;
    }

    private boolean close(boolean mapping) {
        boolean fits = nodes.depth() > 0 && mappings[nodes.depth() - 1] == mapping && (name || !mapping);
        if (fits) {
            nodes.end();
            at++;
        }
        return fits && behindValue();
    }

    private boolean name(char c) {
        int start = at;
        Source source = isQuote(c) ? string() : plain();
        skip();
        if (at >= text.length() || text.charAt(at) != ':') {
            return false;
        }
        at++;
        nodes.key(source.text(), start);
        name = false;
        return true;
    }

    /** Behind a value stands a comma, or the end of what it is in. */
    private boolean behindValue() {
        if (nodes.depth() == 0) {
            return false;
        }
        name = mappings[nodes.depth() - 1];
        skip();
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
            return true;
        }
        return at < text.length() && (text.charAt(at) == '}' || text.charAt(at) == ']');
    }

    /** From a quote to behind its partner; behind the file's end if it has none. */
    private Source string() {
        char quote = text.charAt(at);
        Source source = decode(file, at + 1, quote);
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        at = end + 1;
        return source;
    }

    /** A number, a literal, a name without quotes. */
    private Source plain() {
        int start = at;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        return Source.slice(file, start, at);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isPlain(char c) {
        return Character.isLetterOrDigit(c) || "_$-+.".indexOf(c) >= 0;
    }

    /** White space and comments. */
    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                at++;
            } else if (c == '/' && text.startsWith("//", at)) {
                at = behind("\n");
            } else if (c == '/' && text.startsWith("/*", at)) {
                at += 2;
                at = behind("*/");
            } else {
                return;
            }
        }
    }

    private int behind(String end) {
        int found = text.indexOf(end, at);
        return found < 0 ? text.length() : found + end.length();
    }

    /** A JSON (or JavaScript, or TOML basic) string from after its opening quote up to its closing one, or the file's end. */
    static Source decode(SourceFile file, int start, char quote) {
        String text = file.text();
        int plain = start;
        while (plain < text.length() && text.charAt(plain) != quote && text.charAt(plain) != '\\') {
            plain++;
        }
        if (plain >= text.length() || text.charAt(plain) == quote) {
            return Source.slice(file, start, plain);
        }
        MappedText mapped = new MappedText();
        mapped.append(text, start, plain);
        int at = plain;
        while (at < text.length() && text.charAt(at) != quote) {
            at = text.charAt(at) == '\\' ? Escapes.decode(text, at, mapped) : literal(text, at, mapped);
        }
        return mapped.toSource(file, Math.min(at, text.length()));
    }

    private static int literal(String text, int at, MappedText mapped) {
        mapped.append(text.charAt(at), at);
        return at + 1;
    }
}
