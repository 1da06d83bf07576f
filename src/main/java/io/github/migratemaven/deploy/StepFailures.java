package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.port.SqlFailure;
import java.util.List;
import java.util.Optional;

/** The words for a failing step. */
final class StepFailures {
    private StepFailures() {}

    /**
     * How it was tried.
     *
     * @param blockers who held the lock at the end; empty when it was none, or nobody knows
     */
    record Attempts(int count, List<String> blockers) {
        static final Attempts ONE = new Attempts(1, List.of());
    }

    /**
     * @param step null when it was not one of the changeset's own
     * @param number 1-based place of the step
     */
    static Failure of(
            Changeset changeset, Step step, int number, int of, SqlFailure cause, Attempts attempts, boolean stepwise) {
        if (cause.connectionLost()) {
            return new Failure.Unreachable(
                    "connection-lost",
                    "the connection was lost in " + ChangesetRunner.named(changeset) + ": " + cause.getMessage(),
                    "Run mvn migrate:deploy again: it looks first at what was applied.",
                    Optional.of(cause.sqlState()));
        }
        StringBuilder message = new StringBuilder(ChangesetRunner.named(changeset));
        if (number > 0 && of > 1) {
            message.append(", step ").append(number).append(" of ").append(of).append(',');
        }
        message.append(" failed: ").append(cause.getMessage());
        if (!cause.sqlState().isEmpty()) {
            message.append(" [").append(cause.sqlState()).append(']');
        }
        cause.detail().ifPresent(detail -> message.append(". Detail: ").append(detail));
        cause.hint().ifPresent(hint -> message.append(". Hint: ").append(hint));
        if (!attempts.blockers.isEmpty()) {
            message.append(", held by ").append(String.join(" and ", attempts.blockers));
        }
        if (attempts.count > 1) {
            message.append(" (tried ").append(attempts.count).append(" times)");
        }
        return new Failure.StepFailed(
                cause.retryable() ? "lock-timeout" : "step-failed",
                message.toString().replaceAll("\\s*\\n\\s*", " "),
                hint(changeset, cause, number, stepwise),
                changeset.identity(),
                Optional.of(position(changeset, step, cause)),
                cause.sqlState().isEmpty() ? Optional.empty() : Optional.of(cause.sqlState()));
    }

    private static Position position(Changeset changeset, Step step, SqlFailure cause) {
        if (step instanceof Step.Sql sql && cause.offset() >= 0) {
            return sql.locate().apply(cause.offset());
        }
        return step == null ? changeset.position() : step.position();
    }

    private static String hint(Changeset changeset, SqlFailure cause, int number, boolean stepwise) {
        String id = changeset.identity().id();
        if (stepwise) {
            return "It does not run in a transaction: steps before number " + number
                    + " stay applied. Correct the cause and run"
                    + " mvn migrate:deploy again, which goes on with that step; or settle it by hand with mvn migrate:resolve"
                    + " -Dmigrate.applied=" + id + " or -Dmigrate.rolledBack=" + id + ".";
        }
        if (cause.retryable()) {
            return "It was rolled back as a whole. Find who holds the lock, or raise migrate.lockTimeout or"
                    + " migrate.lockRetryFor, and run mvn migrate:deploy again.";
        }
        if (cause.sqlState().equals("42501")) {
            return "It was rolled back as a whole. Grant what is missing to the deploying user, or deploy as the owner.";
        }
        return "It was rolled back as a whole. Correct it and run mvn migrate:deploy again.";
    }
}
