package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A changelog file's text, and where each of its characters stands. */
final class SourceText {
    private final String file;
    private final String text;
    private final int[] lineStarts;
    /** Whether it holds characters that take two units: rare, and only then is counting slow. */
    private final boolean astral;

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        astral = text.codePointCount(0, text.length()) != text.length();
        lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Reads a file as Liquibase does: UTF-8, UTF-16 with a byte order mark, or what an XML declaration names. What does not fit
     * is refused: Liquibase would put question marks in its place, and so deploy something else than was written.
     *
     * @param named the encoding that the changelog gives for the file; null without one
     */
    static SourceText decode(String file, byte[] bytes, String named) {
        Encoding encoding = Encoding.of(file, bytes, named);
        ByteBuffer in = ByteBuffer.wrap(bytes, encoding.mark(), bytes.length - encoding.mark());
        CharsetDecoder decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            SourceText source = new SourceText(file, decoder.decode(in.slice()).toString());
            source.refuseNul();
            return source;
        } catch (CharacterCodingException e) {
            CharBuffer good = CharBuffer.allocate(bytes.length);
            decoder.reset().decode(in.slice(), good, true);
            SourceText before = new SourceText(file, good.flip().toString());
            before.refuseNul();
            throw refused(
                    before.position(before.text.length()),
                    "the file is not " + encoding.charset().name() + ": this character is written in another encoding");
        }
    }

    private void refuseNul() {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw refused(
                    position(nul), "the file holds a NUL character: it is UTF-16 without its mark, or no text at all");
        }
    }

    private static MigrateException refused(Position at, String message) {
        return new MigrateException(Failure.InvalidInput.at(
                at,
                "not-utf-8",
                message,
                "Save it as UTF-8 (for example: iconv -f ISO-8859-1 -t UTF-8), then run again."));
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** Where a word stands, from an offset on; empty when it does not, or is no word. */
    Optional<Position> find(String word, int from) {
        if (word.isBlank()) {
            return Optional.empty();
        }
        for (int at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
            if (begins && ends) {
                return Optional.of(position(at));
            }
        }
        return Optional.empty();
    }

    /** @param line 1-based; beyond the end = the end */
    int startOfLine(int line) {
        return line > lineStarts.length ? text.length() : lineStarts[Math.max(line, 1) - 1];
    }

    /** The offset of the n-th code point: what parsers count. */
    int offset(int codePoints) {
        return astral
                ? text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())))
                : Math.min(codePoints, text.length());
    }

    Position position(int offset) {
        int at = Math.min(Math.max(offset, 0), text.length());
        int line = java.util.Arrays.binarySearch(lineStarts, at);
        if (line < 0) {
            line = -line - 2;
        }
        return new Position(file, line + 1, text.codePointCount(lineStarts[line], at) + 1);
    }
}
