package io.github.migratemaven.model;

import java.util.List;
import java.util.Objects;

/**
 * How a changeset is undone.
 *
 * @param steps in the order in which they run
 * @param position where it is written; the changeset's own where nobody wrote it
 * @param obstacle why there is none, for a person; empty unless the kind is {@code NONE}
 */
public record RollbackBlock(Kind kind, List<Step> steps, Position position, String obstacle) {

    /** Who says how. */
    public enum Kind {
        /** The changelog: a rollback block with something in it. */
        DECLARED,
        /** The changelog: nothing is to be done ({@code --rollback empty}). */
        EMPTY,
        /** Liquibase, which knows the opposite of each of the changes. */
        AUTOMATIC,
        /** Nobody. */
        NONE
    }

    public RollbackBlock {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(position);
        steps = List.copyOf(steps);
    }

    public static RollbackBlock none(Position position, String obstacle) {
        return new RollbackBlock(Kind.NONE, List.of(), position, obstacle);
    }
}
