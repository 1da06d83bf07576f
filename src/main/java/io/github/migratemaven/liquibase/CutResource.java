package io.github.migratemaven.liquibase;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import liquibase.resource.AbstractResource;
import liquibase.resource.Resource;

/** A file with another text in its place, for a trial. */
final class CutResource extends AbstractResource {
    private final Resource original;
    private final String text;

    CutResource(Resource original, String text) {
        super(original.getPath(), original.getUri());
        this.original = original;
        this.text = text;
    }

    @Override
    public InputStream openInputStream() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public Resource resolve(String other) {
        return original.resolve(other);
    }

    @Override
    public Resource resolveSibling(String other) {
        return original.resolveSibling(other);
    }
}
