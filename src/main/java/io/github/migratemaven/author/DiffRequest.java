package io.github.migratemaven.author;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a difference is to be found between, and how it is written down.
 *
 * @param desired where the schema is to go
 * @param schema the changelog's schema; empty = {@code public}
 * @param name what the change is about, for the changesets' ids; empty = it is made from the statements
 * @param author the changesets' author
 * @param now goes into the ids, so that no two differences have the same
 * @param allowDestructive whether statements that lose data may be part of it
 * @param major of the scratch server; empty = the newest known
 */
public record DiffRequest(
        Desired desired,
        Optional<String> schema,
        Optional<String> name,
        String author,
        LocalDateTime now,
        boolean allowDestructive,
        OptionalInt major) {}
