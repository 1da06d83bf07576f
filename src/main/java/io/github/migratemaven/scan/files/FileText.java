package io.github.migratemaven.scan.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file's bytes as text. */
final class FileText {
    /** How far git looks for a NUL to call a file binary. */
    private static final int BINARY_PROBE = 8000;

    private FileText() {}

    /** Text in UTF-8, or in UTF-16 with a byte order mark (PowerShell's habit); empty when it is binary. The mark is left out. */
    static Optional<String> decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
        }
        int probe = Math.min(bytes.length, BINARY_PROBE);
        for (int i = 0; i < probe; i++) {
            if (bytes[i] == 0) {
                return Optional.empty();
            }
        }
        int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        return Optional.of(new String(bytes, mark, bytes.length - mark, StandardCharsets.UTF_8));
    }

    /** Whether a mark says so. */
    static boolean isUtf16(byte[] bytes) {
        return startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF);
    }

    private static boolean startsWith(byte[] bytes, int... head) {
        for (int i = 0; i < head.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
