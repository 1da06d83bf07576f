package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.port.SqlFailure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for a failing step. */
final class StepFailures {
    /** A server repeats values of any length; what matters stands at the beginning. */
    private static final int LONGEST_PART = 240;

    private static final Pattern PARAMETER = Pattern.compile("\\$\\{[ \\t]*([\\w.:-]+)[ \\t]*\\}");

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
                    "the connection was lost in " + ChangesetRunner.named(changeset) + ": " + part(cause.getMessage()),
                    "Run mvn migrate:deploy again: it looks first at what was applied.",
                    Optional.of(cause.sqlState()));
        }
        return new Failure.StepFailed(
                cause.retryable() ? "lock-timeout" : "step-failed",
                message(changeset, number, of, cause, attempts),
                cause.partial()
                        ? partHint(changeset, step)
                        : openParameter(step, cause)
                                .map(name -> parameterHint(name) + " " + again(changeset, number, stepwise))
                                .orElseGet(() -> hint(changeset, cause, number, stepwise)),
                changeset.identity(),
                Optional.of(position(changeset, step, cause)),
                cause.sqlState().isEmpty() ? Optional.empty() : Optional.of(cause.sqlState()));
    }

    /** Of a rollback; the changesets after it have been rolled back already. */
    static Failure ofRollback(Changeset changeset, ChangesetRunner.StepFailure failure, Attempts attempts) {
        SqlFailure cause = failure.sql();
        String id = changeset.identity().id();
        if (cause.connectionLost()) {
            return new Failure.Unreachable(
                    "connection-lost",
                    "the connection was lost in the rollback of " + ChangesetRunner.named(changeset) + ": "
                            + part(cause.getMessage()),
                    "See mvn migrate:status: what the history has is there, what it has not is undone.",
                    Optional.of(cause.sqlState()));
        }
        String hint = "The changeset is as it was. Correct its rollback block and run mvn migrate:rollback again.";
        if (cause.partial()) {
            hint = partHint(changeset, failure.step());
        } else if (failure.stepwise() && failure.number() != 1) {
            hint =
                    "It does not run in a transaction: what stands before that step is undone. Correct the cause and run mvn"
                            + " migrate:rollback again, which goes on with that step; or settle it by hand with mvn migrate:resolve"
                            + " -Dmigrate.applied=" + id + " (all of it is in place again) or -Dmigrate.rolledBack="
                            + id + ".";
        } else if (cause.retryable()) {
            hint =
                    "The changeset is as it was. Find who holds the lock, or raise migrate.lockTimeout or migrate.lockRetryFor,"
                            + " and run mvn migrate:rollback again.";
        }
        return new Failure.StepFailed(
                cause.retryable() ? "lock-timeout" : "rollback-failed",
                "the rollback of " + message(changeset, failure.number(), failure.of(), cause, attempts),
                hint,
                changeset.identity(),
                Optional.of(position(changeset, failure.step(), cause)),
                cause.sqlState().isEmpty() ? Optional.empty() : Optional.of(cause.sqlState()));
    }

    private static String message(Changeset changeset, int number, int of, SqlFailure cause, Attempts attempts) {
        StringBuilder message = new StringBuilder(ChangesetRunner.named(changeset));
        if (number > 0 && of > 1) {
            message.append(", step ").append(number).append(" of ").append(of).append(',');
        }
        message.append(" failed: ").append(part(cause.getMessage()));
        if (!cause.sqlState().isEmpty()) {
            message.append(" [").append(cause.sqlState()).append(']');
        }
        cause.detail().ifPresent(detail -> message.append(". Detail: ").append(part(detail)));
        cause.hint().ifPresent(hint -> message.append(". Hint: ").append(part(hint)));
        if (!attempts.blockers.isEmpty()) {
            message.append(", held by ").append(String.join(" and ", attempts.blockers));
        }
        if (attempts.count > 1) {
            message.append(" (tried ").append(attempts.count).append(" times)");
        }
        return message.toString();
    }

    /** On one line, without its last full stop, and cut where it grows long. */
    private static String part(String text) {
        String line = text.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
        return line.length() <= LONGEST_PART ? line : line.substring(0, LONGEST_PART - 1) + "…";
    }

    private static Position position(Changeset changeset, Step step, SqlFailure cause) {
        if (step instanceof Step.Sql sql) {
            int offset = cause.offset() >= 0 ? cause.offset() : BlockBody.offset(sql.sql(), cause.getMessage());
            if (offset >= 0) {
                return sql.locate().apply(offset);
            }
        }
        return step == null ? changeset.position() : step.position();
    }

    /** A parameter that nobody gave a value stays in the text as it is, and the server stumbles over its dollar. */
    private static Optional<String> openParameter(Step step, SqlFailure cause) {
        if (!cause.sqlState().equals("42601") || cause.offset() < 0 || !(step instanceof Step.Sql sql)) {
            return Optional.empty();
        }
        String text = sql.sql();
        int at = text.offsetByCodePoints(0, Math.min(cause.offset(), text.codePointCount(0, text.length())));
        Matcher matcher = PARAMETER.matcher(text).region(Math.max(at - 1, 0), text.length());
        return matcher.find() && matcher.start() <= at + 1 ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String parameterHint(String name) {
        return "The changelog parameter " + name + " has no value: give it one with -Dmigrate.parameters=" + name
                + "=… or a property in the changelog.";
    }

    /** For a step that commits by itself, and had when it failed. */
    private static String partHint(Changeset changeset, Step step) {
        String stays = "What the step had committed before it failed stays. ";
        if (step instanceof Step.Sql sql && sql.traits().repeatable()) {
            return stays + "Correct the cause and run it again: the step says that it can run again from its start.";
        }
        String id = changeset.identity().id();
        return stays + "Look at the database, then say which it is: mvn migrate:resolve -Dmigrate.applied=" + id
                + " (all of the changeset is in place) or -Dmigrate.rolledBack=" + id + " (you undid all of it).";
    }

    private static String hint(Changeset changeset, SqlFailure cause, int number, boolean stepwise) {
        if (stepwise) {
            return again(changeset, number, true);
        }
        if (cause.retryable()) {
            return "It was rolled back as a whole. Find who holds the lock, or raise migrate.lockTimeout or"
                    + " migrate.lockRetryFor, and run mvn migrate:deploy again.";
        }
        if (cause.sqlState().startsWith("53")) {
            // Class 53, insufficient resources: disk, memory, connections or locks.
            return "It was rolled back as a whole. The server ran short of disk, memory or another limit: give it more and run"
                    + " mvn migrate:deploy again.";
        }
        if (cause.sqlState().equals("42501")) {
            return "It was rolled back as a whole. Grant what is missing to the deploying user, or deploy as the owner.";
        }
        return again(changeset, number, false);
    }

    private static String again(Changeset changeset, int number, boolean stepwise) {
        if (!stepwise) {
            return "It was rolled back as a whole. Correct it and run mvn migrate:deploy again.";
        }
        if (number == 1) {
            return "Nothing of it was applied. Correct it and run mvn migrate:deploy again.";
        }
        String id = changeset.identity().id();
        return "It does not run in a transaction: steps before number " + number
                + " stay applied. Correct the cause and run"
                + " mvn migrate:deploy again, which goes on with that step; or settle it by hand with mvn migrate:resolve"
                + " -Dmigrate.applied=" + id + " or -Dmigrate.rolledBack=" + id + ".";
    }
}
