package io.github.migratemaven.liquibase;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** A digest over many texts and contents, each with its length before it, so that no two lists of them look alike. */
final class Sha256 {
    private final MessageDigest digest = digest();
    private final ByteBuffer length = ByteBuffer.allocate(4);

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] of(byte[] content) {
        return digest().digest(content);
    }

    void add(byte[] bytes) {
        digest.update(length.putInt(0, bytes.length).array());
        digest.update(bytes);
    }

    void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    void addAll(Collection<String> texts) {
        add(Integer.toString(texts.size()));
        for (String text : texts) {
            add(text);
        }
    }

    /** In one piece: a path holds no NUL, and thousands of small pieces take their time. */
    void addPaths(Collection<String> paths) {
        add(String.join("\0", paths));
    }

    /** Begins anew. */
    byte[] bytes() {
        return digest.digest();
    }

    String hex() {
        return HexFormat.of().formatHex(bytes());
    }
}
