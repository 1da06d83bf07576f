package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.LockHolder;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ChangesetTransaction;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.StepObserver;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A session that holds the run lock and writes. Not thread-safe. */
final class PostgresDeploySession extends PostgresSession implements DeploySession {
    private final Supplier<Connection> another;
    private StepWatch watch;
    private int order;

    /** @param another opens a second connection to the same server */
    PostgresDeploySession(
            Target target,
            Connection connection,
            SimpleQuery server,
            OpenedServer opened,
            Supplier<Connection> another) {
        super(target, connection, server, opened);
        this.another = another;
    }

    @Override
    public void watch(StepObserver observer, Optional<Duration> endIdleBlockersAfter) {
        watch = new StepWatch(facts().backendPid(), facts().major(), another, observer, endIdleBlockersAfter);
        server.watchedBy(watch);
    }

    @Override
    public Attempt tryLock() {
        try {
            boolean marks = opened.lockTable();
            // Whoever held it may have made the tables meanwhile.
            List<SimpleQuery.Answer> answers = server.run(String.join(
                    ";\n",
                    lock.tryTake(),
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

    @Override
    public void prepare() {
        StringBuilder text = new StringBuilder("BEGIN;\n");
        if (!facts().schemaExists()) {
            text.append("CREATE SCHEMA IF NOT EXISTS ")
                    .append(Sql.identifier(facts().schema()))
                    .append(";\n");
        }
        text.append(historyTable.create(opened.historyColumns()));
        if (!opened.lockTable()) {
            text.append(historyTable.createLock());
        }
        if (!opened.journal()) {
            text.append(journalTables.create());
        }
        text.append("COMMIT;\n").append(historyTable.selectLastOrder());
        List<SimpleQuery.Answer> answers = ask(text.toString());
        opened = opened.prepared(historyTable.allColumns());
        order = Integer.parseInt(answers.get(answers.size() - 1).rows().get(0).get(0));
    }

    @Override
    public void startRun(RunStart run) {
        ask(journalTables.start(run));
    }

    @Override
    public void finishRun(String runId, int applied, String error, Map<String, String> catalogue) {
        ask("BEGIN;\n" + journalTables.finish(runId, applied, error, catalogue) + ";\nCOMMIT");
    }

    @Override
    public void seal(String fingerprint) {
        ask(journalTables.seal(fingerprint));
    }

    @Override
    public ChangesetTransaction begin(Changeset changeset, StepLimits limits) {
        return new PipelinedTransaction(
                server,
                changeset.identity(),
                limits,
                write -> historyTable.write(write, order + 1) + ";\n" + journalTables.complete(stored(write)),
                () -> order++);
    }

    private static ChangesetId stored(HistoryWrite write) {
        ChangesetId id = write.changeset().identity();
        return new ChangesetId(id.id(), id.author(), write.storedPath());
    }

    @Override
    public StepResult runAlone(Changeset changeset, Step.Sql step, StepLimits limits) throws SqlFailure {
        // Each in a message of its own: several statements in one message would be a transaction.
        server.run(PipelinedTransaction.set("SET", limits));
        long start = System.nanoTime();
        SimpleQuery.Reply reply =
                server.send(step.sql(), "changeset \"" + changeset.identity().id() + "\"");
        long millis = (System.nanoTime() - start) / 1_000_000;
        server.endFailedTransaction();
        server.send("RESET lock_timeout; RESET statement_timeout");
        if (reply.error() != null) {
            throw SimpleQuery.failure(reply.error(), 0, 0);
        }
        long rows = reply.answers().stream()
                .mapToLong(SimpleQuery.Answer::count)
                .max()
                .orElse(-1);
        return new StepResult(changeset.identity(), step.sql(), step.position(), millis, rows);
    }

    @Override
    public StepResult runJournalled(
            Changeset changeset, Step.Sql step, StepLimits limits, String runId, JournalStep done) throws SqlFailure {
        PipelinedTransaction transaction = new PipelinedTransaction(
                server, changeset.identity(), limits, write -> journalTables.write(runId, done), () -> {});
        transaction.add(step);
        try {
            return transaction.commit(null).get(0);
        } catch (SqlFailure e) {
            transaction.rollback();
            throw e;
        }
    }

    @Override
    public void journal(String runId, JournalStep step) {
        ask(journalTables.write(runId, step));
    }

    @Override
    public void clearJournal(ChangesetId changeset) {
        ask(journalTables.clear(changeset));
    }

    @Override
    public void record(HistoryWrite write) throws SqlFailure {
        begin(write.changeset(), StepLimits.NONE).commit(write);
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
    public boolean hasValidIndex(String qualifiedName) {
        return indexIs(qualifiedName, "x.indisvalid");
    }

    private boolean indexIs(String name, String condition) {
        return ask("SELECT EXISTS (SELECT FROM pg_catalog.pg_index x WHERE x.indexrelid = to_regclass("
                        + Sql.literal(name) + ") AND " + condition + ")")
                .get(0)
                .rows()
                .get(0)
                .get(0)
                .equals("t");
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

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        super.close();
    }
}
