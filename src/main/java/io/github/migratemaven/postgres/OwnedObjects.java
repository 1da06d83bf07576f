package io.github.migratemaven.postgres;

import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.DeploySession.StepLimits;
import io.github.migratemaven.port.SchemaWipe;
import io.github.migratemaven.port.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a schema holds, object by object: {@code DROP SCHEMA} would need its owner, and take extensions along.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html">PostgreSQL manual, pg_identify_object</a>
 */
public final class OwnedObjects implements SchemaWipe {
    private static final String OURS =
            "('databasechangelog', 'databasechangeloglock', 'migrate_run', 'migrate_step'," + " 'migrate_seed')";

    @Override
    public int wipe(DeploySession session, boolean otherSchemas, StepLimits limits) throws SqlFailure {
        SimpleQuery server = server(session);
        String schema = session.facts().schema();
        List<String> drops = server.run(drops(schema, otherSchemas)).get(0).rows().stream()
                .map(row -> row.get(0))
                .toList();
        List<String> schemas = otherSchemas ? schemas(server, schema) : List.of();
        String prefix = Sql.identifier(schema) + ".";
        StringBuilder text = new StringBuilder("BEGIN;\nSET LOCAL client_min_messages = warning;\n");
        text.append(PipelinedTransaction.set("SET LOCAL", limits));
        drops.forEach(drop -> text.append(drop).append(";\n"));
        schemas.forEach(
                other -> text.append("DROP SCHEMA IF EXISTS ").append(other).append(";\n"));
        text.append("DELETE FROM ").append(prefix).append("databasechangelog;\n");
        text.append("DELETE FROM ").append(prefix).append("migrate_step;\n");
        text.append("DROP TABLE IF EXISTS ").append(prefix).append("migrate_seed;\nCOMMIT");
        SimpleQuery.Reply reply = server.send(text.toString());
        if (reply.error() != null) {
            // Where the connection is lost, this fails, too: the first failure is the one to tell.
            server.send("ROLLBACK");
            throw SimpleQuery.failure(reply.error(), -1, 0);
        }
        return drops.size();
    }

    @Override
    public List<String> holders(DeploySession session, boolean otherSchemas) {
        String question = scope(session.facts().schema(), otherSchemas) + "SELECT DISTINCT " + StepQuestions.SESSION
                + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
                + " JOIN pg_catalog.pg_class c ON c.oid = l.relation JOIN s ON s.oid = c.relnamespace"
                + " WHERE l.granted AND l.pid <> pg_backend_pid() AND c.relname NOT IN " + OURS
                + " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()) LIMIT 5";
        try {
            return server(session).run(question).get(0).rows().stream()
                    .map(row -> row.get(0))
                    .toList();
        } catch (SqlFailure e) {
            return List.of();
        }
    }

    private static SimpleQuery server(DeploySession session) throws SqlFailure {
        try {
            return new SimpleQuery(session.unwrap(Connection.class));
        } catch (SQLException e) {
            throw SimpleQuery.failure(e, -1, 0);
        }
    }

    /** In SQL spelling: schemas that will be empty; not the target's own and not {@code public}. */
    private static List<String> schemas(SimpleQuery server, String schema) throws SqlFailure {
        return server.run(scope(schema, true) + """
                        SELECT quote_ident(s.nspname) FROM s
                        WHERE s.nspname NOT IN ('public', %s) AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend m
                          JOIN pg_catalog.pg_depend e ON e.classid = m.classid AND e.objid = m.objid AND e.deptype = 'e'
                          WHERE m.refclassid = 'pg_namespace'::regclass AND m.refobjid = s.oid)""".formatted(Sql.literal(schema))).get(0).rows().stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static String scope(String schema, boolean otherSchemas) {
        return """
                WITH s AS (SELECT n.oid, n.nspname FROM pg_catalog.pg_namespace n WHERE n.nspname = %1$s
                  OR %2$s AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                  AND pg_has_role(current_user, n.nspowner, 'USAGE')
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relnamespace = n.oid
                    AND c.relname IN ('databasechangelog', 'migrate_run'))
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_namespace'::regclass
                    AND d.objid = n.oid AND d.deptype = 'e'))
                """.formatted(Sql.literal(schema), otherSchemas);
    }

    /** One DROP a row. What CASCADE has taken meanwhile is passed over. */
    private static String drops(String schema, boolean otherSchemas) {
        return scope(schema, otherSchemas) + """
                , o(class, oid) AS (
                SELECT 'pg_class'::regclass, c.oid FROM pg_catalog.pg_class c JOIN s ON s.oid = c.relnamespace
                  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                  AND NOT (s.nspname = %1$s AND c.relname IN %2$s)
                UNION ALL SELECT 'pg_proc'::regclass, p.oid FROM pg_catalog.pg_proc p JOIN s ON s.oid = p.pronamespace
                UNION ALL SELECT 'pg_type'::regclass, t.oid FROM pg_catalog.pg_type t JOIN s ON s.oid = t.typnamespace
                  LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
                  WHERE t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c'
                UNION ALL SELECT 'pg_operator'::regclass, x.oid FROM pg_catalog.pg_operator x JOIN s ON s.oid = x.oprnamespace
                UNION ALL SELECT 'pg_opclass'::regclass, x.oid FROM pg_catalog.pg_opclass x JOIN s ON s.oid = x.opcnamespace
                UNION ALL SELECT 'pg_opfamily'::regclass, x.oid FROM pg_catalog.pg_opfamily x JOIN s ON s.oid = x.opfnamespace
                UNION ALL SELECT 'pg_collation'::regclass, x.oid FROM pg_catalog.pg_collation x
                  JOIN s ON s.oid = x.collnamespace
                UNION ALL SELECT 'pg_conversion'::regclass, x.oid FROM pg_catalog.pg_conversion x
                  JOIN s ON s.oid = x.connamespace
                UNION ALL SELECT 'pg_ts_config'::regclass, x.oid FROM pg_catalog.pg_ts_config x JOIN s ON s.oid = x.cfgnamespace
                UNION ALL SELECT 'pg_ts_dict'::regclass, x.oid FROM pg_catalog.pg_ts_dict x JOIN s ON s.oid = x.dictnamespace)
                SELECT 'DROP ' || i.type || ' IF EXISTS ' || i.identity || ' CASCADE'
                FROM o, pg_catalog.pg_identify_object(o.class, o.oid, 0) i
                WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = o.class AND d.objid = o.oid
                  -- a column of a partitioned table's key belongs to its own table
                  AND d.objsubid = 0 AND d.deptype IN ('e', 'i'))""".formatted(Sql.literal(schema), OURS);
    }
}
