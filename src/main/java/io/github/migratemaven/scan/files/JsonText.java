package io.github.migratemaven.scan.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON, and what configuration files make of it: comments, trailing commas, single quotes. What stands before an error is
 * there, what follows is not. Nesting and number of values are bounded.
 */
public final class JsonText {
    /** Deeper than any configuration, shallow enough for recursive readers of the result. */
    static final int MAX_DEPTH = 200;

    static final int MAX_NODES = 250_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(16 << 20)
                    .maxNumberLength(1000)
                    .build())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final SourceFile file;
    private final NodeBuilder nodes = new NodeBuilder();

    private JsonText(SourceFile file) {
        this.file = file;
    }

    /** The file's value; empty when there is none. */
    public static Optional<Node> read(SourceFile file) {
        // A byte order mark is no JSON.
        return read(file, file.text().startsWith("\uFEFF") ? 1 : 0);
    }

    /** The value that begins at an offset: an object in a JavaScript file. */
    static Optional<Node> read(SourceFile file, int from) {
        JsonText text = new JsonText(file);
        String content = " ".repeat(from) + file.text().substring(from);
        try (JsonParser parser = FACTORY.createParser(content)) {
            text.readAll(parser);
        } catch (IOException e) {
            // What came before the error counts.
        }
        List<Node> roots = text.nodes.roots();
        return roots.isEmpty() ? Optional.empty() : Optional.of(roots.get(0));
    }

    private void readAll(JsonParser parser) throws IOException {
        int count = 0;
        for (JsonToken token = parser.nextToken();
                token != null && count < MAX_NODES;
                token = parser.nextToken(), count++) {
            int start = (int) parser.currentTokenLocation().getCharOffset();
            switch (token) {
                case START_OBJECT -> nodes.begin(true, start, "");
                case START_ARRAY -> nodes.begin(false, start, "");
                case END_OBJECT, END_ARRAY -> nodes.end();
                case FIELD_NAME -> nodes.key(parser.currentName(), start);
                case VALUE_STRING -> nodes.value(new Node.Scalar(string(start), true, start, ""));
                default ->
                    nodes.value(new Node.Scalar(
                            Source.slice(file, start, start + parser.getText().length()), false, start, ""));
            }
            if (nodes.depth() == 0) {
                return;
            }
        }
    }

    /** @param start offset of the opening quote */
    private Source string(int start) {
        return decode(file, start + 1, file.text().charAt(start));
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
