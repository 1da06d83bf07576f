package io.github.migratemaven.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkDigestTest {
    private static final int[] LENGTHS = {0, 1, 150, 1023, 1024, 1025, 8 * 1024, 40_000, 3, 1024, 1024};

    @Test
    void aContentThatIsReadCountsAsOneWhoseMarkIsKnown() throws IOException {
        MarkDigest read = new MarkDigest();
        MarkDigest known = new MarkDigest();
        for (byte[] content : contents()) {
            read.add(new ByteArrayInputStream(content));
            known.add(MarkDigest.mark(content));
        }
        assertThat(read.digest()).isEqualTo(known.digest());
    }

    @Test
    void aStreamThatGivesLittleAtATimeCountsAsAnyOther() throws IOException {
        MarkDigest whole = new MarkDigest();
        MarkDigest drops = new MarkDigest();
        for (byte[] content : contents()) {
            whole.add(new ByteArrayInputStream(content));
            drops.add(new Drops(new ByteArrayInputStream(content)));
        }
        assertThat(drops.digest()).isEqualTo(whole.digest());
    }

    @Test
    void anyByteOfAnyContentCounts() throws IOException {
        byte[] before = digest(contents());
        for (int i = 0; i < LENGTHS.length; i++) {
            for (int at : new int[] {0, LENGTHS[i] / 2, LENGTHS[i] - 1}) {
                List<byte[]> changed = contents();
                if (at >= 0 && at < LENGTHS[i]) {
                    changed.get(i)[at] ^= 1;
                    assertThat(digest(changed)).as("content %s, byte %s", i, at).isNotEqualTo(before);
                }
            }
        }
    }

    @Test
    void whereOneContentEndsCountsToo() throws IOException {
        assertThat(digest(texts("ab", "c"))).isNotEqualTo(digest(texts("a", "bc")));
        assertThat(digest(texts("ab", ""))).isNotEqualTo(digest(texts("", "ab")));
        assertThat(digest(texts("ab"))).isNotEqualTo(digest(texts("ab", "")));
    }

    /** Else a file could be swapped for one that holds the mark of what it held. */
    @Test
    void theMarkOfALongContentIsNotThatOfItsDigest() {
        byte[] content = new byte[5000];
        assertThat(MarkDigest.mark(content)).isNotEqualTo(MarkDigest.mark(Sha256.of(content)));
    }

    @Test
    void afterADigestItBeginsAnew() throws IOException {
        MarkDigest digest = new MarkDigest();
        digest.add(MarkDigest.mark(new byte[] {1}));
        byte[] first = digest.digest();
        digest.add(MarkDigest.mark(new byte[] {1}));
        assertThat(digest.digest()).isEqualTo(first);
    }

    private static byte[] digest(List<byte[]> contents) throws IOException {
        MarkDigest digest = new MarkDigest();
        for (byte[] content : contents) {
            digest.add(new ByteArrayInputStream(content));
        }
        return digest.digest();
    }

    private static List<byte[]> contents() {
        Random random = new Random(1);
        List<byte[]> contents = new ArrayList<>();
        for (int length : LENGTHS) {
            byte[] content = new byte[length];
            random.nextBytes(content);
            contents.add(content);
        }
        return contents;
    }

    private static List<byte[]> texts(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static final class Drops extends FilterInputStream {
        Drops(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, Math.min(length, 7));
        }
    }
}
