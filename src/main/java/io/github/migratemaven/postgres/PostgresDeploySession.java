package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.LockHolder;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ChangesetBatch;
import io.github.migratemaven.port.ChangesetTransaction;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.StepObserver;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A session that holds the run lock and writes. Not thread-safe. */
class PostgresDeploySession extends PostgresSession implements DeploySession {
    /** 42P06, 42P07, 42701: a schema, table or column of that name is there; 23505: it was made in the same moment. */
    private static final Set<String> MADE_MEANWHILE = Set.of("42P06", "42P07", "42701", "23505");

    /** Between making its table and its row, Liquibase does nothing else. */
    private static final Duration MAKING_THE_ROW = Duration.ofSeconds(5);

    private final Function<String, Connection> sessions;
    private final LiquibaseLockTable liquibaseTable;
    private final LiquibaseLock liquibaseLock;
    private StepWatch watch;
    private int order;

    /** @param sessions opens another one to the same server, for the same run; takes what it is for */
    PostgresDeploySession(
            Target target,
            Connection connection,
            SimpleQuery server,
            OpenedServer opened,
            String runId,
            Function<String, Connection> sessions) {
        super(target, connection, server, opened);
        this.sessions = sessions;
        liquibaseTable = new LiquibaseLockTable(facts().schema());
        liquibaseLock = new LiquibaseLock(
                liquibaseTable, server, LiquibaseLockTable.OURS + runId, () -> sessions.apply("lock"));
    }

    @Override
    public void watch(StepObserver observer, Optional<Duration> endIdleBlockersAfter) {
        watch = new StepWatch(
                facts().backendPid(), facts().major(), () -> sessions.apply("watch"), observer, endIdleBlockersAfter);
        server.watchedBy(watch);
    }

    @Override
    public Attempt tryLock() {
        try {
            boolean marks = opened.lockTable();
            // Whoever held it may have made the tables meanwhile.
            List<SimpleQuery.Answer> answers = server.run(String.join(
                    ";\n",
                    tryTakeRunLock(),
                    ServerQuestions.question(facts().schema()),
                    lock.selectHolder(),
                    marks ? historyTable.selectLock() : "SELECT WHERE false"));
            opened = ServerQuestions.read(answers.get(1), facts().backendPid());
            Optional<LockHolder> holder =
                    holder(answers.get(2).rows(), answers.get(3).rows());
            boolean taken = answers.get(0).rows().get(0).get(0).equals("t");
            return new Attempt(taken, marks == opened.lockTable() ? holder : lockHolder());
        } catch (SqlFailure e) {
            throw lost(e);
        }
    }

    /** One row with one column: whether the lock is ours. */
    String tryTakeRunLock() {
        return lock.tryTake();
    }

    @Override
    public boolean tryShutOutLiquibase() {
        try {
            if (!opened.lockTable()) {
                createLockTable();
            }
            boolean taken = liquibaseLock.tryTake(facts().backendPid(), RunLock.isHeld(facts().schema()));
            if (taken) {
                // What Liquibase made in the meantime.
                opened = ServerQuestions.ask(server, "", facts().schema(), facts().backendPid());
            }
            return taken;
        } catch (SqlFailure e) {
            throw lost(e);
        }
    }

    /** Liquibase may be at it, too: whoever is second finds it made. */
    private void createLockTable() throws SqlFailure {
        String schema =
                facts().schemaExists() ? "" : "CREATE SCHEMA IF NOT EXISTS " + Sql.identifier(facts().schema()) + ";\n";
        SimpleQuery.Reply reply = server.send("BEGIN;\n" + schema + historyTable.createLock() + "COMMIT");
        if (reply.error() != null) {
            SqlFailure failure = SimpleQuery.failure(reply.error(), -1, 0);
            if (!MADE_MEANWHILE.contains(failure.sqlState())) {
                throw failure;
            }
            server.run("ROLLBACK");
        }
        opened = ServerQuestions.ask(server, "", facts().schema(), facts().backendPid());
    }

    @Override
    public Optional<String> clearAbandonedLock(Duration seen) {
        if (!opened.lockTable()) {
            return Optional.empty();
        }
        if (seen.compareTo(MAKING_THE_ROW) > 0) {
            ask(liquibaseTable.insertRow());
        }
        return ask(liquibaseTable.clearAbandoned(seen.toMillis())).get(0).rows().stream()
                .findFirst()
                .map(r -> r.get(0));
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        liquibaseLock.release();
        super.close();
    }

    @Override
    public boolean mayRemoveHistory() {
        return opened.historyColumns().isEmpty() || isTrue(historyTable.mayDelete());
    }

    @Override
    public void prepare() {
        try {
            if (!opened.lockTable()) {
                createLockTable();
            }
            if (opened.historyColumns().isEmpty()) {
                if (new FirstComers(server, historyTable).waited()) {
                    opened = ServerQuestions.ask(server, "", facts().schema(), facts().backendPid());
                }
            }
            List<SimpleQuery.Answer> answers = createTables();
            opened = opened.prepared(historyTable.allColumns());
            order = Integer.parseInt(
                    answers.get(answers.size() - 1).rows().get(0).get(0));
        } catch (SqlFailure e) {
            throw lost(e);
        }
    }

    /** Liquibase makes its history before it takes its lock: what is there all of a sudden is looked at once more. */
    private List<SimpleQuery.Answer> createTables() throws SqlFailure {
        for (int attempt = 1; ; attempt++) {
            SimpleQuery.Reply reply = server.send("BEGIN;\n" + historyTable.create(opened.historyColumns())
                    + (opened.journal() ? "" : journalTables.create()) + "COMMIT;\n" + historyTable.selectLastOrder());
            if (reply.error() == null) {
                return reply.answers();
            }
            SqlFailure failure = SimpleQuery.failure(reply.error(), -1, 0);
            if (attempt == 3 || !MADE_MEANWHILE.contains(failure.sqlState())) {
                throw failure;
            }
            server.run("ROLLBACK");
            opened = ServerQuestions.ask(server, "", facts().schema(), facts().backendPid());
        }
    }

    @Override
    public void startRun(RunStart run) {
        keepBooks(journalTables.start(run));
    }

    @Override
    public void finishRun(String runId, int applied, String error, Map<String, String> catalogue) {
        keepBooks(journalTables.finish(runId, applied, error, catalogue));
    }

    /** All or nothing, and as who logged in: a role that a changeset has taken on need not know of our tables. */
    private void keepBooks(String text) {
        try {
            server.run("BEGIN;\n" + Sql.OWN_ROLE + text + ";\nCOMMIT");
        } catch (SqlFailure e) {
            server.endFailedTransaction();
            throw lost(e);
        }
    }

    @Override
    public void stamp(Environment environment) {
        keepBooks(journalTables.stamp(environment));
    }

    @Override
    public void seal(String fingerprint, String catalogueDigest) {
        ask("BEGIN ISOLATION LEVEL REPEATABLE READ;\n" + Sql.OWN_ROLE + journalTables.seal(fingerprint) + ";\n"
                + Snapshot.STEADY + journalTables.addVersions(catalogueDigest, versions(), digest()) + ";\nCOMMIT");
    }

    @Override
    public ChangesetTransaction begin(Changeset changeset, String storedPath, StepLimits limits) {
        return transaction(changeset, limits, beginning(changeset, storedPath), order + 1);
    }

    /** What a changeset's transaction does before anything else: statements, each with its semicolon. */
    String beginning(Changeset changeset, String storedPath) {
        return "";
    }

    /** @param number of its row in the history */
    private PipelinedTransaction transaction(Changeset changeset, StepLimits limits, String beginning, int number) {
        return new PipelinedTransaction(
                server,
                changeset.identity(),
                limits,
                beginning,
                write -> historyTable.write(write, number) + completion(write.stored()),
                () -> order = number);
    }

    @Override
    public boolean takesBatches() {
        return true;
    }

    @Override
    public ChangesetBatch.Result run(ChangesetBatch batch, StepLimits limits) {
        int next = order + 1;
        return new PipelinedBatch(
                        server, batch, (changeset, place, first) -> transaction(changeset, limits, first, next + place))
                .send(historyTable.countBehind(order));
    }

    /** Nobody else writes the journal as long as the run lock is ours: most changesets have no steps in it. */
    private String completion(ChangesetId changeset) {
        return open != null && !open.contains(changeset)
                ? ""
                : ";\n" + Sql.OWN_ROLE + journalTables.complete(changeset);
    }

    @Override
    public StepResult runAlone(Changeset changeset, Step.Sql step, StepLimits limits) throws SqlFailure {
        return new LoneStep(server).run(changeset, step, limits);
    }

    @Override
    public StepResult runJournalled(
            Changeset changeset, Step.Sql step, StepLimits limits, String runId, JournalStep done) throws SqlFailure {
        noteOpen(done);
        PipelinedTransaction transaction = new PipelinedTransaction(
                server,
                changeset.identity(),
                limits,
                "",
                write -> Sql.OWN_ROLE + journalTables.write(runId, done),
                () -> {});
        transaction.add(step);
        return transaction.commitOrRollBack(null).get(0);
    }

    @Override
    public void journal(String runId, JournalStep step) {
        noteOpen(step);
        keepBooks(journalTables.write(runId, step));
    }

    private void noteOpen(JournalStep step) {
        if (open != null) {
            open.add(step.changeset());
        }
    }

    @Override
    public void clearJournal(ChangesetId changeset) {
        keepBooks(journalTables.clear(changeset));
    }

    @Override
    public void record(HistoryWrite write) throws SqlFailure {
        String beginning = beginning(write.changeset(), write.storedPath());
        transaction(write.changeset(), StepLimits.NONE, beginning, order + 1).commitOrRollBack(write);
    }

    @Override
    public void recordAll(List<HistoryWrite> writes) {
        ask(historyTable.writeAll(writes, order));
        order += writes.size();
    }

    @Override
    public boolean dropInvalidIndex(String qualifiedName) throws SqlFailure {
        if (!indexIs(qualifiedName, "NOT x.indisvalid")) {
            return false;
        }
        server.run("SET lock_timeout = 0");
        server.run("DROP INDEX CONCURRENTLY IF EXISTS " + qualifiedName);
        return true;
    }

    @Override
    public Effect effectOf(Step.Sql step) throws SqlFailure {
        server.run("SET lock_timeout = 0");
        return new Aftermath(server).of(step.sql());
    }

    @Override
    public boolean hasValidIndex(String qualifiedName) {
        return indexIs(qualifiedName, "x.indisvalid");
    }

    private boolean indexIs(String name, String condition) {
        String found = "SELECT FROM pg_catalog.pg_index x WHERE x.indexrelid = to_regclass(" + Sql.literal(name) + ")";
        return isTrue("SELECT EXISTS (" + found + " AND " + condition + ")");
    }

    private boolean isTrue(String question) {
        return ask(question).get(0).rows().get(0).get(0).equals("t");
    }

    @Override
    public List<String> blockers() {
        return watch == null ? List.of() : watch.blockers();
    }

    @Override
    public List<String> holders(String relation, Duration older) {
        SimpleQuery.Reply reply = server.send(StepQuestions.holders(relation, older));
        return reply.error() != null
                ? List.of()
                : reply.answers().get(0).rows().stream().map(r -> r.get(0)).toList();
    }
}
