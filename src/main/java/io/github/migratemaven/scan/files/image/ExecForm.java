package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON array form of an instruction: {@code ["npx", "prisma"]}. Anything that is not quite that is shell text, as for docker. */
final class ExecForm {
    private final Source source;
    private final String text;
    private int at;

    private ExecForm(Source source) {
        this.source = source;
        this.text = source.text();
    }

    static Optional<List<Source>> read(Source source) {
        return new ExecForm(source).array();
    }

    private Optional<List<Source>> array() {
        if (!skip('[')) {
            return Optional.empty();
        }
        List<Source> words = new ArrayList<>();
        if (!skip(']')) {
            do {
                Optional<Source> word = string();
                if (word.isEmpty()) {
                    return Optional.empty();
                }
                words.add(word.get());
            } while (skip(','));
            if (!skip(']')) {
                return Optional.empty();
            }
        }
        return text.substring(at).isBlank() ? Optional.of(words) : Optional.empty();
    }

    private boolean skip(char c) {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private Optional<Source> string() {
        if (!skip('"')) {
            return Optional.empty();
        }
        MappedText word = new MappedText();
        while (at < text.length() && text.charAt(at) != '"') {
            int offset = source.offset(at);
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                char escaped = text.charAt(at++);
                c = switch (escaped) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> escaped;
                };
            }
            word.append(c, offset);
        }
        if (at >= text.length()) {
            return Optional.empty();
        }
        return Optional.of(word.toSource(source.file(), source.offset(at++)));
    }
}
