package io.github.migratemaven.author;

import java.util.List;
import java.util.function.Function;

/** Edits of tables: columns, constraints, indexes, partitions. */
final class TableEdits {
    private static final String ORDINARY = "a.attgenerated = '' AND a.attidentity = ''";
    private static final String COMPARABLE = "a.atttypid::regtype::text IN ('integer', 'bigint', 'text', 'date')";

    private TableEdits() {}

    static final List<Function<Pick, String>> ALL = List.of(
            TableEdits::addColumn,
            TableEdits::addColumn,
            TableEdits::dropColumn,
            TableEdits::changeType,
            TableEdits::changeType,
            TableEdits::setDefault,
            p -> action(p.column(ORDINARY + " AND a.atthasdef"), "ALTER COLUMN %s DROP DEFAULT"),
            p -> action(p.column("NOT a.attnotnull AND a.attgenerated = ''"), "ALTER COLUMN %s SET NOT NULL"),
            p -> action(p.column("a.attnotnull AND a.attidentity = ''"), "ALTER COLUMN %s DROP NOT NULL"),
            p -> action(p.column(ORDINARY), "RENAME COLUMN %s TO " + p.name("renamed")),
            p -> "ALTER TABLE " + p.table() + " RENAME TO " + p.name("renamed"),
            TableEdits::generated,
            TableEdits::identity,
            TableEdits::check,
            TableEdits::unique,
            TableEdits::foreignKey,
            p -> constraint(p, "c.contype IN ('c', 'f')"),
            p -> constraint(p, "c.contype IN ('p', 'u', 'x')"),
            TableEdits::index,
            TableEdits::index,
            TableEdits::uniqueIndex,
            TableEdits::dropIndex,
            TableEdits::newTable,
            p -> "DROP TABLE " + p.table() + " CASCADE",
            TableEdits::partition,
            TableEdits::dropPartition,
            TableEdits::detach,
            p -> "ALTER TABLE " + p.table() + p.of(" SET (fillfactor = 70)", " SET UNLOGGED", " REPLICA IDENTITY FULL"));

    private static String addColumn(Pick p) {
        String[] place = p.column("true");
        return "ALTER TABLE " + place[0] + " ADD COLUMN " + p.name("added") + " "
                + p.of(
                        "integer",
                        "text NOT NULL DEFAULT 'none'",
                        "timestamptz DEFAULT now()",
                        "numeric(10, 3)",
                        "jsonb NOT NULL DEFAULT '{}'",
                        "uuid DEFAULT gen_random_uuid()",
                        "text[]",
                        "varchar(40) COLLATE \"C\"",
                        "boolean NOT NULL DEFAULT false",
                        "bigint GENERATED ALWAYS AS IDENTITY",
                        "daterange",
                        "text CHECK (length('x') > 0)");
    }

    private static String dropColumn(Pick p) {
        String[] column = p.column("true");
        return "ALTER TABLE " + column[0] + " DROP COLUMN " + column[1] + " CASCADE";
    }

    private static String changeType(Pick p) {
        String[] column = p.column(
                "a.attgenerated = '' AND a.atttypid::regtype::text IN ('integer', 'smallint', 'text', 'character varying',"
                        + " 'numeric', 'timestamp with time zone', 'date')");
        String wanted =
                switch (column[2].split("\\(")[0]) {
                    case "integer", "smallint" -> "bigint";
                    case "text" -> p.of("varchar(500)", "varchar(80)");
                    case "character varying" -> p.of("text", "varchar(300)", "varchar(7)");
                    case "numeric" -> p.of("numeric(24, 6)", "numeric");
                    case "date" -> "timestamp";
                    default -> "timestamptz(3)";
                };
        return Dependents.around(
                column[0], "ALTER TABLE " + column[0] + " ALTER COLUMN " + column[1] + " TYPE " + wanted);
    }

    private static String setDefault(Pick p) {
        String[] column = p.column(
                ORDINARY + " AND a.atttypid::regtype::text IN ('integer', 'bigint', 'text', 'boolean', 'date')");
        String value =
                switch (column[2]) {
                    case "text" -> p.of("'x''y'", "'a'||'b'", "CURRENT_USER");
                    case "boolean" -> p.of("true", "false");
                    case "date" -> "CURRENT_DATE + 1";
                    default -> Integer.toString(p.number(100));
                };
        return action(column, "ALTER COLUMN %s SET DEFAULT " + value);
    }

    private static String generated(Pick p) {
        String[] column = p.column(ORDINARY + " AND a.atttypid = 'text'::regtype");
        return "ALTER TABLE " + column[0] + " ADD COLUMN " + p.name("computed") + " text GENERATED ALWAYS AS (upper("
                + column[1] + ")) STORED";
    }

    private static String identity(Pick p) {
        String[] column = p.column("a.attidentity <> ''");
        return action(
                column,
                p.of("ALTER COLUMN %s DROP IDENTITY", "ALTER COLUMN %s SET INCREMENT BY 3 SET GENERATED BY DEFAULT"));
    }

    private static String check(Pick p) {
        String[] column = p.column("a.atttypid::regtype::text IN ('integer', 'bigint', 'numeric', 'text')");
        String condition = column[2].equals("text") ? "length(" + column[1] + ") < 500" : column[1] + " <> -7";
        return "ALTER TABLE " + column[0] + " ADD CONSTRAINT " + p.name("checked") + " CHECK (" + condition + ")"
                + p.of("", " NOT VALID");
    }

    private static String unique(Pick p) {
        String[] column = p.column("c.relkind = 'r' AND " + COMPARABLE);
        return "ALTER TABLE " + column[0] + " ADD CONSTRAINT " + p.name("once") + " UNIQUE "
                + p.of("", "NULLS NOT DISTINCT ") + "(" + column[1] + ")" + p.of("", " DEFERRABLE");
    }

    private static String foreignKey(Pick p) {
        String[] target =
                p.column("a.atttypid = 'bigint'::regtype AND EXISTS (SELECT FROM pg_index x WHERE x.indrelid = c.oid"
                        + " AND x.indisunique AND x.indnkeyatts = 1 AND x.indkey[0] = a.attnum AND x.indpred IS NULL)");
        String[] column = p.column(ORDINARY + " AND a.atttypid = 'bigint'::regtype");
        return "ALTER TABLE " + column[0] + " ADD CONSTRAINT " + p.name("refers") + " FOREIGN KEY (" + column[1]
                + ") REFERENCES " + target[0] + " (" + target[1] + ")" + p.of("", " ON DELETE CASCADE", " NOT VALID");
    }

    private static String constraint(Pick p, String condition) {
        String[] found = p.row("SELECT c.conrelid::regclass::text, quote_ident(c.conname) FROM pg_constraint c"
                + " JOIN pg_namespace n ON n.oid = c.connamespace WHERE" + Pick.OWN
                + "AND c.conrelid <> 0 AND c.conislocal AND c.coninhcount = 0 AND " + condition);
        return "ALTER TABLE " + found[0] + " DROP CONSTRAINT " + found[1] + " CASCADE";
    }

    private static String index(Pick p) {
        String[] column =
                p.column("a.atttypid::regtype::text IN ('integer', 'bigint', 'text', 'date', 'jsonb', 'text[]')");
        boolean gin = column[2].equals("jsonb") || column[2].equals("text[]");
        String what = column[2].equals("text")
                ? p.of("(lower(" + column[1] + "))", "(" + column[1] + " text_pattern_ops)", "(" + column[1] + " DESC)")
                : "(" + column[1] + ")";
        return "CREATE INDEX " + p.name("added_idx") + " ON " + column[0] + (gin ? " USING gin " : " ") + what
                + (gin ? "" : p.of("", " WHERE " + column[1] + " IS NOT NULL", " WITH (fillfactor = 60)"));
    }

    private static String uniqueIndex(Pick p) {
        String[] column = p.column("c.relkind = 'r' AND " + COMPARABLE);
        return "CREATE UNIQUE INDEX " + p.name("only_idx") + " ON " + column[0] + " (" + column[1] + ")";
    }

    private static String dropIndex(Pick p) {
        return "DROP INDEX "
                + p.one("SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE" + Pick.OWN + "AND NOT c.relispartition"
                        + " AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)");
    }

    private static String newTable(Pick p) {
        String name = p.schema() + "." + p.name("made");
        return "CREATE TABLE " + name + " (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, label text NOT NULL,"
                + " parent bigint REFERENCES " + name + ", at timestamptz DEFAULT now(), UNIQUE (label, parent));"
                + " COMMENT ON COLUMN " + name + ".label IS 'what it says'; CREATE INDEX ON " + name + " (at);"
                + " GRANT SELECT ON " + name + " TO " + p.role();
    }

    private static String partition(Pick p) {
        String parent = p.one("SELECT c.oid::regclass::text FROM pg_partitioned_table t JOIN pg_class c"
                + " ON c.oid = t.partrelid WHERE t.partstrat = 'r' AND pg_get_partkeydef(c.oid) ~ '_(at|on|day)[)]$'");
        int year = 2030 + p.number(20);
        String schema = parent.contains(".") ? parent.substring(0, parent.indexOf('.') + 1) : "";
        return "CREATE TABLE " + schema + p.name("part") + " PARTITION OF " + parent + " FOR VALUES FROM ('" + year
                + "-01-01') TO ('" + year + "-02-01')";
    }

    private static String dropPartition(Pick p) {
        return "DROP TABLE "
                + p.one("SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE"
                        + Pick.OWN + "AND c.relispartition AND c.relkind = 'r'");
    }

    private static String detach(Pick p) {
        String[] found = p.row("SELECT i.inhrelid::regclass::text, i.inhparent::regclass FROM pg_inherits i"
                + " JOIN pg_class c ON c.oid = i.inhrelid WHERE c.relispartition AND c.relkind = 'r'");
        return "ALTER TABLE " + found[1] + " DETACH PARTITION " + found[0];
    }

    private static String action(String[] column, String action) {
        return "ALTER TABLE " + column[0] + " " + action.formatted(column[1]);
    }
}
