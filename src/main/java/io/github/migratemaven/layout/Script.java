package io.github.migratemaven.layout;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A migration's file: its bytes, its text without a byte order mark, and where each character stands. */
final class Script {
    private static final char MARK = '\uFEFF';

    private final String shown;
    private final byte[] bytes;
    private final String text;
    private final int[] lines;

    private Script(String shown, byte[] bytes, String text) {
        this.shown = shown;
        this.bytes = bytes;
        this.text = text;
        int[] starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        for (int line = 1, at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts[line++] = at + 1;
        }
        lines = starts;
    }

    static Script read(Path file, String shown, Charset encoding) {
        try {
            return of(shown, Files.readAllBytes(file), encoding);
        } catch (IOException e) {
            throw unreadable(shown, e);
        }
    }

    static MigrateException unreadable(String shown, IOException e) {
        return new MigrateException(
                Failure.InvalidInput.at(
                        Position.ofFile(shown),
                        "changelog-unreadable",
                        "it cannot be read: " + e.getMessage(),
                        "Check that it is there and that this user may read it."),
                e);
    }

    /** What does not fit the encoding is refused: with marks in its place, something else would be deployed than was written. */
    static Script of(String shown, byte[] bytes, Charset encoding) {
        try {
            String decoded = encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean marked = !decoded.isEmpty() && decoded.charAt(0) == MARK;
            Script script = new Script(shown, bytes, marked ? decoded.substring(1) : decoded);
            int nul = script.text.indexOf('\0');
            if (nul >= 0) {
                throw refused(script.position(nul), "the file holds a NUL character, which no PostgreSQL text can");
            }
            return script;
        } catch (CharacterCodingException e) {
            throw refused(Position.ofFile(shown), "the file is not " + encoding.name());
        }
    }

    private static MigrateException refused(Position at, String message) {
        return new MigrateException(Failure.InvalidInput.at(
                at, "not-utf-8", message, "Save it as " + StandardCharsets.UTF_8 + ", then run again."));
    }

    byte[] bytes() {
        return bytes;
    }

    String text() {
        return text;
    }

    String shown() {
        return shown;
    }

    /** @param offset in {@code char}s of the text */
    Position position(int offset) {
        int at = Math.min(Math.max(offset, 0), text.length());
        int found = Arrays.binarySearch(lines, at);
        int line = found < 0 ? -found - 2 : found;
        return new Position(shown, line + 1, text.codePointCount(lines[line], at) + 1);
    }
}
