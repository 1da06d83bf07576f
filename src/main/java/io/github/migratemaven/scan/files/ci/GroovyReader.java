package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.MappedText;
import io.github.migratemaven.scan.files.ci.GroovyToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts Groovy into words, strings and marks; comments are gone. */
final class GroovyReader {
    private static final int MAX_TOKENS = 200_000;

    private final SourceFile file;
    private final String text;
    private final List<GroovyToken> tokens = new ArrayList<>();
    private int at;

    private GroovyReader(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    static List<GroovyToken> read(SourceFile file) {
        GroovyReader reader = new GroovyReader(file);
        if (reader.text.startsWith("#!")) {
            reader.at = reader.lineEnd();
        }
        while (reader.at < reader.text.length() && reader.tokens.size() < MAX_TOKENS) {
            reader.token();
        }
        return reader.tokens;
    }

    private void token() {
        char c = text.charAt(at);
        if (c == '\n') {
            add(Kind.LINE_END, at + 1);
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("//", at)) {
            at = lineEnd();
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
        } else if (c == '\'' || c == '"') {
            String quote = String.valueOf(c);
            string(text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote);
        } else if (text.startsWith("$/", at)) {
            raw(2, text.indexOf("/$", at + 2), 2);
        } else if (c == '/' && beginsValue() && slashyEnd() > 0) {
            raw(1, slashyEnd(), 1);
        } else if (Character.isJavaIdentifierStart(c)) {
            add(Kind.WORD, wordEnd());
        } else {
            add(Kind.MARK, at + 1);
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new GroovyToken(kind, Source.slice(file, at, end)));
        at = end;
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int wordEnd() {
        int end = at;
        while (end < text.length()
                && (Character.isJavaIdentifierPart(text.charAt(end))
                        || text.charAt(end) == '.'
                                && end + 1 < text.length()
                                && Character.isJavaIdentifierStart(text.charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    /** Whether a slash begins a string here; after a value it divides. */
    private boolean beginsValue() {
        if (tokens.isEmpty()) {
            return false;
        }
        GroovyToken last = tokens.get(tokens.size() - 1);
        return last.kind() == Kind.WORD
                ? last.text().text().equals("sh") || last.text().text().equals("return")
                : last.kind() == Kind.MARK
                        && "(,=:[~+".indexOf(last.text().text().charAt(0)) >= 0;
    }

    private int slashyEnd() {
        for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '/' && text.charAt(i - 1) != '\\') {
                return i;
            }
        }
        return -1;
    }

    private void raw(int open, int close, int closeLength) {
        int end = close < 0 ? text.length() : close;
        tokens.add(new GroovyToken(Kind.STRING, Source.slice(file, at + open, Math.max(end, at + open))));
        at = Math.min(end + closeLength, text.length());
    }

    private void string(String quote) {
        MappedText value = new MappedText();
        boolean interpolated = quote.charAt(0) == '"';
        int i = at + quote.length();
        while (i < text.length() && !text.startsWith(quote, i)) {
            char c = text.charAt(i);
            if (quote.length() == 1 && c == '\n') {
                break;
            }
            if (c == '\\' && i + 1 < text.length()) {
                escape(text.charAt(i + 1), i, value);
                i += 2;
            } else if (interpolated && text.startsWith("${", i)) {
                i = expression(i, value);
            } else {
                value.append(c, i++);
            }
        }
        tokens.add(new GroovyToken(Kind.STRING, value.toSource(file, Math.min(i, text.length()))));
        // A string that its line's end cuts off leaves the line's end to be seen.
        at = text.startsWith(quote, i) ? i + quote.length() : i;
    }

    private static void escape(char escaped, int offset, MappedText value) {
        switch (escaped) {
            case 'n' -> value.append('\n', offset);
            case 't' -> value.append('\t', offset);
            case 'r' -> value.append('\r', offset);
            // A line that is continued: the shell sees neither the backslash nor the line's end.
            case '\n' -> value.append("", offset);
            default -> value.append(escaped, offset);
        }
    }

    /** {@code ${params.X ?: 'y'}}: what is Groovy's in it must not look like a shell's. */
    private int expression(int start, MappedText value) {
        value.append('$', start);
        value.append('{', start + 1);
        int depth = 1;
        int i = start + 2;
        while (i < text.length() && depth > 0 && i - start < 2000) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth > 0) {
                value.append(Character.isLetterOrDigit(c) || c == '.' ? c : '_', i);
            }
            i++;
        }
        value.append('}', Math.max(i - 1, start + 1));
        return i;
    }
}
