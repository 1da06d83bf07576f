package io.github.migratemaven.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarReaderTest {
    @ParameterizedTest
    @ValueSource(ints = {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX})
    void what_another_library_writes_is_read_whatever_the_lengths(int longNames) throws IOException {
        Random random = new Random(3);
        int[] sizes = {0, 1, 511, 512, 513, 70_000};
        int[] names = {1, 99, 100, 101, 155, 300};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[][] contents = new byte[sizes.length][];
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(longNames);
            for (int i = 0; i < sizes.length; i++) {
                contents[i] = new byte[sizes[i]];
                random.nextBytes(contents[i]);
                TarArchiveEntry entry = new TarArchiveEntry("d/" + "n".repeat(names[i]));
                entry.setMode(0100755);
                entry.setSize(sizes[i]);
                tar.putArchiveEntry(entry);
                tar.write(contents[i]);
                tar.closeArchiveEntry();
            }
            TarArchiveEntry link = new TarArchiveEntry("link", (byte) '2');
            link.setLinkName("t".repeat(200));
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
            tar.putArchiveEntry(new TarArchiveEntry("folder/"));
            tar.closeArchiveEntry();
        }
        TarReader tar = new TarReader(new ByteArrayInputStream(bytes.toByteArray()));
        for (int i = 0; i < sizes.length; i++) {
            TarReader.Entry entry = tar.next();
            assertThat(entry.name()).isEqualTo("d/" + "n".repeat(names[i]));
            assertThat(entry.kind()).isEqualTo(TarReader.Kind.FILE);
            assertThat(entry.mode() & 0777).isEqualTo(0755);
            if (i % 2 == 1) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                tar.copy(content);
                assertThat(content.toByteArray()).isEqualTo(contents[i]);
            }
        }
        TarReader.Entry link = tar.next();
        assertThat(link.kind()).isEqualTo(TarReader.Kind.SYMBOLIC_LINK);
        assertThat(link.target()).isEqualTo("t".repeat(200));
        assertThat(tar.next().kind()).isEqualTo(TarReader.Kind.FOLDER);
        assertThat(tar.next()).isNull();
    }

    @Test
    void a_damaged_header_and_a_cut_file_are_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry("file");
            entry.setSize(2000);
            tar.putArchiveEntry(entry);
            tar.write(new byte[2000]);
            tar.closeArchiveEntry();
        }
        byte[] damaged = bytes.toByteArray();
        damaged[0] = 'F';
        assertThatThrownBy(() -> new TarReader(new ByteArrayInputStream(damaged)).next())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
        TarReader cut = new TarReader(new ByteArrayInputStream(Arrays.copyOf(bytes.toByteArray(), 1500)));
        cut.next();
        assertThatThrownBy(() -> cut.copy(new ByteArrayOutputStream())).isInstanceOf(EOFException.class);
    }
}
