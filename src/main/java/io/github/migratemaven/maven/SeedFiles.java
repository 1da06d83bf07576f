package io.github.migratemaven.maven;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.SeedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The project's seed files: {@code .sql} and {@code .csv} below a folder, in the order of their paths. */
public final class SeedFiles {
    private SeedFiles() {}

    /**
     * @param folder need not exist: then there are none
     * @param base what messages show paths relative to
     */
    public static List<SeedFile> in(Path folder, Path base) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<SeedFile> files = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(f -> f.getFileName().toString().matches("(?i)[^.].*\\.(sql|csv)"))
                    .sorted((a, b) -> name(folder, a).compareTo(name(folder, b)))
                    .toList()) {
                files.add(read(file, folder, base));
            }
            return files;
        } catch (IOException e) {
            throw new MigrateException(
                    new Failure.Unavailable(
                            "seeds-not-read",
                            folder + " could not be read: " + e.getMessage(),
                            "See that this user may read it."),
                    e);
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static SeedFile read(Path file, Path folder, Path base) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String shown = (file.startsWith(base) ? base.relativize(file) : file)
                .toString()
                .replace('\\', '/');
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String checksum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new SeedFile(
                    name(folder, file), shown, text.startsWith("\uFEFF") ? text.substring(1) : text, checksum);
        } catch (CharacterCodingException e) {
            throw new MigrateException(Failure.InvalidInput.at(
                    Position.ofFile(shown), "not-utf-8", "the seed file is not UTF-8", "Save it as UTF-8."));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
