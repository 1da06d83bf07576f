package io.github.migratemaven.author;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column that has two names for a while: two columns, which a trigger keeps in step. Names as SQL spells them, without needless
 * quotes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-comparisons.html">PostgreSQL manual, "Composite Type Comparison"</a>:
 *     {@code *<>} compares the bytes, so it is there for types without equality, and sees a change of case in a citext
 * @param table with its schema
 */
record ColumnRename(String table, String from, String to) {
    /** PostgreSQL's limit for a name (NAMEDATALEN - 1). */
    private static final int LONGEST_NAME = 63;

    private static final Pattern KEY = Pattern.compile("trigger (" + SqlNames.PART + ") on (" + SqlNames.NAME + ")");
    private static final Pattern ARGUMENTS = Pattern.compile(
            "(?s).*EXECUTE FUNCTION " + SqlNames.NAME + "\\('((?:[^']|'')*)', '((?:[^']|'')*)'\\) .", Pattern.DOTALL);

    /** Those that a database is in the middle of. */
    static List<ColumnRename> under(Map<String, String> catalogue) {
        Map<String, ColumnRename> found = new TreeMap<>();
        catalogue.forEach((key, definition) -> {
            Matcher trigger = KEY.matcher(key);
            Matcher names = ARGUMENTS.matcher(definition);
            if (trigger.matches() && names.matches()) {
                ColumnRename rename = new ColumnRename(
                        SqlNames.plain(trigger.group(2)),
                        SqlNames.quoted(names.group(1).replace("''", "'")),
                        SqlNames.quoted(names.group(2).replace("''", "'")));
                if (rename.trigger().equals(SqlNames.plain(trigger.group(1)))) {
                    found.put(key, rename);
                }
            }
        });
        return List.copyOf(found.values());
    }

    /** Of the BEFORE triggers the last, by its name: it copies what the others have made of a row. */
    String trigger() {
        return limited("zz_rename_" + SqlNames.last(from) + "_to_" + SqlNames.last(to));
    }

    /** In the table's schema. */
    String function() {
        String name = "rename_" + SqlNames.last(from) + "_to_" + SqlNames.last(to) + "_of_" + SqlNames.last(table);
        return SqlNames.beside(table, limited(name));
    }

    /**
     * @param column as it will be in the end; its NOT NULL, and a default that it cannot have beside the old one, come later
     * @param before the catalogue of the database as it is
     */
    List<String> expand(NewColumn old, NewColumn column, Map<String, String> before) {
        Optional<String> value = column.defaultBeside(old);
        // The default of a domain would look like a value that somebody wrote.
        String none = before.containsKey("domain " + column.typeWithoutCollation()) ? " DEFAULT NULL" : "";
        String written = value.map(v -> "ROW(NEW." + to + ")::record *<> ROW(CAST(" + v + " AS "
                        + column.typeWithoutCollation() + "))::record")
                .orElse("NEW." + to + " IS DISTINCT FROM NULL");
        return List.of(
                "ALTER TABLE " + table + "\n\tADD COLUMN " + to + " " + column.type()
                        + value.map(v -> " DEFAULT " + v).orElse(none),
                "CREATE FUNCTION " + function() + "() RETURNS trigger\n    LANGUAGE plpgsql\n    AS $$\nBEGIN\n"
                        + "  -- Old code writes " + from + ", new code writes " + to
                        + ": whoever writes one writes both.\n"
                        + "  -- The operator *<> compares records byte by byte: columns of every type.\n"
                        + "  IF TG_OP = 'INSERT' AND " + written + "\n"
                        + "      OR TG_OP = 'UPDATE' AND ROW(NEW." + to + ")::record *<> ROW(OLD." + to
                        + ")::record THEN\n"
                        + "    NEW." + from + " := NEW." + to + ";\n  ELSE\n    NEW." + to + " := NEW." + from + ";\n"
                        + "  END IF;\n  RETURN NEW;\nEND\n$$",
                "CREATE TRIGGER " + trigger() + "\n\tBEFORE INSERT OR UPDATE ON " + table
                        + "\n\tFOR EACH ROW\n\tEXECUTE FUNCTION " + function() + "(" + literal(from) + ", "
                        + literal(to) + ")");
    }

    /** What undoes {@link #expand}: the old column has all that the new one has. */
    List<String> withdraw() {
        return List.of(dropTrigger(), dropFunction(), drop(to));
    }

    /**
     * Copies block by block, each portion in a transaction of its own: no row is locked for long, and what broke off goes on. Rows
     * that are written meanwhile are the trigger's. It waits for no row that somebody has locked, so no application ever meets it in
     * a deadlock: such a row is tried again, at last by the whole step, as after a lock timeout (55P03).
     */
    String copy() {
        return """
                DO $$ -- migrate:repeatable
                DECLARE
                  portion CONSTANT bigint := 128; -- blocks of the table in one transaction
                  blocks bigint;
                BEGIN
                  FOR attempt IN 1 .. 5 LOOP
                    SELECT max(pg_relation_size(part) / current_setting('block_size')::bigint) INTO blocks
                      FROM (SELECT %1$s::regclass AS part UNION SELECT relid FROM pg_partition_tree(%1$s)) AS parts;
                    FOR start IN 0 .. blocks BY portion LOOP
                      SET LOCAL row_security = off; -- fails where a policy would hide rows
                      WITH free AS MATERIALIZED (SELECT tableoid AS part, ctid AS place FROM %2$s
                        WHERE ctid >= format('(%%s,0)', start)::tid AND ctid < format('(%%s,0)', start + portion)::tid
                          AND ROW(%4$s)::record *<> ROW(%3$s)::record
                        FOR NO KEY UPDATE SKIP LOCKED)
                      UPDATE %2$s AS own SET %4$s = own.%3$s FROM free
                        WHERE own.ctid >= format('(%%s,0)', start)::tid AND own.ctid < format('(%%s,0)', start + portion)::tid
                          AND own.ctid = free.place AND own.tableoid = free.part;
                      COMMIT;
                    END LOOP;
                    SET LOCAL row_security = off;
                    IF NOT EXISTS (SELECT FROM %2$s WHERE ROW(%4$s)::record *<> ROW(%3$s)::record) THEN
                      RETURN;
                    END IF;
                    COMMIT;
                    PERFORM pg_sleep(0.5); -- for whoever has locked the others
                  END LOOP;
                  RAISE EXCEPTION 'rows of %% stay locked by others', %1$s USING ERRCODE = 'lock_not_available';
                END
                $$""".formatted(literalText(table), table, from, to);
    }

    /** Fails where a row has different values in them, or a policy would hide one. Reads all rows, and locks nobody out. */
    String compare() {
        return """
                DO $$
                BEGIN
                  SET LOCAL row_security = off;
                  IF EXISTS (SELECT FROM %1$s WHERE ROW(%3$s)::record *<> ROW(%2$s)::record) THEN
                    RAISE EXCEPTION 'rows of %% differ in %% and %%', %4$s, %5$s, %6$s
                      USING HINT = 'The trigger that keeps them in step was disabled. Settle these rows first.';
                  END IF;
                END
                $$""".formatted(table, from, to, literalText(table), literal(from), literal(to));
    }

    List<String> contract() {
        return List.of(dropTrigger(), dropFunction(), drop(from));
    }

    /** Of {@link #contract} what is not the column. */
    List<String> release() {
        return List.of(dropTrigger(), dropFunction());
    }

    /** The old column with its values; what else there was of it is still missing. */
    List<String> comeBack(NewColumn column) {
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE " + table + "\n\tADD COLUMN " + from + " " + column.type()
                + column.defaultValue().map(v -> " DEFAULT " + v).orElse(""));
        // Not without those that a policy hides.
        statements.add("SET LOCAL row_security = off");
        statements.add("UPDATE " + table + " SET " + from + " = " + to);
        // What is deferred would keep the table from being altered.
        statements.add("SET CONSTRAINTS ALL IMMEDIATE");
        if (column.notNull()) {
            // Rows that are there would have had no value.
            statements.add("ALTER TABLE " + table + "\n\tALTER COLUMN " + from + " SET NOT NULL");
        }
        return statements;
    }

    private String dropTrigger() {
        return "DROP TRIGGER " + trigger() + " ON " + table;
    }

    private String dropFunction() {
        return "DROP FUNCTION " + function() + "()";
    }

    private String drop(String column) {
        return "ALTER TABLE " + table + "\n\tDROP COLUMN " + column;
    }

    private static String literal(String name) {
        return literalText(SqlNames.last(name));
    }

    private static String literalText(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String limited(String name) {
        String fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                ? name
                : name.substring(0, 20) + "_" + ContentDigest.of(name).substring(0, 12);
        return SqlNames.quoted(fits);
    }
}
