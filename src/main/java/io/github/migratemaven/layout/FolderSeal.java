package io.github.migratemaven.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** A digest of everything that a project's migrations are read from. */
final class FolderSeal {
    /** Another number for each way to read that gives another result. */
    private static final String FORM = "layout 1";

    private FolderSeal() {}

    static String of(LayoutRequest request) throws IOException {
        MessageDigest digest = sha256();
        List<String> conditions = new ArrayList<>(List.of(
                FORM,
                request.tool().word(),
                request.path(),
                request.shown(request.folder()),
                request.base().toString(),
                request.schema().orElse("\0")));
        new TreeMap<>(request.parameters()).forEach((name, value) -> conditions.add(name + "=" + value));
        conditions.forEach(line -> add(digest, line.getBytes(StandardCharsets.UTF_8)));
        List<Path> files = new ArrayList<>(FolderFiles.below(request.folder()));
        request.sources().forEach(source -> files.addAll(FolderFiles.below(source.resolve(request.path()))));
        for (Path file : files) {
            add(digest, request.shown(file).getBytes(StandardCharsets.UTF_8));
            add(digest, Files.readAllBytes(file));
        }
        return FORM + " " + HexFormat.of().formatHex(digest.digest());
    }

    /** With its length in front: what is added cannot run into what comes next. */
    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
