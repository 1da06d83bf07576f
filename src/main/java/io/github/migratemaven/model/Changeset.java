package io.github.migratemaven.model;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One unit of change as the changelog declares it. Its steps are made later, by the engine, since their text depends on
 * the server's version.
 *
 * @param identity id, author and path
 * @param position where it is declared
 * @param checksum Liquibase's checksum of the current version, for example {@code 9:0f…}
 * @param acceptsChecksum whether a stored checksum (of any version, or null) belongs to this content; honours {@code
 *     validCheckSum}
 * @param recorded the descriptive columns of its history row
 * @param rules its attributes that decide how it runs
 * @param selection whether contexts, labels, dbms and {@code ignore} let it run here, and if not why
 */
public record Changeset(
        ChangesetId identity,
        Position position,
        String checksum,
        Predicate<String> acceptsChecksum,
        Recorded recorded,
        Rules rules,
        Selection selection) {

    public Changeset {
        Objects.requireNonNull(identity);
        Objects.requireNonNull(position);
        Objects.requireNonNull(acceptsChecksum);
    }

    /** Written out, as a key of large maps: what the JDK makes for a record is linked at run time and slow until compiled. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Changeset that
                        && identity.equals(that.identity)
                        && position.equals(that.position)
                        && Objects.equals(checksum, that.checksum)
                        && acceptsChecksum.equals(that.acceptsChecksum)
                        && Objects.equals(recorded, that.recorded)
                        && Objects.equals(rules, that.rules)
                        && Objects.equals(selection, that.selection);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    /**
     * What the history row says about a changeset, beside its identity and checksum.
     *
     * @param tag from a {@code tagDatabase} change; empty without one
     * @param engineVersion Liquibase's version
     */
    public record Recorded(
            String description,
            String comments,
            String contexts,
            String labels,
            Optional<String> tag,
            String engineVersion) {}

    /**
     * How a changeset runs; names and meaning are Liquibase's attributes.
     *
     * @param markRanWhenInvalid {@code onValidationFail="MARK_RAN"}: a changeset with an invalid change is marked as ran
     * @param ordered false for {@code runOrder="first"} and {@code "last"}: its place says nothing about when it should have
     *     run
     * @param hasPreconditions whether the engine has to be asked before it runs
     */
    public record Rules(
            boolean runAlways,
            boolean runOnChange,
            boolean runInTransaction,
            boolean failOnError,
            boolean markRanWhenInvalid,
            boolean ordered,
            boolean hasPreconditions) {}

    /**
     * Whether a changeset belongs to this run.
     *
     * @param selected false leaves it out of the plan
     * @param reason why it is left out, for a person; empty when selected
     */
    public record Selection(boolean selected, String reason) {
        public static final Selection SELECTED = new Selection(true, "");

        public static Selection leftOut(String reason) {
            return new Selection(false, reason);
        }
    }
}
