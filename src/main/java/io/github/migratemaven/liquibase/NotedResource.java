package io.github.migratemaven.liquibase;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import liquibase.resource.AbstractResource;
import liquibase.resource.Resource;

/** A file whose reading is taken down: with the very bytes that were read, since a file can change meanwhile. */
final class NotedResource extends AbstractResource {
    /** Larger files, which only data can be, are not held in memory. */
    private static final int LARGEST = 16 << 20;

    private final String asked;
    private final Resource original;
    private final SourceNotes notes;
    private final boolean keeps;
    private byte[] kept;

    /**
     * @param asked the path that it was looked up by
     * @param keeps whether it is read only once
     */
    NotedResource(String asked, Resource original, SourceNotes notes, boolean keeps) {
        super(original.getPath(), original.getUri());
        this.asked = asked;
        this.original = original;
        this.notes = notes;
        this.keeps = keeps;
    }

    @Override
    public InputStream openInputStream() throws IOException {
        if (kept != null) {
            return new ByteArrayInputStream(kept);
        }
        InputStream in = original.openInputStream();
        byte[] bytes = beginning(in);
        if (bytes.length == LARGEST) {
            notes.doubt(asked + " is too large to be read at once");
            return new SequenceInputStream(new ByteArrayInputStream(bytes), in);
        }
        in.close();
        notes.read(asked, getUri(), bytes);
        kept = keeps ? bytes : null;
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] beginning(InputStream in) throws IOException {
        try {
            return in.readNBytes(LARGEST);
        } catch (IOException | RuntimeException e) {
            try {
                in.close();
            } catch (IOException also) {
                e.addSuppressed(also);
            }
            throw e;
        }
    }

    @Override
    public boolean exists() {
        return original.exists();
    }

    @Override
    public Resource resolve(String other) {
        return noted(original.resolve(other));
    }

    @Override
    public Resource resolveSibling(String other) {
        return noted(original.resolveSibling(other));
    }

    private Resource noted(Resource resource) {
        notes.lookedUp(resource.getPath(), resource.exists() ? resource.getUri() : null);
        return new NotedResource(resource.getPath(), resource, notes, false);
    }
}
