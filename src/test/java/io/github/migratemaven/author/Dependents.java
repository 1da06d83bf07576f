package io.github.migratemaven.author;

/** Edits that a view stands in the way of. */
final class Dependents {
    private Dependents() {}

    /** Drops the views that depend on a relation, runs the statement, and makes them again, with their grants gone. */
    static String around(String relation, String statement) {
        return """
                DO $edit$
                DECLARE
                  names text[]; definitions text[]; kinds "char"[]; i int;
                BEGIN
                  WITH RECURSIVE dependents(oid) AS (
                    SELECT r.ev_class FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
                      WHERE d.classid = 'pg_rewrite'::regclass AND d.refobjid = '%1$s'::regclass AND r.ev_class <> d.refobjid
                    UNION SELECT r.ev_class FROM dependents p JOIN pg_depend d ON d.refobjid = p.oid
                      JOIN pg_rewrite r ON r.oid = d.objid WHERE d.classid = 'pg_rewrite'::regclass AND r.ev_class <> p.oid)
                  SELECT array_agg(c.oid::regclass::text ORDER BY c.oid), array_agg(pg_get_viewdef(c.oid) ORDER BY c.oid),
                    array_agg(c.relkind ORDER BY c.oid) INTO names, definitions, kinds
                    FROM (SELECT DISTINCT oid FROM dependents) v JOIN pg_class c ON c.oid = v.oid WHERE c.relkind IN ('v', 'm');
                  FOR i IN REVERSE coalesce(array_length(names, 1), 0) .. 1 LOOP
                    EXECUTE format('DROP %%s %%s', CASE kinds[i] WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, names[i]);
                  END LOOP;
                  EXECUTE %2$s;
                  FOR i IN 1 .. coalesce(array_length(names, 1), 0) LOOP
                    EXECUTE format('CREATE %%s %%s AS %%s', CASE kinds[i] WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END,
                      names[i], definitions[i]);
                  END LOOP;
                END $edit$""".formatted(relation, "'" + statement.replace("'", "''") + "'");
    }
}
