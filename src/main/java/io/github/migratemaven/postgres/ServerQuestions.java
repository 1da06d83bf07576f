package io.github.migratemaven.postgres;

import io.github.migratemaven.model.ServerFacts;
import io.github.migratemaven.port.SqlFailure;
import java.util.List;
import java.util.Set;

/** The one query that says what a session must know before it does anything. */
final class ServerQuestions {
    private ServerQuestions() {}

    /**
     * @param settings SET commands that go first, each with its semicolon
     * @param schema the schema asked for; null = the session's current one
     * @param driverPid the back end that the driver was told when it connected
     */
    static OpenedServer ask(SimpleQuery server, String settings, String schema, int driverPid) throws SqlFailure {
        List<SimpleQuery.Answer> answers = server.run(settings + question(schema));
        return read(answers.get(answers.size() - 1), driverPid);
    }

    /** @param answer to {@link #question} */
    static OpenedServer read(SimpleQuery.Answer answer, int driverPid) {
        List<String> c = answer.rows().get(0);
        ServerFacts facts = new ServerFacts(
                Integer.parseInt(c.get(0)) / 10_000, c.get(1), c.get(2), c.get(3), c.get(4), is(c.get(5)), driverPid);
        Set<String> columns = c.get(6) == null ? Set.of() : Set.of(c.get(6).split(","));
        return new OpenedServer(
                facts,
                columns,
                is(c.get(7)),
                is(c.get(8)),
                is(c.get(9)),
                is(c.get(10)),
                is(c.get(11)),
                is(c.get(12)),
                is(c.get(13)),
                is(c.get(14)),
                is(c.get(15)),
                Integer.parseInt(c.get(16)));
    }

    private static boolean is(String cell) {
        return "t".equals(cell);
    }

    /** One row; see {@link #read}. */
    static String question(String schema) {
        String name = schema == null ? "current_schema()" : Sql.literal(schema) + "::name";
        return """
                WITH s AS (SELECT n.name, ns.oid FROM (SELECT %s AS name) n
                  LEFT JOIN pg_catalog.pg_namespace ns ON ns.nspname = n.name),
                t AS (SELECT c.relname, c.oid FROM pg_catalog.pg_class c JOIN s ON c.relnamespace = s.oid
                  WHERE c.relname IN ('databasechangelog', 'databasechangeloglock', 'migrate_run', 'migrate_step')
                  AND c.relkind IN ('r', 'p', 'v'))
                SELECT current_setting('server_version_num'), split_part(current_setting('server_version'), ' ', 1),
                  current_database(), session_user, s.name, s.oid IS NOT NULL,
                  (SELECT string_agg(a.attname, ',') FROM pg_catalog.pg_attribute a JOIN t ON a.attrelid = t.oid
                    WHERE t.relname = 'databasechangelog' AND a.attnum > 0 AND NOT a.attisdropped),
                  EXISTS (SELECT FROM t WHERE relname = 'databasechangeloglock'),
                  (SELECT count(*) = 2 FROM t WHERE relname LIKE 'migrate%%'),
                  pg_is_in_recovery(),
                  (SELECT reset_val = 'off' FROM pg_catalog.pg_settings WHERE name = 'default_transaction_read_only'),
                  s.oid IS NULL OR has_schema_privilege(s.oid, 'USAGE'),
                  CASE WHEN s.oid IS NULL THEN has_database_privilege(current_database(), 'CREATE')
                    ELSE has_schema_privilege(s.oid, 'CREATE') END,
                  (SELECT coalesce(bool_and(has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT')
                    AND has_table_privilege(oid, 'UPDATE')), true) FROM t WHERE relname = 'databasechangelog'),
                  (SELECT coalesce(bool_and(has_table_privilege(oid, 'SELECT')), true) FROM t),
                  (SELECT coalesce(bool_and(has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT')
                    AND has_table_privilege(oid, 'UPDATE') AND has_table_privilege(oid, 'DELETE')), true)
                    FROM t WHERE relname LIKE 'migrate%%'),
                  pg_backend_pid()
                FROM s""".formatted(name);
    }
}
