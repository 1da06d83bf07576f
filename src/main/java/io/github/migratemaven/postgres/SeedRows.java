package io.github.migratemaven.postgres;

import io.github.migratemaven.model.SeedFile;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.SeedTable;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.SqlFailure;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Seeds: SQL as it is, CSV with COPY into a table of its own first, so that rows that are there already are brought up to date by
 * their primary key instead of being refused.
 */
public final class SeedRows implements SeedTable {
    private static final String STAGE = "pg_temp.migrate_seed_stage";

    /** What a dump sets, so that the file behind it would not find its tables, or would go unchecked. In this order they can be set back. */
    private static final List<String> SETTINGS = List.of("role", "session_replication_role", "search_path");

    @Override
    public Map<String, String> seeded(Session session) {
        try {
            SimpleQuery server = new SimpleQuery(session.unwrap(Connection.class));
            String table = table(session);
            boolean there = server.run("SELECT to_regclass(" + Sql.literal(table) + ") IS NOT NULL")
                    .get(0)
                    .rows()
                    .get(0)
                    .get(0)
                    .equals("t");
            Map<String, String> seeded = new LinkedHashMap<>();
            if (there) {
                server.run("SELECT name, checksum FROM " + table + " ORDER BY seeded_at, name")
                        .get(0)
                        .rows()
                        .forEach(row -> seeded.put(row.get(0), row.get(1)));
            }
            return seeded;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (SqlFailure e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static String table(Session session) {
        return Sql.identifier(session.facts().schema()) + ".migrate_seed";
    }

    @Override
    public List<Long> run(DeploySession session, List<SeedFile> files, String runId) throws SqlFailure {
        try {
            Connection connection = session.unwrap(Connection.class);
            SimpleQuery server = new SimpleQuery(connection);
            List<Long> rows = new ArrayList<>();
            int i = -1;
            try {
                server.run("BEGIN;\nCREATE TABLE IF NOT EXISTS " + table(session)
                        + " (name text PRIMARY KEY, checksum text NOT NULL, row_count bigint,"
                        + " seeded_at timestamptz NOT NULL DEFAULT clock_timestamp(), seeded_by text NOT NULL DEFAULT"
                        + " session_user, run_id text)");
                for (i = 0; i < files.size(); i++) {
                    rows.add(one(connection, server, files.get(i), i));
                    record(server, table(session), files.get(i), rows.get(i), runId);
                }
                server.run("COMMIT");
                return rows;
            } catch (SqlFailure | SQLException | IOException e) {
                server.send("ROLLBACK");
                throw e instanceof SqlFailure failure ? of(failure, i) : failed(e, i);
            }
        } catch (SQLException e) {
            throw SimpleQuery.failure(e, -1, 0);
        }
    }

    /** A statement of ours that failed over a file's rows. */
    private static SqlFailure of(SqlFailure e, int file) {
        return e.statement() >= 0
                ? e
                : new SqlFailure(
                        e.getMessage(),
                        e.sqlState(),
                        e.detail().orElse(null),
                        e.hint().orElse(null),
                        file,
                        -1,
                        e);
    }

    private static SqlFailure failed(Exception e, int file) {
        SQLException sql = e instanceof SQLException s ? s : new SQLException(e.getMessage(), "22000", e);
        return SimpleQuery.failure(sql, file, 0);
    }

    private static long one(Connection connection, SimpleQuery server, SeedFile file, int index)
            throws SqlFailure, SQLException, IOException {
        if (file.csv()) {
            return rows(connection, server, file);
        }
        List<String> before = settings(server);
        SimpleQuery.Reply reply = server.send(file.text());
        if (reply.error() != null) {
            throw SimpleQuery.failure(reply.error(), index, 0);
        }
        if (connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.OPEN) {
            throw failed(
                    new SQLException(
                            "the file ends the transaction that all seeds share: take out BEGIN, COMMIT and ROLLBACK",
                            "2D000"),
                    index);
        }
        setBack(server, before);
        return reply.answers().stream()
                .mapToLong(SimpleQuery.Answer::count)
                .filter(n -> n > 0)
                .sum();
    }

    private static List<String> settings(SimpleQuery server) throws SqlFailure {
        return server.run(SETTINGS.stream()
                        .map(name -> "current_setting('" + name + "')")
                        .collect(Collectors.joining(", ", "SELECT ", "")))
                .get(0)
                .rows()
                .get(0);
    }

    private static void setBack(SimpleQuery server, List<String> before) throws SqlFailure {
        List<String> after = settings(server);
        for (int i = 0; i < SETTINGS.size(); i++) {
            // Not all of them may be set by everybody.
            if (!after.get(i).equals(before.get(i))) {
                server.run("SELECT set_config('" + SETTINGS.get(i) + "', " + Sql.literal(before.get(i)) + ", false)");
            }
        }
    }

    private static long rows(Connection connection, SimpleQuery server, SeedFile file)
            throws SqlFailure, SQLException, IOException {
        List<String> header = CsvHeader.of(file.text());
        String columns = header.stream().map(Sql::identifier).collect(Collectors.joining(", "));
        String target = name(file.table());
        server.run("CREATE TEMPORARY TABLE migrate_seed_stage ON COMMIT DROP AS SELECT " + columns + " FROM " + target
                + " WITH NO DATA");
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY " + STAGE + " (" + columns + ") FROM STDIN WITH (FORMAT csv, HEADER true)",
                        new StringReader(file.text()));
        List<String> key = key(server, target);
        String update = header.stream()
                .filter(column -> !key.contains(column))
                .map(column -> Sql.identifier(column) + " = excluded." + Sql.identifier(column))
                .collect(Collectors.joining(", "));
        String conflict = "";
        if (!key.isEmpty() && header.containsAll(key)) {
            conflict = " ON CONFLICT (" + key.stream().map(Sql::identifier).collect(Collectors.joining(", ")) + ") DO "
                    + (update.isEmpty() ? "NOTHING" : "UPDATE SET " + update);
        }
        long count = server.run("INSERT INTO " + target + " (" + columns + ") OVERRIDING SYSTEM VALUE SELECT " + columns
                        + " FROM " + STAGE + conflict)
                .get(0)
                .count();
        server.run("DROP TABLE " + STAGE);
        advance(server, target, header);
        return count;
    }

    /** The next row that the application inserts must not get a number that a seed has taken. */
    private static void advance(SimpleQuery server, String target, List<String> header) throws SqlFailure {
        for (String column : header) {
            String sequence = server.run(
                            "SELECT pg_get_serial_sequence(" + Sql.literal(target) + ", " + Sql.literal(column) + ")")
                    .get(0)
                    .rows()
                    .get(0)
                    .get(0);
            if (sequence != null) {
                String asRegclass = Sql.literal(sequence) + "::regclass";
                // Never back: numbers below its start are kept for seeds, and what it has given out may stand
                // elsewhere.
                server.run("SELECT setval(" + asRegclass + ", highest) FROM (SELECT max(" + Sql.identifier(column)
                        + ") AS highest FROM " + target + ") h, " + sequence
                        + " s WHERE (highest > s.last_value OR highest"
                        + " = s.last_value AND NOT s.is_called) AND EXISTS (SELECT FROM pg_catalog.pg_sequence q WHERE"
                        + " q.seqrelid = " + asRegclass + " AND q.seqincrement > 0)");
            }
        }
    }

    private static List<String> key(SimpleQuery server, String target) throws SqlFailure {
        return server
                .run(
                        "SELECT a.attname FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid"
                                + " AND a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1]) WHERE i.indisprimary AND i.indrelid = "
                                + Sql.literal(target) + "::regclass")
                .get(0)
                .rows()
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** A dot in a file's name parts schema and table. */
    private static String name(String table) {
        return java.util.Arrays.stream(table.split("\\.", 2))
                .map(Sql::identifier)
                .collect(Collectors.joining("."));
    }

    private static void record(SimpleQuery server, String table, SeedFile file, long rows, String runId)
            throws SqlFailure {
        server.run("INSERT INTO " + table + " (name, checksum, row_count, run_id) VALUES ("
                + String.join(
                        ", ",
                        Sql.literal(file.name()),
                        Sql.literal(file.checksum()),
                        Long.toString(rows),
                        Sql.literal(runId))
                + ") ON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, row_count = excluded.row_count,"
                + " seeded_at = excluded.seeded_at, seeded_by = excluded.seeded_by, run_id = excluded.run_id");
    }
}
