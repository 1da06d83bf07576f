package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.port.DeploySession.HistoryWrite;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The text of everything that is asked of and written to {@code databasechangelog}: the columns, types and limits are those
 * of Liquibase 4.33's CreateDatabaseChangeLogTableGenerator and MarkChangeSetRanGenerator, so that stock Liquibase finds
 * its own table.
 */
final class HistoryTable {
    static final String NAME = "databasechangelog";
    static final String LOCK_NAME = "databasechangeloglock";

    private static final String MICROSECONDS = "2026-01-31T12:00:00.000000";

    private static final Map<String, String> COLUMNS = columns();

    private final String table;
    private final String lockTable;
    private final String runLockHeld;

    HistoryTable(String schema) {
        table = Sql.identifier(schema) + "." + NAME;
        lockTable = Sql.identifier(schema) + "." + LOCK_NAME;
        runLockHeld = RunLock.isHeld(schema);
    }

    String qualifiedName() {
        return table;
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", "varchar(255) NOT NULL");
        columns.put("author", "varchar(255) NOT NULL");
        columns.put("filename", "varchar(255) NOT NULL");
        columns.put("dateexecuted", "timestamp without time zone NOT NULL");
        columns.put("orderexecuted", "integer NOT NULL");
        columns.put("exectype", "varchar(10) NOT NULL");
        columns.put("md5sum", "varchar(35)");
        columns.put("description", "varchar(255)");
        columns.put("comments", "varchar(255)");
        columns.put("tag", "varchar(255)");
        columns.put("liquibase", "varchar(20)");
        columns.put("contexts", "varchar(255)");
        columns.put("labels", "varchar(255)");
        columns.put("deployment_id", "varchar(10)");
        return columns;
    }

    Set<String> allColumns() {
        return COLUMNS.keySet();
    }

    /**
     * @param present the columns that the table has; empty = there is no table
     */
    String create(Set<String> present) {
        StringBuilder text = new StringBuilder();
        if (present.isEmpty()) {
            List<String> definitions = new ArrayList<>();
            COLUMNS.forEach((name, type) -> definitions.add(name + " " + type));
            text.append("CREATE TABLE ")
                    .append(table)
                    .append(" (")
                    .append(String.join(", ", definitions))
                    .append(");\n");
        } else {
            // Histories of old Liquibase versions lack the younger columns, all of which may be null.
            COLUMNS.forEach((name, type) -> {
                if (!present.contains(name)) {
                    text.append("ALTER TABLE ")
                            .append(table)
                            .append(" ADD COLUMN ")
                            .append(name)
                            .append(' ')
                            .append(type)
                            .append(";\n");
                }
            });
        }
        return text.toString();
    }

    String createLock() {
        return "CREATE TABLE " + lockTable + " (id integer NOT NULL, locked boolean NOT NULL, lockgranted timestamp"
                + " without time zone, lockedby varchar(255), CONSTRAINT " + LOCK_NAME + "_pkey PRIMARY KEY (id));\n"
                + "INSERT INTO " + lockTable + " (id, locked) VALUES (1, false);\n";
    }

    String select(Set<String> present) {
        List<String> wanted = new ArrayList<>();
        for (String name : List.of(
                "id",
                "author",
                "filename",
                "md5sum",
                "dateexecuted",
                "orderexecuted",
                "exectype",
                "deployment_id",
                "tag")) {
            String expression =
                    name.equals("dateexecuted") ? "to_char(dateexecuted, 'YYYY-MM-DD\"T\"HH24:MI:SS.US')" : name;
            wanted.add(present.contains(name) ? expression : "NULL");
        }
        return "SELECT " + String.join(", ", wanted) + " FROM " + table + " ORDER BY dateexecuted, orderexecuted";
    }

    /** One row named {@code history}: whoever deploys changes it. */
    String digest() {
        return "SELECT 'history' AS name, md5(coalesce(string_agg(concat_ws('|', id, author, filename, md5sum, orderexecuted), ','"
                + " ORDER BY orderexecuted, id, author, filename), '')) FROM " + table;
    }

    /**
     * Every row and column: whoever touches the table changes it. 128 bits of sums over the rows, so that thousands need not be sorted.
     * Needs a steady session.
     */
    String wholeDigest() {
        return "SELECT count(*) || '.' || sum(hashtextextended(line, 0)) || '.' || sum(hashtextextended(line, 1))"
                + " FROM (SELECT h::text COLLATE \"C\" AS line FROM " + table + " AS h OFFSET 0) AS lines";
    }

    String selectLastOrder() {
        return "SELECT coalesce(max(orderexecuted), 0) FROM " + table;
    }

    /**
     * The rows in the order in which they were written. Their times are local ones of whoever deployed, in Berlin or in UTC, while
     * their numbers go on from the highest. Only where a number stands twice, as very old Liquibases left it, does the time count.
     *
     * @param answer to {@link #select}
     */
    static List<HistoryRow> rows(List<List<String>> answer) {
        List<HistoryRow> rows = new ArrayList<>(answer.size());
        boolean ordered = true;
        for (List<String> cells : answer) {
            HistoryRow row = row(cells);
            ordered &= rows.isEmpty() || rows.get(rows.size() - 1).order() < row.order();
            rows.add(row);
        }
        if (!ordered && rows.stream().mapToInt(HistoryRow::order).distinct().count() == rows.size()) {
            rows.sort(Comparator.comparingInt(HistoryRow::order));
        }
        return rows;
    }

    private static HistoryRow row(List<String> cells) {
        return new HistoryRow(
                new ChangesetId(cells.get(0), cells.get(1), cells.get(2)),
                cells.get(3),
                executedAt(cells.get(4)),
                cells.get(5) == null ? 0 : Integer.parseInt(cells.get(5)),
                cells.get(6),
                cells.get(7),
                Optional.ofNullable(cells.get(8)));
    }

    /** Of thousands of rows, all in the form that {@link #select} asks for. */
    private static LocalDateTime executedAt(String text) {
        if (text == null || text.length() != MICROSECONDS.length() || text.charAt(0) == '-') {
            return text == null ? null : LocalDateTime.parse(text);
        }
        return LocalDateTime.of(
                Integer.parseInt(text, 0, 4, 10),
                Integer.parseInt(text, 5, 7, 10),
                Integer.parseInt(text, 8, 10, 10),
                Integer.parseInt(text, 11, 13, 10),
                Integer.parseInt(text, 14, 16, 10),
                Integer.parseInt(text, 17, 19, 10),
                Integer.parseInt(text, 20, 26, 10) * 1000);
    }

    /** The mark that a run of ours makes while it lives is not told: the run lock is. */
    String selectLock() {
        return "SELECT locked, lockedby, to_char(lockgranted AT TIME ZONE current_setting('TimeZone') AT TIME ZONE 'UTC',"
                + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM " + lockTable
                + " WHERE locked AND NOT (coalesce(starts_with(lockedby, '"
                + LiquibaseLockTable.OURS + "'), false) AND EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE "
                + runLockHeld
                + "))";
    }

    /** One row with one column: how many rows have been written behind that number. */
    String countBehind(int order) {
        return "SELECT count(*) FROM " + table + " WHERE orderexecuted > " + order;
    }

    /** One row with one column. Liquibase's own makers of the table need not be its users. */
    String mayDelete() {
        return "SELECT has_table_privilege(" + Sql.literal(table) + ", 'DELETE')";
    }

    /** One statement that inserts, replaces or deletes a row. */
    String write(HistoryWrite write, int order) {
        Changeset changeset = write.changeset();
        Map<String, String> values = new LinkedHashMap<>();
        // The transaction's own time is that of the message, which several share.
        values.put("dateexecuted", "clock_timestamp()::timestamp");
        values.put("orderexecuted", Integer.toString(order));
        values.put("md5sum", Sql.literal(changeset.checksum()));
        values.put("description", text(changeset.recorded().description()));
        values.put("comments", text(changeset.recorded().comments()));
        values.put("exectype", Sql.literal(write.execType()));
        values.put("contexts", text(changeset.recorded().contexts()));
        values.put("labels", text(changeset.recorded().labels()));
        values.put("liquibase", Sql.literal(cut(changeset.recorded().engineVersion(), 20)));
        values.put("deployment_id", Sql.literal(write.deploymentId()));
        changeset.recorded().tag().ifPresent(tag -> values.put("tag", text(tag)));
        Map<String, String> key = new LinkedHashMap<>();
        key.put("id", Sql.literal(changeset.identity().id()));
        key.put("author", Sql.literal(changeset.identity().author()));
        key.put("filename", Sql.literal(write.storedPath()));
        if (write.removes()) {
            return "DELETE FROM " + table + " WHERE " + assignments(key, " AND ");
        }
        return write.update() ? update(key, values) : insert(key, values);
    }

    /**
     * As one message, and so as one transaction: of several statements in a message, all take effect or none.
     *
     * @param order of the last row before them
     */
    String writeAll(List<HistoryWrite> writes, int order) {
        List<String> statements = new ArrayList<>();
        for (HistoryWrite write : writes) {
            statements.add(write(write, order + 1 + statements.size()));
        }
        return String.join(";\n", statements);
    }

    /** 250 of the column's 255, as Liquibase cuts it. */
    private static String text(String value) {
        return Sql.literal(cut(value, 250));
    }

    /** As Liquibase's StringUtil.limitSize: dots at the end say that something is missing. */
    private static String cut(String value, int length) {
        return value == null || value.length() <= length ? value : value.substring(0, length - 3) + "...";
    }

    private String insert(Map<String, String> key, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(key);
        all.putAll(values);
        return "INSERT INTO " + table + " (" + String.join(", ", all.keySet()) + ") VALUES ("
                + String.join(", ", all.values()) + ")";
    }

    private String update(Map<String, String> key, Map<String, String> values) {
        return "UPDATE " + table + " SET " + assignments(values, ", ") + " WHERE " + assignments(key, " AND ");
    }

    private static String assignments(Map<String, String> values, String separator) {
        return String.join(
                separator,
                values.entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .toList());
    }
}
