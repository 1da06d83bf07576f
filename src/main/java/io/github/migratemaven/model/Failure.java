package io.github.migratemaven.model;

import java.util.Optional;

/**
 * Why a goal did not end well. Which record it is says what kind of trouble; its code is the stable word in reports.
 * Messages are for people: what happened, in their own words; the hint says what to do next. No secret is in either.
 */
public sealed interface Failure {
    /** Stable kebab-case word, for example {@code no-target} or {@code step-failed}. */
    String code();

    String message();

    /** What to do next; never empty. */
    String hint();

    default Optional<Position> position() {
        return Optional.empty();
    }

    /** The server's SQLSTATE, where a server said no. */
    default Optional<String> sqlState() {
        return Optional.empty();
    }

    /** Message, place and hint as one paragraph. */
    default String describe() {
        String where = position().isPresent() ? position().get() + ": " : "";
        String end = message().endsWith(".") || message().endsWith("?") ? " " : ". ";
        return where + message() + end + hint();
    }

    /** Something the user wrote is wrong: a parameter, a URL, a changelog. */
    record InvalidInput(String code, String message, String hint, Optional<Position> position) implements Failure {
        public static InvalidInput of(String code, String message, String hint) {
            return new InvalidInput(code, message, hint, Optional.empty());
        }

        public static InvalidInput at(Position position, String code, String message, String hint) {
            return new InvalidInput(code, message, hint, Optional.of(position));
        }
    }

    /** No connection, or it was lost: nothing can be said about the target. */
    record Unreachable(String code, String message, String hint, Optional<String> sqlState) implements Failure {}

    /** The target answers, but is not one to deploy to: standby, read-only, pooler, privilege, version. */
    record Refused(String code, String message, String hint, Optional<String> sqlState) implements Failure {
        public static Refused of(String code, String message, String hint) {
            return new Refused(code, message, hint, Optional.empty());
        }
    }

    /** A step of a changeset failed on the server. */
    record StepFailed(
            String code,
            String message,
            String hint,
            ChangesetId changeset,
            Optional<Position> position,
            Optional<String> sqlState)
            implements Failure {}

    /** The goal ran and its verdict is no: a state that must not be, a history that contradicts the changelog. */
    record Rejected(String code, String message, String hint, Optional<Position> position) implements Failure {
        public static Rejected of(String code, String message, String hint) {
            return new Rejected(code, message, hint, Optional.empty());
        }

        public static Rejected at(Position position, String code, String message, String hint) {
            return new Rejected(code, message, hint, Optional.of(position));
        }
    }

    /** The surroundings lack something: a binary, a writable folder, a platform. */
    record Unavailable(String code, String message, String hint) implements Failure {}
}
