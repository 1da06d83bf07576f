package io.github.migratemaven.postgres;

import io.github.migratemaven.port.DeploySession.Effect;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.sql.Trace;
import java.util.List;

/** Looks in the catalogue what a step has done whose end nobody saw, and clears away what the server left half done. */
final class Aftermath {
    private final SimpleQuery server;

    Aftermath(SimpleQuery server) {
        this.server = server;
    }

    Effect of(String sql) throws SqlFailure {
        Trace trace = Trace.of(sql).orElse(null);
        if (trace == null) {
            return Effect.UNKNOWN;
        }
        return switch (trace.kind()) {
            case INDEX_GONE -> goneIf("to_regclass(" + Sql.literal(trace.name()) + ") IS NULL");
            case DATABASE_GONE -> goneIf(missing("pg_database", "datname", trace));
            case TABLESPACE_GONE -> goneIf(missing("pg_tablespace", "spcname", trace));
            case DATABASE_MADE -> notMadeIf(missing("pg_database", "datname", trace));
            case TABLESPACE_MADE -> notMadeIf(missing("pg_tablespace", "spcname", trace));
            case PARTITION_DETACHED -> detached(trace);
            case INDEX_REBUILT, TABLE_REBUILT -> rebuilt(trace);
        };
    }

    private static String missing(String catalogue, String column, Trace trace) {
        return "NOT EXISTS (SELECT FROM pg_catalog." + catalogue + " WHERE " + column + " = (parse_ident("
                + Sql.literal(trace.name()) + "))[1])";
    }

    private Effect goneIf(String condition) throws SqlFailure {
        return holds(condition) ? Effect.TAKEN : Effect.NONE;
    }

    private Effect notMadeIf(String condition) throws SqlFailure {
        return holds(condition) ? Effect.NONE : Effect.UNKNOWN;
    }

    private boolean holds(String condition) throws SqlFailure {
        return server.run("SELECT " + condition).get(0).rows().get(0).get(0).equals("t");
    }

    /** Its first transaction marks the partition as pending, its second one ends it: that can only be finished. */
    private Effect detached(Trace trace) throws SqlFailure {
        List<List<String>> link = server.run("SELECT inhdetachpending FROM pg_catalog.pg_inherits WHERE inhparent ="
                        + " to_regclass(" + Sql.literal(trace.parent()) + ") AND inhrelid = to_regclass("
                        + Sql.literal(trace.name()) + ")")
                .get(0)
                .rows();
        if (link.isEmpty()) {
            return Effect.TAKEN;
        }
        if (!"t".equals(link.get(0).get(0))) {
            return Effect.NONE;
        }
        server.run("ALTER TABLE " + trace.parent() + " DETACH PARTITION " + trace.name() + " FINALIZE");
        return Effect.TAKEN;
    }

    /** The copies are called …_ccnew while they are built, and the old index …_ccold when it is replaced. */
    private Effect rebuilt(Trace trace) throws SqlFailure {
        String relation = "to_regclass(" + Sql.literal(trace.name()) + ")";
        String table = trace.kind() == Trace.Kind.TABLE_REBUILT
                ? relation
                : "(SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid = " + relation + ")";
        String own = trace.kind() == Trace.Kind.TABLE_REBUILT
                ? ""
                // The server cuts the name so that it fits with its ending into 63 bytes.
                : " AND starts_with((SELECT relname FROM pg_catalog.pg_class WHERE oid = " + relation
                        + ")::text, regexp_replace(c.relname, '_cc(new|old)[0-9]*$', ''))";
        List<List<String>> left = server.run(
                        "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_catalog.pg_index x JOIN"
                                + " pg_catalog.pg_class c ON c.oid = x.indexrelid JOIN pg_catalog.pg_namespace n ON n.oid ="
                                + " c.relnamespace WHERE x.indrelid = " + table
                                + " AND NOT x.indisvalid AND c.relname ~"
                                + " '_cc(new|old)[0-9]*$' AND NOT EXISTS (SELECT FROM"
                                + " pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = c.oid)" + own)
                .get(0)
                .rows();
        for (List<String> index : left) {
            server.run("DROP INDEX CONCURRENTLY IF EXISTS " + index.get(0));
        }
        return Effect.NONE;
    }
}
