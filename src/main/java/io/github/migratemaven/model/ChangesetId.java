package io.github.migratemaven.model;

import java.util.Objects;

/**
 * What identifies a changeset in the history, as in Liquibase: id, author and path together.
 *
 * @param path the changelog file's path as it stands in the history's {@code filename} column
 */
public record ChangesetId(String id, String author, String path) {
    /** Written out, as a key of large maps: what the JDK makes for a record is linked at run time and slow until compiled. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ChangesetId that
                && Objects.equals(id, that.id)
                && Objects.equals(author, that.author)
                && Objects.equals(path, that.path);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Objects.hashCode(id) + Objects.hashCode(author)) + Objects.hashCode(path);
    }

    /** Liquibase's own notation, {@code path::id::author}. */
    @Override
    public String toString() {
        return path + "::" + id + "::" + author;
    }
}
