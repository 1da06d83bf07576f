package io.github.migratemaven.postgres;

/** What {@link CatalogueShapes} asks. PostgreSQL 13 and newer; what belongs to an extension is left out. */
final class ShapeQueries {
    private static final String SCHEMA = "(n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')";

    private static final String NOT_EXTENDED = "NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = %s::regclass"
            + " AND e.objid = %s.oid AND e.deptype = 'e')";

    private static final String REL =
            " WITH rel AS (SELECT c.*, n.nspname, format('%I.%I', n.nspname, c.relname) AS name"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND " + SCHEMA
                    + " AND c.relname NOT IN ('databasechangelog', 'databasechangeloglock', 'migrate_run', 'migrate_step',"
                    + " 'migrate_seed', '_prisma_migrations', 'flyway_schema_history')"
                    + " AND " + NOT_EXTENDED.formatted("'pg_class'", "c") + ") ";

    static final String SCHEMAS = "SELECT quote_ident(n.nspname) AS name FROM pg_namespace n WHERE " + SCHEMA;

    static final String RELATIONS = REL
            + "SELECT name, quote_ident(nspname) AS schema, relkind AS kind, EXISTS (SELECT FROM pg_inherits i"
            + " WHERE i.inhrelid = rel.oid) AS partition FROM rel ORDER BY name COLLATE \"C\"";

    static final String COLUMNS = REL
            + "SELECT rel.name AS relation, quote_ident(a.attname) AS name, format_type(a.atttypid, a.atttypmod) AS type,"
            + " coalesce(nullif(t.typelem, 0), t.oid) < 16384 AS builtin, a.attnotnull AS notnull,"
            + " CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END AS collation,"
            + " pg_get_expr(d.adbin, d.adrelid) AS expression,"
            + " a.attidentity <> '' AS identity, a.attgenerated <> '' AS computed,"
            + " EXISTS (SELECT FROM pg_depend s JOIN pg_class q ON q.oid = s.objid AND q.relkind = 'S'"
            + " WHERE s.classid = 'pg_class'::regclass AND s.refclassid = 'pg_class'::regclass AND s.refobjid = rel.oid"
            + " AND s.refobjsubid = a.attnum AND s.deptype = 'a')"
            + " AND coalesce(pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', false) AS serial"
            + " FROM rel JOIN pg_attribute a ON a.attrelid = rel.oid AND a.attnum > 0 AND NOT a.attisdropped"
            + " JOIN pg_type t ON t.oid = a.atttypid"
            + " LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum ORDER BY rel.name, a.attnum";

    static final String CONSTRAINTS = REL
            + "SELECT rel.name AS relation, quote_ident(k.conname) AS name, k.contype AS kind,"
            + " pg_get_constraintdef(k.oid) AS definition, (SELECT array_agg(quote_ident(a.attname) ORDER BY u.place)"
            + " FROM unnest(k.conkey) WITH ORDINALITY u(key, place) JOIN pg_attribute a ON a.attrelid = rel.oid"
            + " AND a.attnum = u.key) AS columns"
            + " FROM rel JOIN pg_constraint k ON k.conrelid = rel.oid WHERE k.contype IN ('p', 'u', 'f', 'c', 'x')"
            + " ORDER BY rel.name, k.conname";

    /** Plain: every key a column, in ascending order with the default operators, no condition. */
    static final String INDEXES = REL
            + "SELECT rel.name AS relation, quote_ident(c.relname) AS name, pg_get_indexdef(c.oid) AS statement,"
            + " x.indisunique AS isunique, m.amname = 'btree' AND x.indisvalid AND x.indpred IS NULL AND x.indexprs IS NULL"
            + " AND x.indnatts = x.indnkeyatts AND pg_get_indexdef(c.oid) ~ ' USING btree \\([^()]*\\)$'"
            + " AND NOT EXISTS (SELECT FROM unnest(x.indoption::int2[]) o WHERE o <> 0)"
            + " AND pg_get_indexdef(c.oid) !~ ' COLLATE '"
            + " AND NOT EXISTS (SELECT FROM unnest(x.indclass) o JOIN pg_opclass p ON p.oid = o WHERE NOT p.opcdefault)"
            + " AS plain, (SELECT array_agg(quote_ident(a.attname) ORDER BY u.place)"
            + " FROM unnest(x.indkey) WITH ORDINALITY u(key, place) JOIN pg_attribute a ON a.attrelid = rel.oid"
            + " AND a.attnum = u.key) AS columns"
            + " FROM rel JOIN pg_index x ON x.indrelid = rel.oid JOIN pg_class c ON c.oid = x.indexrelid"
            + " JOIN pg_am m ON m.oid = c.relam"
            + " WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))"
            + " ORDER BY rel.name, c.relname";

    static final String SEQUENCES = "SELECT format('%I.%I', n.nspname, c.relname) AS name, q.seqstart AS start,"
            + " q.seqincrement AS increment, EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass"
            + " AND d.objid = c.oid AND d.deptype = 'a' AND d.refclassid = 'pg_class'::regclass) AS owned"
            + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_sequence q ON q.seqrelid = c.oid"
            + " WHERE " + SCHEMA + " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass"
            + " AND d.objid = c.oid AND d.deptype IN ('i', 'e')) ORDER BY 1";

    static final String ENUMS = "SELECT format('%I.%I', n.nspname, t.typname) AS name,"
            + " (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS labels"
            + " FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND " + SCHEMA
            + " AND " + NOT_EXTENDED.formatted("'pg_type'", "t") + " ORDER BY 1";

    private ShapeQueries() {}
}
