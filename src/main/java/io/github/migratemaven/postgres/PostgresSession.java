package io.github.migratemaven.postgres;

import io.github.migratemaven.model.DatabaseObject;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.History;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.LockHolder;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.RunRecord;
import io.github.migratemaven.model.ServerFacts;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked of a server over one connection. Not thread-safe. */
class PostgresSession implements Session {
    final Target target;
    final Connection connection;
    final SimpleQuery server;
    OpenedServer opened;
    final HistoryTable historyTable;
    final JournalTables journalTables;
    final RunLock lock;
    private final Catalogue catalogue;

    PostgresSession(Target target, Connection connection, SimpleQuery server, OpenedServer opened) {
        this.target = target;
        this.connection = connection;
        this.server = server;
        this.opened = opened;
        String schema = opened.facts().schema();
        historyTable = new HistoryTable(schema);
        journalTables = new JournalTables(schema);
        lock = new RunLock(server, schema);
        catalogue = new Catalogue(schema);
    }

    @Override
    public ServerFacts facts() {
        return opened.facts();
    }

    @Override
    public History history() {
        boolean exists = !opened.historyColumns().isEmpty();
        StringBuilder question = new StringBuilder();
        if (exists) {
            question.append(historyTable.select(opened.historyColumns())).append(";\n");
        }
        if (opened.journal()) {
            question.append(journalTables.selectOpen()).append(";\n").append(journalTables.selectLastRun());
        }
        if (question.length() == 0) {
            return History.NONE;
        }
        List<SimpleQuery.Answer> answers = ask(question.toString());
        List<HistoryRow> rows =
                exists ? answers.get(0).rows().stream().map(HistoryTable::row).toList() : List.of();
        if (!opened.journal()) {
            return new History(true, false, rows, List.of(), Optional.empty());
        }
        int next = exists ? 1 : 0;
        List<JournalStep> steps =
                answers.get(next).rows().stream().map(JournalTables::step).toList();
        Optional<RunRecord> last =
                answers.get(next + 1).rows().stream().findFirst().map(JournalTables::run);
        return new History(exists, true, rows, steps, last);
    }

    @Override
    public Optional<LockHolder> lockHolder() {
        try {
            Optional<LockHolder> run = lock.holder();
            return run.isPresent() || !opened.lockTable() ? run : liquibaseHolder();
        } catch (SqlFailure e) {
            throw lost(e);
        }
    }

    /** Stock Liquibase marks a row; it stays behind when Liquibase is killed. */
    private Optional<LockHolder> liquibaseHolder() {
        return ask(historyTable.selectLock()).get(0).rows().stream()
                .findFirst()
                .map(r -> new LockHolder(
                        "liquibase", "Liquibase on " + r.get(1), 0, r.get(2) == null ? null : Instant.parse(r.get(2))));
    }

    @Override
    public List<DatabaseObject> invalidObjects() {
        return ask(catalogue.invalidObjects()).get(0).rows().stream()
                .map(r -> new DatabaseObject(r.get(0), r.get(1), r.get(2)))
                .toList();
    }

    @Override
    public boolean holdsObjects() {
        return ask(catalogue.holdsObjects()).get(0).rows().get(0).get(0).equals("t");
    }

    @Override
    public Map<String, String> catalogue() {
        Map<String, String> digests = new LinkedHashMap<>();
        boolean history = !opened.historyColumns().isEmpty();
        List<SimpleQuery.Answer> answers =
                ask(Catalogue.steadily(catalogue.digests() + (history ? ";\n" + historyTable.digest() : "")));
        answers.forEach(answer -> answer.rows().forEach(r -> digests.put(r.get(0), r.get(1))));
        // A new major version prints some definitions in another way.
        digests.put("server", Integer.toString(facts().major()));
        return digests;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(connection);
    }

    final List<SimpleQuery.Answer> ask(String question) {
        try {
            return server.run(question);
        } catch (SqlFailure e) {
            throw lost(e);
        }
    }

    /** A question of ours failed: the connection is gone, or a privilege is missing that the first look did not show. */
    final MigrateException lost(SqlFailure e) {
        String where = target.display();
        Failure failure = e.connectionLost()
                ? new Failure.Unreachable(
                        "connection-lost",
                        "the connection to " + where + " was lost: " + e.getMessage(),
                        "Run again: what was committed stays, what was not is gone.",
                        Optional.of(e.sqlState()))
                : new Failure.Refused(
                        "query-refused",
                        where + " refused a query of ours: " + e.getMessage(),
                        "Check the privileges of user \"" + facts().user() + "\" on schema \"" + facts().schema()
                                + "\".",
                        Optional.of(e.sqlState()));
        return new MigrateException(failure, e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The server notices by itself; nothing that was committed depends on it.
        }
    }
}
