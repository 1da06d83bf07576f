package io.github.migratemaven.badinput;

import io.github.migratemaven.testing.TestDatabase;
import java.util.List;

/** What is in a database, for a comparison of before and after. */
final class DatabaseFacts {
    private static final String USER_SCHEMA =
            " NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_t%'";

    private DatabaseFacts() {}

    /** Every relation, column, constraint, routine and type that is not the system's, and every row of the history. */
    static List<String> all(TestDatabase database) {
        boolean history = database.value("SELECT to_regclass('databasechangelog') IS NOT NULL")
                .equals("t");
        return database.query("SELECT concat_ws(' ', n.nspname, c.relname, c.relkind, c.relfilenode,"
                + " (SELECT string_agg(a.attname || ' ' || a.atttypid, ',' ORDER BY a.attnum)"
                + " FROM pg_attribute a WHERE a.attrelid = c.oid)) AS fact"
                + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname" + USER_SCHEMA
                + " UNION ALL SELECT concat_ws(' ', n.nspname, p.proname, md5(p.prosrc))"
                + " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname" + USER_SCHEMA
                + " UNION ALL SELECT concat_ws(' ', n.nspname, t.typname) FROM pg_type t JOIN pg_namespace n"
                + " ON n.oid = t.typnamespace WHERE n.nspname" + USER_SCHEMA
                + " UNION ALL SELECT concat_ws(' ', conname, convalidated) FROM pg_constraint"
                + " UNION ALL SELECT nspname FROM pg_namespace n WHERE n.nspname" + USER_SCHEMA
                + (history ? " UNION ALL SELECT h::text FROM databasechangelog h" : "")
                + " ORDER BY 1");
    }

    static List<String> applied(TestDatabase database) {
        return database.query("SELECT id FROM databasechangelog ORDER BY orderexecuted");
    }

    /** Tables, views, sequences and indexes that are neither history nor journal. */
    static List<String> relations(TestDatabase database) {
        return database.query("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname" + USER_SCHEMA + " AND c.relkind IN ('r', 'v', 'm', 'S', 'p')"
                + " AND c.relname NOT LIKE 'databasechangelog%' AND c.relname NOT LIKE 'migrate\\_%' ORDER BY 1");
    }
}
