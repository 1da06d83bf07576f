package io.github.migratemaven.postgres.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Builds jars as the binaries' artifacts are, and such as they must not be. */
final class TestArchive {
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;

    TestArchive() throws IOException {
        tar = new TarArchiveOutputStream(new XZOutputStream(packed, new LZMA2Options(1)));
    }

    TestArchive file(String name, int mode, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
        return this;
    }

    TestArchive programs() throws IOException {
        return file("bin/initdb", 0755, "").file("bin/pg_ctl", 0755, "").file("bin/postgres", 0755, "");
    }

    TestArchive link(String name, String target) throws IOException {
        return special(name, target, TarConstants.LF_SYMLINK);
    }

    TestArchive special(String name, String target, byte kind) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        return this;
    }

    Path jar(Path file) throws IOException {
        tar.close();
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("postgres-test.txz"));
            zip.write(packed.toByteArray());
            zip.closeEntry();
        }
        return file;
    }
}
