package io.github.migratemaven.model;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A changeset that the history has.
 *
 * @param position where the changelog declares it; empty when the changelog lacks it
 * @param executedAt as stored in the history; null when this run applied it and nobody asked the server
 * @param execType EXECUTED, RERAN, MARK_RAN, SKIPPED or FAILED
 * @param millis how long it took in this run; empty for changesets of earlier runs
 */
public record AppliedChangeset(
        ChangesetId identity,
        Optional<Position> position,
        LocalDateTime executedAt,
        String execType,
        OptionalLong millis) {}
