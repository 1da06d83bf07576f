package io.github.migratemaven.roundtrip;

import io.github.migratemaven.port.Session;
import io.github.migratemaven.postgres.PostgresTarget;
import io.github.migratemaven.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in a database, for comparison with another.
 *
 * @param history without the columns that tell one run from another
 * @param tables every row of every table of the application's, and where its sequences stand
 * @param catalogue every object's definition
 */
record Contents(List<String> history, Map<String, List<String>> tables, Map<String, String> catalogue) {
    private static final String OURS = "('databasechangelog', 'databasechangeloglock', 'migrate_run', 'migrate_step')";

    static Contents of(TestDatabase database) {
        return new Contents(history(database), tables(database), catalogue(database));
    }

    static List<String> history(TestDatabase database) {
        return database.query(
                "SELECT id, author, filename, orderexecuted, exectype, md5sum, description, comments, tag,"
                        + " liquibase, contexts, labels FROM databasechangelog ORDER BY orderexecuted");
    }

    /** Everything, to see that nothing was touched. */
    static List<String> historyWithTimes(TestDatabase database) {
        return database.query("SELECT * FROM databasechangelog ORDER BY orderexecuted");
    }

    private static Map<String, List<String>> tables(TestDatabase database) {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : database.query(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN " + OURS)) {
            // A large object's number says nothing; its bytes do.
            String columns =
                    database.value("SELECT coalesce(string_agg(CASE WHEN udt_name = 'oid' THEN format('lo_get(%1$I)"
                            + " AS %1$I', column_name) ELSE quote_ident(column_name) END, ', ' ORDER BY ordinal_position), '1') FROM"
                            + " information_schema.columns WHERE table_schema = 'public' AND table_name = '" + table
                            + "'");
            tables.put(
                    table,
                    database.query("SELECT to_jsonb(r) FROM (SELECT " + columns + " FROM \"" + table
                            + "\") r ORDER BY to_jsonb(r)::text"));
        }
        tables.put("(sequences)", database.query("SELECT sequencename, last_value FROM pg_sequences ORDER BY 1"));
        return tables;
    }

    private static Map<String, String> catalogue(TestDatabase database) {
        try (Session session = new PostgresTarget(database.target(), "test", false).openReadOnly()) {
            Map<String, String> catalogue = new TreeMap<>(session.catalogue());
            catalogue.remove("history");
            return catalogue;
        }
    }
}
