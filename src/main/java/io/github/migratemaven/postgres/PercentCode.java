package io.github.migratemaven.postgres;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding, read strictly: what the JDK's decoder lets pass as garbage is an error here. */
final class PercentCode {
    private PercentCode() {}

    /**
     * @param plusIsSpace pgjdbc reads a + as a space, libpq as itself
     * @return empty where a % is not followed by two hexadecimal digits, or the bytes are not UTF-8, or one is zero
     */
    static Optional<String> decode(String text, boolean plusIsSpace) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int next = raw[i];
            if (next == '%') {
                int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
                int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                next = high * 16 + low;
                i += 2;
            } else if (next == '+' && plusIsSpace) {
                next = ' ';
            }
            if (next == 0) {
                return Optional.empty();
            }
            bytes.write(next);
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
