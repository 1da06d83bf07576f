package io.github.migratemaven.jpa;

import io.github.migratemaven.jpa.export.ExportOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an export depends on: the order, and what a provider reads of the class path, by size and the time of the last change, as
 * compilers tell whether there is something to do. While it is the same, so is the script.
 */
final class ExportKey {
    private final MessageDigest digest;

    private ExportKey(MessageDigest digest) {
        this.digest = digest;
    }

    /** Some characters without a meaning of their own. */
    static String of(List<Path> classPath, ExportOrder order) throws IOException {
        try {
            ExportKey key = new ExportKey(MessageDigest.getInstance("SHA-256"));
            key.add(Runtime.version().toString());
            new TreeMap<>(order.text()).forEach((name, value) -> key.add(name + "=" + value));
            for (Path place : classPath) {
                key.files(place, order.mappings());
            }
            return HexFormat.of().formatHex(key.digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void files(Path place, List<String> mappings) throws IOException {
        if (!Files.exists(place)) {
            add(place.toString());
            return;
        }
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted().toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile() && (file.equals(place) || isRead(name(place, file), mappings))) {
                    add(file + " " + attributes.size() + " "
                            + attributes.lastModifiedTime().toMillis());
                }
            }
        }
    }

    private static String name(Path place, Path file) {
        return place.relativize(file).toString().replace('\\', '/');
    }

    /** The changelog is in the output folder, too, and changes more often than the entities. */
    private static boolean isRead(String name, List<String> mappings) {
        return name.endsWith(".class")
                || name.startsWith("META-INF/")
                || name.startsWith("hibernate.")
                || mappings.contains(name);
    }

    private void add(String text) {
        digest.update((text + '\n').getBytes(StandardCharsets.UTF_8));
    }
}
