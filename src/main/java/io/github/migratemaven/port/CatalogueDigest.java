package io.github.migratemaven.port;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** One digest for a whole catalogue, computed alike here and by the server, so that an unchanged one is not transferred. */
public final class CatalogueDigest {
    private CatalogueDigest() {}

    /** MD5 in hex over {@code name|digest} lines in the order of their bytes; empty string for an empty catalogue. */
    public static String of(Map<String, String> catalogue) {
        if (catalogue.isEmpty()) {
            return "";
        }
        List<byte[]> lines = catalogue.entrySet().stream()
                .map(e -> (e.getKey() + "|" + e.getValue()).getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toList();
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            for (int i = 0; i < lines.size(); i++) {
                if (i > 0) {
                    md5.update((byte) '\n');
                }
                md5.update(lines.get(i));
            }
            return HexFormat.of().formatHex(md5.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
