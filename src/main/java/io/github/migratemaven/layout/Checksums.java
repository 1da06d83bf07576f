package io.github.migratemaven.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/** The checksums that the three tools have for one and the same script. */
final class Checksums {
    private Checksums() {}

    /**
     * Flyway's (its class ChecksumCalculator): CRC-32 over the lines' characters in UTF-8, line ends and a byte order mark left
     * out.
     */
    static int flyway(String text) {
        CRC32 crc = new CRC32();
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        // A carriage return alone ends a line, too.
        unmarked.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }

    /**
     * Whether a checksum of Prisma's belongs to a file (checksum.rs of its schema engine): SHA-256 of the file with either kind
     * of line ends. Old versions wrote it without leading zeros of its bytes.
     */
    static boolean isPrismas(byte[] file, String stored) {
        // One character a byte: what is replaced is ASCII.
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return List.of(text, text.replace("\r\n", "\n"), text.replace("\n", "\r\n")).stream()
                .map(variant -> digest("SHA-256", variant.getBytes(StandardCharsets.ISO_8859_1)))
                .anyMatch(digest -> stored.equals(stored.length() == 64 ? hex(digest) : unpadded(digest)));
    }

    static String prisma(byte[] file) {
        return hex(digest("SHA-256", file));
    }

    private static String unpadded(byte[] digest) {
        StringBuilder text = new StringBuilder();
        for (byte b : digest) {
            text.append(Integer.toHexString(b & 0xFF));
        }
        return text.toString();
    }

    /**
     * Liquibase's of version 9 for a changeset whose one change is this SQL: with a header in front, the same file is the same
     * changeset for it. White space counts as one blank, none at either end.
     */
    static String liquibase(String sql) {
        String normal = sql.replaceAll("[ \t\r\n]+", "");
        return "9:" + md5("9:" + md5(normal) + ":");
    }

    private static String md5(String text) {
        return hex(digest("MD5", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
