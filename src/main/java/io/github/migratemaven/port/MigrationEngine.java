package io.github.migratemaven.port;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.model.Step;
import java.util.List;
import java.util.Optional;

/** What only Liquibase can do for a changeset, on a session of ours. Never commits or rolls back. Not thread-safe. */
public interface MigrationEngine {
    /** What a precondition says; the words are Liquibase's. */
    enum Verdict {
        RUN,
        /** {@code onFail=CONTINUE}: leave it pending. */
        SKIP,
        /** {@code onFail=MARK_RAN}: write its history row without running it. */
        MARK_RAN,
        HALT
    }

    /** @param message why, for a person; empty for RUN */
    record Precondition(Verdict verdict, String message) {}

    /**
     * Looks whether the changes of these changesets are complete and well formed, as far as that can be told without running
     * them: a mistake in the last one must not stop a deploy half-way.
     *
     * @throws io.github.migratemaven.model.MigrateException with an {@code InvalidInput} for the first that is not
     */
    void validate(List<Changeset> changesets);

    /** The changelog's own preconditions: SKIP means that nothing of it runs. */
    Precondition changelogPrecondition();

    Precondition precondition(Changeset changeset);

    /**
     * The steps of a changeset, as this server's version wants them.
     *
     * @throws io.github.migratemaven.model.MigrateException with an {@code InvalidInput} when a change is not valid
     */
    List<Step> steps(Changeset changeset);

    /**
     * The steps of a changeset where {@link #validate} has made them and each is a statement that somebody wrote: they are the
     * same whatever the changesets before it do to the database.
     */
    default Optional<List<Step>> writtenSteps(Changeset changeset) {
        return Optional.empty();
    }

    /**
     * Runs one change that is not plain SQL.
     *
     * @throws SqlFailure when the server refuses a statement of it
     */
    void execute(Changeset changeset, Step.Engine step) throws SqlFailure;

    /**
     * How a changeset is undone, as this server's version wants it. Made anew each time: ask only when it is wanted.
     *
     * @throws io.github.migratemaven.model.MigrateException with an {@code InvalidInput} when a change of it is not valid
     */
    RollbackBlock rollback(Changeset changeset);

    /**
     * Runs one step of a rollback that is not plain SQL.
     *
     * @throws SqlFailure when the server refuses a statement of it
     */
    void executeRollback(Changeset changeset, Step.Engine step) throws SqlFailure;
}
