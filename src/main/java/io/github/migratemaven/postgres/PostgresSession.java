package io.github.migratemaven.postgres;

import io.github.migratemaven.model.ChangesetId;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    /** Changesets with steps in the journal that are not completed, as seen last; null = nobody has looked. */
    Set<ChangesetId> open;

    PostgresSession(Target target, Connection connection, SimpleQuery server, OpenedServer opened) {
        this.target = target;
        this.connection = connection;
        this.server = server;
        this.opened = opened;
        String schema = opened.facts().schema();
        historyTable = new HistoryTable(schema);
        journalTables = new JournalTables(schema);
        lock = new RunLock(schema);
        catalogue = new Catalogue(schema);
    }

    @Override
    public ServerFacts facts() {
        return opened.facts();
    }

    private boolean hasHistory() {
        return !opened.historyColumns().isEmpty();
    }

    @Override
    public Sight look() {
        Snapshot snapshot = new Snapshot();
        Snapshot.Place lockedBy = snapshot.ask(lock.selectHolder());
        Snapshot.Place marked = opened.lockTable() ? snapshot.ask(historyTable.selectLock()) : null;
        Snapshot.Place rows = hasHistory() ? snapshot.ask(historyTable.select(opened.historyColumns())) : null;
        Snapshot.Place journalled = opened.journal() ? snapshot.ask(journalTables.selectOpen()) : null;
        Snapshot.Place last = opened.journal() ? snapshot.ask(journalTables.selectLastRun()) : null;
        Snapshot.Place invalid = snapshot.ask(catalogue.invalidObjects());
        Snapshot.Place holds = snapshot.ask(catalogue.holdsObjects());
        snapshot.steady();
        Snapshot.Place digest = hasHistory() ? snapshot.ask(historyTable.wholeDigest()) : null;
        Snapshot.Place objects = opened.journal()
                ? snapshot.ask("SELECT * FROM (" + catalogue.digests() + ") AS c WHERE " + journalTables.hasCatalogue())
                : null;
        Snapshot.Place history = opened.journal() && hasHistory() ? snapshot.ask(historyTable.digest()) : null;
        Snapshot.Answers answers = take(snapshot);
        Optional<RunRecord> lastRun = answers.rows(last).stream().findFirst().map(JournalTables::run);
        boolean measured = lastRun.map(run -> !run.catalogue().isEmpty()).orElse(false);
        List<HistoryRow> applied = HistoryTable.rows(answers.rows(rows));
        List<JournalStep> openSteps =
                answers.rows(journalled).stream().map(JournalTables::step).toList();
        open = openSteps.stream().map(JournalStep::changeset).collect(Collectors.toCollection(HashSet::new));
        return new Sight(
                new History(
                        hasHistory(),
                        opened.journal(),
                        applied,
                        openSteps,
                        lastRun,
                        answers.rows(last).stream().findFirst().flatMap(JournalTables::stamp)),
                Objects.toString(answers.value(digest), ""),
                holder(answers.rows(lockedBy), answers.rows(marked)),
                answers.rows(invalid).stream()
                        .map(r -> new DatabaseObject(r.get(0), r.get(1), r.get(2)))
                        .toList(),
                applied.isEmpty() && "t".equals(answers.value(holds)),
                measured ? digests(answers.rows(objects), answers.rows(history)) : Map.of());
    }

    @Override
    public Optional<String> fingerprint() {
        if (!opened.journal() || !hasHistory()) {
            return Optional.empty();
        }
        List<List<String>> sealed =
                ask(journalTables.selectSealed(false)).get(0).rows();
        return sealed.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(sealed.get(0).get(10));
    }

    /** Twice at most: what prints every definition is not even planned where the catalogue's rows are the same. */
    @Override
    public Optional<Glance> glance(boolean rows) {
        if (!opened.journal() || !hasHistory()) {
            return Optional.empty();
        }
        Optional<Glance> seen = glance(rows, journalTables.digestIfSame(versions()));
        return seen.isPresent() && seen.get().catalogueDigest() == null ? glance(rows, digest()) : seen;
    }

    /** @param objects a question for the catalogue's digest */
    private Optional<Glance> glance(boolean rows, String objects) {
        Snapshot snapshot = new Snapshot();
        Snapshot.Place quiet = snapshot.ask("SELECT NOT " + lock.isHeldElsewhere()
                + (opened.lockTable() ? " AND NOT EXISTS (" + historyTable.selectLock() + ")" : "")
                + " AND NOT " + journalTables.hasOpen() + " AND NOT EXISTS (" + catalogue.invalidObjects() + ")");
        Snapshot.Place last = snapshot.ask(journalTables.selectSealed(rows));
        Snapshot.Place applied = rows ? snapshot.ask(historyTable.select(opened.historyColumns())) : null;
        snapshot.steady();
        Snapshot.Place history = snapshot.ask(onlyIfSealed(historyTable.wholeDigest()));
        Snapshot.Place digest = snapshot.ask(onlyIfSealed(objects));
        Snapshot.Answers answers = take(snapshot);
        if (answers.rows(last).isEmpty()) {
            return Optional.empty();
        }
        List<String> row = answers.rows(last).get(0);
        return Optional.of(new Glance(
                row.get(10),
                Objects.toString(answers.value(history), ""),
                answers.value(digest),
                "t".equals(answers.value(quiet)),
                JournalTables.run(row, Map.of()),
                HistoryTable.rows(answers.rows(applied)),
                JournalTables.stamp(row)));
    }

    final String versions() {
        return new CatalogueVersions(facts().schema()).select(facts().major());
    }

    final String digest() {
        return catalogue.digest(historyTable.digest(), facts().major());
    }

    /** A large schema's digest costs more than all the rest. */
    private String onlyIfSealed(String question) {
        return "SELECT CASE WHEN " + journalTables.hasFingerprint() + " THEN (" + question + ") END";
    }

    /** Another run, or stock Liquibase. */
    final Optional<LockHolder> lockHolder() {
        Snapshot snapshot = new Snapshot();
        Snapshot.Place ours = snapshot.ask(lock.selectHolder());
        Snapshot.Place theirs = opened.lockTable() ? snapshot.ask(historyTable.selectLock()) : null;
        Snapshot.Answers answers = take(snapshot);
        return holder(answers.rows(ours), answers.rows(theirs));
    }

    /** Stock Liquibase marks a row; it stays behind when Liquibase is killed. */
    static Optional<LockHolder> holder(List<List<String>> ours, List<List<String>> theirs) {
        Optional<LockHolder> run = ours.stream().findFirst().map(RunLock::holder);
        return run.or(() -> theirs.stream()
                .findFirst()
                .map(r -> new LockHolder(
                        "liquibase",
                        "Liquibase on " + r.get(1),
                        0,
                        r.get(2) == null ? null : Instant.parse(r.get(2)))));
    }

    @Override
    public Map<String, String> catalogue() {
        Snapshot snapshot = new Snapshot();
        snapshot.steady();
        Snapshot.Place objects = snapshot.ask(catalogue.digests());
        Snapshot.Place history = hasHistory() ? snapshot.ask(historyTable.digest()) : null;
        Snapshot.Answers answers = take(snapshot);
        return digests(answers.rows(objects), answers.rows(history));
    }

    private Map<String, String> digests(List<List<String>> objects, List<List<String>> history) {
        Map<String, String> digests = new LinkedHashMap<>();
        objects.forEach(r -> digests.put(r.get(0), r.get(1)));
        history.forEach(r -> digests.put(r.get(0), r.get(1)));
        // A new major version prints some definitions in another way.
        digests.put("server", Integer.toString(facts().major()));
        return digests;
    }

    private Snapshot.Answers take(Snapshot snapshot) {
        try {
            return snapshot.take(server);
        } catch (SqlFailure e) {
            throw lost(e);
        }
    }

    @Override
    public Optional<List<Map<String, String>>> rowsOf(String table) {
        String name = Sql.identifier(facts().schema()) + "." + Sql.identifier(table);
        List<SimpleQuery.Answer> there = ask("SELECT to_regclass(" + Sql.literal(name) + ") IS NOT NULL");
        if (!"t".equals(there.get(0).rows().get(0).get(0))) {
            return Optional.empty();
        }
        String cells = "SELECT r.n, c.key, c.value FROM (SELECT row_number() OVER () AS n, to_jsonb(t) AS cells FROM "
                + name + " AS t) AS r CROSS JOIN LATERAL jsonb_each_text(r.cells) AS c ORDER BY r.n";
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (List<String> cell : ask(cells).get(0).rows()) {
            rows.computeIfAbsent(cell.get(0), n -> new LinkedHashMap<>()).put(cell.get(1), cell.get(2));
        }
        return Optional.of(List.copyOf(rows.values()));
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
