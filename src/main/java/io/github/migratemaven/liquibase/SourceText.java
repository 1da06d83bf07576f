package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A changelog file's text, and where each of its characters stands. */
final class SourceText {
    private final String file;
    private final String text;
    private final int[] lineStarts;

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Liquibase would replace what is not UTF-8 by question marks, and so deploy something else than was written. */
    static SourceText decode(String file, byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        ByteBuffer in = marked ? ByteBuffer.wrap(bytes, 3, bytes.length - 3) : ByteBuffer.wrap(bytes);
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return new SourceText(file, utf8.decode(in.slice()).toString());
        } catch (CharacterCodingException e) {
            CharBuffer good = CharBuffer.allocate(bytes.length);
            utf8.reset().decode(in.slice(), good, true);
            SourceText before = new SourceText(file, good.flip().toString());
            throw new MigrateException(Failure.InvalidInput.at(
                    before.position(before.text.length()),
                    "not-utf-8",
                    "the file is not UTF-8",
                    "Save it as UTF-8 (for example: iconv -f ISO-8859-1 -t UTF-8), then run again."));
        }
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** @param line 1-based; beyond the end = the end */
    int startOfLine(int line) {
        return line > lineStarts.length ? text.length() : lineStarts[Math.max(line, 1) - 1];
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
