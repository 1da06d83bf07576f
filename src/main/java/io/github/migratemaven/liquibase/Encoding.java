package io.github.migratemaven.liquibase;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a changelog file is written, told as Liquibase and its parsers tell it.
 *
 * @param mark length of the byte order mark, in bytes
 */
record Encoding(Charset charset, int mark) {
    private static final int DECLARATION = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\bencoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

    static Encoding of(String file, byte[] bytes, String named) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return new Encoding(charset(named == null ? declared(file, bytes) : named), 0);
    }

    private static String declared(String file, byte[] bytes) {
        if (!file.toLowerCase(Locale.ROOT).endsWith(".xml")) {
            return "UTF-8";
        }
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(start);
        return matcher.find() ? matcher.group(1) : "UTF-8";
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // Liquibase says so itself when it reads the file.
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || bytes[i] != (byte) mark[i]) {
                return false;
            }
        }
        return true;
    }
}
