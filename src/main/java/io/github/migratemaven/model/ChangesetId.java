package io.github.migratemaven.model;

/**
 * What identifies a changeset in the history, as in Liquibase: id, author and path together.
 *
 * @param path the changelog file's path as it stands in the history's {@code filename} column
 */
public record ChangesetId(String id, String author, String path) {
    /** Liquibase's own notation, {@code path::id::author}. */
    @Override
    public String toString() {
        return path + "::" + id + "::" + author;
    }
}
