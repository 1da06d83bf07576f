package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.StepObserver;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session that a pooler cuts into transactions: the next one may run on another back end, and what is set or locked in this
 * one stays behind for others. So nothing lasts longer than a transaction here: each changeset takes the run lock for itself,
 * and then looks whether it is still to be applied.
 */
final class PooledDeploySession extends PostgresDeploySession {
    /** What a stock Liquibase puts before the same path. */
    private static final List<String> SPELLINGS = List.of("", "classpath:", "classpath:/", "src/main/resources/");

    PooledDeploySession(
            Target target,
            Connection connection,
            SimpleQuery server,
            OpenedServer opened,
            String runId,
            Function<String, Connection> sessions) {
        super(target, connection, server, opened, runId, sessions);
    }

    @Override
    public Optional<String> reducedBy() {
        return Optional.of(
                "a connection pooler is in between: each changeset is locked for itself, not the whole run; stock"
                        + " Liquibase is not kept out; long steps are not watched; what cannot run in a transaction is refused");
    }

    @Override
    String tryTakeRunLock() {
        return lock.tryTakeForTransaction();
    }

    /** A mark could not be taken away again by anybody who knows that we are gone. */
    @Override
    public boolean tryShutOutLiquibase() {
        return true;
    }

    @Override
    public Optional<String> clearAbandonedLock(Duration seen) {
        return Optional.empty();
    }

    @Override
    public void watch(StepObserver observer, Optional<Duration> endIdleBlockersAfter) {
        // The back end that runs a step is not known.
    }

    /** Without a lock between its transactions, what it saw of the journal may be out of date. */
    @Override
    public Sight look() {
        Sight sight = super.look();
        open = null;
        return sight;
    }

    @Override
    String beginning(Changeset changeset, String storedPath) {
        String path = target.schema()
                .map(schema -> "SELECT set_config('search_path', " + SearchPath.withFirst(schema) + ", true);\n")
                .orElse("");
        return lock.takeForTransaction() + ";\n" + path + unlessApplied(changeset, storedPath);
    }

    /** Each changeset is locked for itself. */
    @Override
    public boolean takesBatches() {
        return false;
    }

    /** Fails where another run has applied it since the history was read. */
    private String unlessApplied(Changeset changeset, String storedPath) {
        if (changeset.rules().runAlways() || changeset.rules().runOnChange()) {
            return "";
        }
        ChangesetId id = changeset.identity();
        // A file of that name in a folder further down is another.
        String paths = Stream.concat(Stream.of(storedPath), SPELLINGS.stream().map(prefix -> prefix + id.path()))
                .map(Sql::literal)
                .collect(Collectors.joining(", "));
        return "DO $migrate$ BEGIN IF EXISTS (SELECT FROM " + historyTable.qualifiedName() + " WHERE id = "
                + Sql.literal(id.id()) + " AND author = " + Sql.literal(id.author())
                + " AND filename IN (" + paths + ")) THEN RAISE EXCEPTION 'applied by another run' USING ERRCODE = '"
                + APPLIED_MEANWHILE
                + "'; END IF; END $migrate$;\n";
    }
}
