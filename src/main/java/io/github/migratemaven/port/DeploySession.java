package io.github.migratemaven.port;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.LockHolder;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session that may write. Not thread-safe. */
public interface DeploySession extends Session {
    /** The SQLSTATE of a changeset's transaction that another run has been faster with. */
    String APPLIED_MEANWHILE = "MG001";

    /** What this session cannot do that a direct one can, in words; empty for a direct one. */
    default Optional<String> reducedBy() {
        return Optional.empty();
    }

    /** Takes the run lock if it is free; never blocks. Held until the session closes. */
    Attempt tryLock();

    /**
     * What came of it.
     *
     * @param taken whether the lock is ours now
     * @param holder who has it instead; or stock Liquibase, whose lock is another one
     */
    record Attempt(boolean taken, Optional<LockHolder> holder) {}

    /**
     * Takes stock Liquibase's own lock if it is free, so that an application that migrates at its start waits for us; never
     * blocks. Creates its table, and the schema, where they are missing. Held until the session closes, and no longer than
     * the run lock, however the run ends. Needs the run lock.
     */
    boolean tryShutOutLiquibase();

    /**
     * Frees stock Liquibase's lock if whoever left it locked is provably gone. Needs the run lock.
     *
     * @param seen since when it has been seen locked, or not to be had
     * @return whose it was; empty = nothing was freed
     */
    Optional<String> clearAbandonedLock(Duration seen);

    /** Whether this user may take rows out of the history, which a deploy never does. */
    boolean mayRemoveHistory();

    /** Creates what is missing of history and journal. Needs both locks. */
    void prepare();

    /** Opens the run's row in the journal. */
    void startRun(RunStart run);

    /**
     * Closes the run's row.
     *
     * @param error null when it succeeded
     */
    void finishRun(String runId, int applied, String error, Map<String, String> catalogue);

    /** Stamps the target, with the newest run of the journal; for a deploy that has nothing else to write. */
    void stamp(Environment environment);

    /**
     * Stores with the newest run what lets the next one see at a glance that it has nothing to do.
     *
     * @param catalogueDigest the one that the fingerprint holds
     */
    void seal(String fingerprint, String catalogueDigest);

    /**
     * A transaction for one changeset; nothing is sent before its first flush or its commit.
     *
     * @param storedPath the path as the history spells it
     */
    ChangesetTransaction begin(Changeset changeset, String storedPath, StepLimits limits);

    /** Whether {@link #run} may be asked. */
    boolean takesBatches();

    /** Runs several changesets, each as a transaction of its own, without waiting for one before the next is sent. */
    ChangesetBatch.Result run(ChangesetBatch batch, StepLimits limits);

    /**
     * Runs one statement outside any transaction block.
     *
     * @throws SqlFailure when the server refuses it; {@linkplain SqlFailure#partial partial} where it had committed something
     */
    StepResult runAlone(Changeset changeset, Step.Sql step, StepLimits limits) throws SqlFailure;

    /**
     * Runs one statement in a transaction of its own, together with the journal row that says so.
     *
     * @throws SqlFailure when the server refuses it
     */
    StepResult runJournalled(Changeset changeset, Step.Sql step, StepLimits limits, String runId, JournalStep done)
            throws SqlFailure;

    /** Writes one row of the journal, at once, in a transaction of its own. */
    void journal(String runId, JournalStep step);

    /** Forgets the journal's open steps of a changeset. */
    void clearJournal(ChangesetId changeset);

    /** Writes a history row in a transaction of its own. */
    void record(HistoryWrite write) throws SqlFailure;

    /** Writes several history rows in one transaction: all of them or none. */
    void recordAll(List<HistoryWrite> writes);

    /** Drops an index if it is INVALID. Returns whether one was dropped. */
    boolean dropInvalidIndex(String qualifiedName) throws SqlFailure;

    /** Whether a valid index of that name is there. */
    boolean hasValidIndex(String qualifiedName);

    /**
     * Watches long statements from now on, from a second connection that is opened for the first of them.
     *
     * @param endIdleBlockersAfter ends sessions that block a step and have been idle in their transaction for that long;
     *     empty = none
     */
    void watch(StepObserver observer, Optional<Duration> endIdleBlockersAfter);

    /** Who blocked the statement that ran last, as the watch saw it; empty where it did not. */
    List<String> blockers();

    /**
     * Who has a lock on a relation: best effort, for a message.
     *
     * @param older only transactions that are older
     */
    List<String> holders(String relation, Duration older);

    /**
     * Looks whether a step has taken effect that was running when its run ended, and clears away or finishes what the server
     * itself left half done.
     */
    Effect effectOf(Step.Sql step) throws SqlFailure;

    /** What the catalogue shows of a step. */
    enum Effect {
        TAKEN,
        NONE,
        UNKNOWN
    }

    /**
     * What the journal says of a run when it starts.
     *
     * @param source where from: the CI run's URL, or user and host
     * @param stamp what it stamps the target with, unless that carries the same stamp already; empty = it does not
     */
    record RunStart(
            String id,
            String goal,
            String toolVersion,
            String source,
            String gitCommit,
            String environment,
            Optional<Environment> stamp) {
        public RunStart(
                String id, String goal, String toolVersion, String source, String gitCommit, String environment) {
            this(id, goal, toolVersion, source, gitCommit, environment, Optional.empty());
        }

        public RunStart stamping(Optional<Environment> as) {
            return new RunStart(id, goal, toolVersion, source, gitCommit, environment, as);
        }
    }

    /**
     * @param lockTimeout zero = wait without limit
     * @param statementTimeout zero = no limit
     */
    record StepLimits(Duration lockTimeout, Duration statementTimeout) {
        public static final StepLimits NONE = new StepLimits(Duration.ZERO, Duration.ZERO);

        public StepLimits withoutLockTimeout() {
            return new StepLimits(Duration.ZERO, statementTimeout);
        }
    }

    /**
     * A history row to write.
     *
     * @param storedPath the path as the history spells it
     * @param update true replaces the row of an earlier run
     * @param execType EXECUTED, RERAN, MARK_RAN; null = the row is taken away
     */
    record HistoryWrite(Changeset changeset, String storedPath, boolean update, String execType, String deploymentId) {
        /** Of a changeset that was undone. */
        public static HistoryWrite removal(Changeset changeset, String storedPath) {
            return new HistoryWrite(changeset, storedPath, true, null, null);
        }

        /** How history and journal name the changeset. */
        public ChangesetId stored() {
            return new ChangesetId(
                    changeset.identity().id(), changeset.identity().author(), storedPath);
        }

        public boolean removes() {
            return execType == null;
        }
    }
}
