package io.github.migratemaven.model;

import java.util.Locale;
import java.util.Optional;

/** The verdict of status, worst first: the order of the constants is the order of severity. */
public enum State {
    UNREACHABLE("the database cannot be reached"),
    LOCKED("another run holds the lock"),
    FAILED("a step that cannot run in a transaction broke off"),
    EDITED("an applied changeset was edited"),
    MISSING("the database has changesets that the changelog lacks"),
    OUT_OF_ORDER("a pending changeset stands before an applied one"),
    DRIFTED("the schema is not as the last run left it"),
    INVALID_OBJECTS("invalid indexes or unvalidated constraints were left behind"),
    UNMANAGED("the database has objects but no migration history"),
    PENDING("changesets wait to be applied"),
    UP_TO_DATE("database schema is up to date");

    private final String meaning;

    State(String meaning) {
        this.meaning = meaning;
    }

    /** The word in reports and parameters, for example {@code out-of-order}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String meaning() {
        return meaning;
    }

    public static Optional<State> ofWord(String word) {
        for (State state : values()) {
            if (state.word().equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return word();
    }
}
