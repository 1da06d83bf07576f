package io.github.migratemaven.postgres;

/**
 * Questions about the objects of one schema. Objects that belong to an extension, partitions (which come and go by
 * themselves), the history and the journal are left out.
 */
final class Catalogue {
    private static final String OURS =
            "('databasechangelog', 'databasechangeloglock', 'migrate_run', 'migrate_step', 'migrate_seed')";

    private final String schema;

    Catalogue(String schema) {
        this.schema = Sql.literal(schema);
    }

    String holdsObjects() {
        return """
                SELECT EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                  WHERE n.nspname = %1$s AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c') AND c.relname NOT IN %2$s
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_class'::regclass
                    AND d.objid = c.oid AND d.deptype = 'e'))
                OR EXISTS (SELECT FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
                  WHERE n.nspname = %1$s AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'))
                OR EXISTS (SELECT FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
                  WHERE n.nspname = %1$s AND t.typtype IN ('e', 'd', 'r') AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'))""".formatted(schema, OURS);
    }

    String invalidObjects() {
        return """
                SELECT 'index', format('%%I.%%I', n.nspname, i.relname), format('%%I.%%I', n.nspname, t.relname)
                FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
                JOIN pg_catalog.pg_class t ON t.oid = x.indrelid JOIN pg_catalog.pg_namespace n ON n.oid = i.relnamespace
                WHERE n.nspname = %1$s AND NOT x.indisvalid AND i.relkind = 'i'
                  -- one that is being built right now is not left behind
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = i.oid)
                UNION ALL
                SELECT 'constraint', format('%%I', k.conname), format('%%I.%%I', n.nspname, t.relname)
                FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class t ON t.oid = k.conrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
                WHERE n.nspname = %1$s AND NOT k.convalidated
                  -- server 18+: meant to stay as it is
                  AND pg_catalog.pg_get_constraintdef(k.oid) NOT LIKE '%% NOT ENFORCED'
                ORDER BY 1, 2""".formatted(schema);
    }

    /** Name and digest of every object; what is compared is how PostgreSQL itself prints a definition. */
    String digests() {
        return unsorted() + " ORDER BY name";
    }

    private String unsorted() {
        return """
                WITH n AS (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = %1$s),
                rel AS (SELECT c.* FROM pg_catalog.pg_class c JOIN n ON c.relnamespace = n.oid
                  WHERE c.relname NOT IN %2$s AND NOT c.relispartition
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_class'::regclass
                    AND d.objid = c.oid AND d.deptype = 'e')),
                o(name, definition) AS (
                SELECT CASE c.relkind WHEN 'S' THEN 'sequence ' WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view '
                    WHEN 'f' THEN 'foreign table ' WHEN 'c' THEN 'type ' ELSE 'table ' END || c.relname,
                  concat_ws('|', c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity,
                    array_to_string(c.reloptions, ','), pg_catalog.pg_get_partkeydef(c.oid),
                    CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) END,
                    (SELECT string_agg(concat_ws(' ', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
                       a.attnotnull, a.attidentity, a.attgenerated, pg_catalog.pg_get_expr(d.adbin, d.adrelid),
                       nullif(a.attcollation, (SELECT typcollation FROM pg_catalog.pg_type WHERE oid = a.atttypid))), ','
                       ORDER BY a.attnum)
                     FROM pg_catalog.pg_attribute a LEFT JOIN pg_catalog.pg_attrdef d
                       ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind <> 'S'),
                    (SELECT concat_ws(' ', q.seqtypid::regtype, q.seqstart, q.seqincrement, q.seqmax, q.seqmin, q.seqcycle)
                     FROM pg_catalog.pg_sequence q WHERE q.seqrelid = c.oid))
                FROM rel c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
                UNION ALL
                SELECT 'index ' || c.relname, pg_catalog.pg_get_indexdef(c.oid) FROM rel c WHERE c.relkind IN ('i', 'I')
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class t ON t.oid = x.indrelid
                    WHERE x.indexrelid = c.oid AND t.relname IN %2$s)
                UNION ALL
                SELECT 'constraint ' || k.conname || ' on ' || c.relname,
                  pg_catalog.pg_get_constraintdef(k.oid) FROM pg_catalog.pg_constraint k JOIN rel c ON c.oid = k.conrelid
                  WHERE k.contype IN ('c', 'f', 'p', 'u', 'x')
                UNION ALL
                SELECT 'trigger ' || t.tgname || ' on ' || c.relname, pg_catalog.pg_get_triggerdef(t.oid) || t.tgenabled::text
                  FROM pg_catalog.pg_trigger t JOIN rel c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
                UNION ALL
                SELECT 'rule ' || r.rulename || ' on ' || c.relname, pg_catalog.pg_get_ruledef(r.oid) || r.ev_enabled::text
                  FROM pg_catalog.pg_rewrite r JOIN rel c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN'
                UNION ALL
                SELECT 'statistics ' || x.stxname, pg_catalog.pg_get_statisticsobjdef(x.oid)
                  FROM pg_catalog.pg_statistic_ext x JOIN n ON x.stxnamespace = n.oid
                UNION ALL
                SELECT 'policy ' || p.polname || ' on ' || c.relname, concat_ws('|', p.polcmd, p.polpermissive,
                  p.polroles::regrole[]::text, pg_catalog.pg_get_expr(p.polqual, p.polrelid),
                  pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid))
                  FROM pg_catalog.pg_policy p JOIN rel c ON c.oid = p.polrelid
                UNION ALL
                SELECT 'function ' || p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',
                  CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid) ELSE (SELECT concat_ws('|', g.aggtransfn,
                    g.aggfinalfn, g.aggcombinefn, g.aggmtransfn, g.aggminvtransfn, g.aggmfinalfn, g.aggtranstype::regtype,
                    g.agginitval, g.aggminitval, p.prorettype::regtype, p.proparallel)
                    FROM pg_catalog.pg_aggregate g WHERE g.aggfnoid = p.oid) END
                  FROM pg_catalog.pg_proc p JOIN n ON p.pronamespace = n.oid
                  WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_proc'::regclass
                    AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
                UNION ALL
                SELECT 'type ' || t.typname, concat_ws('|', t.typtype, t.typnotnull, t.typdefault,
                  pg_catalog.format_type(t.typbasetype, t.typtypmod),
                  (SELECT concat_ws(' ', r.rngsubtype::regtype, r.rngsubdiff, r.rngcanonical) FROM pg_catalog.pg_range r
                    WHERE r.rngtypid = t.oid),
                  (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e
                    WHERE e.enumtypid = t.oid),
                  (SELECT string_agg(pg_catalog.pg_get_constraintdef(k.oid), ',' ORDER BY k.conname)
                    FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid))
                  FROM pg_catalog.pg_type t JOIN n ON t.typnamespace = n.oid WHERE t.typtype IN ('e', 'd', 'r')
                  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_type'::regclass
                    AND d.objid = t.oid AND d.deptype = 'e'))
                SELECT name, md5(coalesce(definition, '')) FROM o""".formatted(schema, OURS);
    }

    /**
     * One digest for the whole catalogue, as CatalogueDigest computes it; an unchanged catalogue need not be transferred.
     *
     * @param more another question with the columns name and digest
     */
    String digest(String more, int major) {
        return "SELECT md5(string_agg(line, E'\\n' ORDER BY line)) FROM (SELECT (c.name || '|' || c.digest) COLLATE \"C\" AS line"
                + " FROM ((" + unsorted() + ") UNION ALL (" + more + ") UNION ALL SELECT 'server', '" + major
                + "') AS c(name, digest)) AS lines";
    }
}
