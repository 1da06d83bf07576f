package io.github.migratemaven.author;

import io.github.migratemaven.testing.TestDatabase;
import java.util.List;
import java.util.Random;

/** Random objects of a database: the same for the same seed. */
final class Pick {
    /** Schemas of the user's own. */
    static final String OWN = " n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ";

    private final TestDatabase database;
    private final Random random;

    Pick(TestDatabase database, Random random) {
        this.database = database;
        this.random = random;
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    String of(String... words) {
        return words[random.nextInt(words.length)];
    }

    /** A new name. */
    String name(String prefix) {
        return prefix + "_" + (1000 + random.nextInt(9000));
    }

    /** A random row of a question, cut at {@code |}. */
    String[] row(String question) {
        List<String> rows = database.query(question + " ORDER BY 1, 2");
        if (rows.isEmpty()) {
            throw new NotApplicable();
        }
        return rows.get(random.nextInt(rows.size())).split("\\|", -1);
    }

    String one(String question) {
        return row("SELECT a, 0 FROM (" + question + ") AS found(a)")[0];
    }

    String table() {
        return one("SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE"
                + OWN + "AND c.relkind = 'r' AND NOT c.relispartition AND " + notOfAnExtension("pg_class", "c"));
    }

    String schema() {
        return one("SELECT quote_ident(n.nspname) FROM pg_namespace n WHERE" + OWN);
    }

    String role() {
        return one("SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' AND rolname LIKE '%\\_%'");
    }

    /** Table, column, type, kind of table. */
    String[] column(String condition) {
        return row(
                "SELECT c.oid::regclass::text, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), c.relkind"
                        + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped WHERE"
                        + OWN
                        + "AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND " + condition);
    }

    static String notOfAnExtension(String catalogue, String alias) {
        return "NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '" + catalogue + "'::regclass AND e.objid = "
                + alias + ".oid AND e.deptype = 'e')";
    }

    /** There is nothing that this edit could change. */
    static final class NotApplicable extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
