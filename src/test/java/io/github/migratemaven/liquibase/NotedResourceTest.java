package io.github.migratemaven.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import liquibase.resource.AbstractResource;
import liquibase.resource.Resource;
import org.junit.jupiter.api.Test;

class NotedResourceTest {
    @Test
    void aFileThatCannotBeReadToItsEndIsClosed() {
        BrokenStream stream = new BrokenStream();
        NotedResource resource = new NotedResource("a.sql", new OneStream(stream), new SourceNotes(), false);

        assertThatThrownBy(resource::openInputStream)
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is broken")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(stream.closed).isTrue();
    }

    @Test
    void aFileThatWasReadIsClosed() throws IOException {
        BrokenStream stream = new BrokenStream();
        stream.broken = false;

        try (InputStream in =
                new NotedResource("a.sql", new OneStream(stream), new SourceNotes(), false).openInputStream()) {
            assertThat(in.readAllBytes()).hasSize(3);
            assertThat(stream.closed).isTrue();
        }
    }

    private static final class BrokenStream extends ByteArrayInputStream {
        private boolean broken = true;
        private boolean closed;

        BrokenStream() {
            super(new byte[3]);
        }

        @Override
        public byte[] readNBytes(int length) throws IOException {
            if (broken) {
                throw new IOException("the disk is broken");
            }
            return super.readNBytes(length);
        }

        @Override
        public void close() throws IOException {
            closed = true;
            if (broken) {
                throw new IOException("and cannot be let go");
            }
        }
    }

    private static final class OneStream extends AbstractResource {
        private final InputStream stream;

        OneStream(InputStream stream) {
            super("a.sql", URI.create("file:/a.sql"));
            this.stream = stream;
        }

        @Override
        public InputStream openInputStream() {
            return stream;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public Resource resolve(String other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Resource resolveSibling(String other) {
            throw new UnsupportedOperationException();
        }
    }
}
