package io.github.migratemaven.model;

/**
 * A step that ran.
 *
 * @param millis as the server took for it where it was measured there, else the round trip
 * @param rows affected or returned rows; -1 where the statement has none
 */
public record StepResult(ChangesetId changeset, String text, Position position, long millis, long rows) {}
