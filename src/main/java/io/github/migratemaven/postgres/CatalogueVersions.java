package io.github.migratemaven.postgres;

/**
 * Which versions of its catalogue's rows a schema consists of: object numbers and the transactions that wrote the rows. As long as
 * they are the same, so is every definition, and the server need not print thousands of them. Not the other way round: GRANT or
 * TRUNCATE write new versions of rows that say the same. Freezing keeps xmin (since server 9.4), and statistics are written in place.
 * A name that a definition only mentions (a role, an object of another schema, a collation, operator class or text search
 * configuration) can change without it.
 */
final class CatalogueVersions {
    private final String schema;

    CatalogueVersions(String schema) {
        this.schema = Sql.literal(schema);
    }

    /** A question with one answer; of the same objects as {@link Catalogue#digest}. */
    String select(int major) {
        return """
                SELECT '%3$d.' || count(*) || '.' || coalesce(sum(version), 0) FROM (
                WITH n AS (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = %1$s),
                rel AS MATERIALIZED (SELECT c.oid, c.xmin FROM pg_catalog.pg_class c JOIN n ON c.relnamespace = n.oid
                  WHERE NOT c.relispartition AND c.relname NOT IN %2$s)
                SELECT pg_catalog.hashtextextended(xmin::text, oid::bigint) AS version FROM rel
                UNION ALL SELECT pg_catalog.hashtextextended(a.xmin::text, (a.attrelid::bigint << 11) + a.attnum)
                  FROM pg_catalog.pg_attribute a JOIN rel r ON r.oid = a.attrelid WHERE a.attnum > 0
                UNION ALL SELECT pg_catalog.hashtextextended(d.xmin::text, d.oid::bigint)
                  FROM pg_catalog.pg_attrdef d JOIN rel r ON r.oid = d.adrelid
                UNION ALL SELECT pg_catalog.hashtextextended(x.xmin::text, x.indexrelid::bigint)
                  FROM pg_catalog.pg_index x JOIN rel r ON r.oid = x.indexrelid
                UNION ALL SELECT pg_catalog.hashtextextended(q.xmin::text, q.seqrelid::bigint)
                  FROM pg_catalog.pg_sequence q JOIN rel r ON r.oid = q.seqrelid
                UNION ALL SELECT pg_catalog.hashtextextended(k.xmin::text, k.oid::bigint)
                  FROM pg_catalog.pg_constraint k JOIN rel r ON r.oid = k.conrelid
                UNION ALL SELECT pg_catalog.hashtextextended(k.xmin::text, k.oid::bigint)
                  FROM pg_catalog.pg_constraint k JOIN n ON k.connamespace = n.oid WHERE k.contypid <> 0
                UNION ALL SELECT pg_catalog.hashtextextended(t.xmin::text, t.oid::bigint)
                  FROM pg_catalog.pg_trigger t JOIN rel r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
                UNION ALL SELECT pg_catalog.hashtextextended(w.xmin::text, w.oid::bigint)
                  FROM pg_catalog.pg_rewrite w JOIN rel r ON r.oid = w.ev_class
                UNION ALL SELECT pg_catalog.hashtextextended(p.xmin::text, p.oid::bigint)
                  FROM pg_catalog.pg_policy p JOIN rel r ON r.oid = p.polrelid
                UNION ALL SELECT pg_catalog.hashtextextended(s.xmin::text, s.oid::bigint)
                  FROM pg_catalog.pg_statistic_ext s JOIN n ON s.stxnamespace = n.oid
                UNION ALL SELECT pg_catalog.hashtextextended(p.xmin::text, p.oid::bigint)
                  FROM pg_catalog.pg_proc p JOIN n ON p.pronamespace = n.oid
                UNION ALL SELECT pg_catalog.hashtextextended(g.xmin::text, p.oid::bigint)
                  FROM pg_catalog.pg_proc p JOIN n ON p.pronamespace = n.oid JOIN pg_catalog.pg_aggregate g ON g.aggfnoid = p.oid
                UNION ALL SELECT pg_catalog.hashtextextended(t.xmin::text, t.oid::bigint)
                  FROM pg_catalog.pg_type t JOIN n ON t.typnamespace = n.oid WHERE t.typtype IN ('e', 'd', 'r', 'm')
                UNION ALL SELECT pg_catalog.hashtextextended(e.xmin::text, e.oid::bigint)
                  FROM pg_catalog.pg_type t JOIN n ON t.typnamespace = n.oid JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid
                UNION ALL SELECT pg_catalog.hashtextextended(g.xmin::text, g.rngtypid::bigint)
                  FROM pg_catalog.pg_type t JOIN n ON t.typnamespace = n.oid JOIN pg_catalog.pg_range g ON g.rngtypid = t.oid
                UNION ALL SELECT pg_catalog.hashtextextended(d.classid::text, d.objid::bigint)
                  FROM pg_catalog.pg_depend d WHERE d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.deptype = 'e'
                ) AS rows""".formatted(schema, Catalogue.OURS, major);
    }
}
