package io.github.migratemaven.author;

import java.util.List;
import java.util.function.Function;

/** Edits of everything but tables: views, routines, types, policies, grants, comments, sequences, triggers. */
final class ObjectEdits {
    private ObjectEdits() {}

    static final List<Function<Pick, String>> ALL = List.of(
            ObjectEdits::newView,
            ObjectEdits::viewOnView,
            p -> "DROP VIEW " + relation(p, "v") + " CASCADE",
            ObjectEdits::replaceView,
            ObjectEdits::newMaterializedView,
            p -> "DROP MATERIALIZED VIEW " + relation(p, "m") + " CASCADE",
            ObjectEdits::newFunction,
            ObjectEdits::newFunction,
            ObjectEdits::changeFunction,
            p -> "DROP ROUTINE " + routine(p)[0] + " CASCADE",
            p -> "CREATE PROCEDURE " + p.schema() + "." + p.name("did")
                    + "(a int, INOUT b text DEFAULT 'it''s') LANGUAGE plpgsql AS $$ BEGIN b := a || ';'; -- done\nEND $$",
            ObjectEdits::addEnumValue,
            ObjectEdits::addEnumValue,
            ObjectEdits::newEnumInUse,
            ObjectEdits::newDomainInUse,
            ObjectEdits::domain,
            p -> "ALTER TYPE " + type(p, "c") + " ADD ATTRIBUTE " + p.name("more") + " integer",
            ObjectEdits::newPolicy,
            ObjectEdits::changePolicy,
            ObjectEdits::dropPolicy,
            p -> "ALTER TABLE " + p.table() + p.of(" ENABLE", " DISABLE", " FORCE") + " ROW LEVEL SECURITY",
            p -> "GRANT " + p.of("SELECT", "INSERT, UPDATE", "ALL") + " ON " + p.table() + " TO " + p.role(),
            p -> "REVOKE " + p.of("SELECT", "ALL") + " ON " + p.table() + " FROM " + p.role(),
            ObjectEdits::columnGrant,
            p -> "GRANT EXECUTE ON ROUTINE " + routine(p)[0] + " TO " + p.role(),
            p -> "REVOKE EXECUTE ON FUNCTION " + routine(p)[0] + " FROM PUBLIC",
            p -> "GRANT USAGE ON SEQUENCE " + relation(p, "S") + " TO " + p.role(),
            p -> "COMMENT ON TABLE " + p.table() + " IS " + text(p),
            ObjectEdits::columnComment,
            p -> "COMMENT ON VIEW " + relation(p, "v") + " IS " + text(p),
            p -> "COMMENT ON ROUTINE " + routine(p)[0] + " IS " + text(p),
            p -> "COMMENT ON INDEX " + relation(p, "i") + " IS " + text(p),
            p -> "CREATE SEQUENCE " + p.schema() + "." + p.name("counted") + " INCREMENT BY 7 CACHE 3",
            p -> "ALTER SEQUENCE " + relation(p, "S")
                    + p.of(" INCREMENT BY 4", " CACHE 9", " MAXVALUE 1000000", " CYCLE"),
            ObjectEdits::newTrigger,
            ObjectEdits::changeTrigger,
            ObjectEdits::statistics,
            p -> p.of("CREATE EXTENSION IF NOT EXISTS hstore", "DROP EXTENSION IF EXISTS hstore CASCADE"),
            p -> "CREATE SCHEMA " + p.name("space"),
            p -> "CREATE RULE " + p.name("ruled") + " AS ON DELETE TO " + p.table() + " DO ALSO NOTHING");

    private static String text(Pick p) {
        return p.of("NULL", "'it''s; -- so'", "E'two\\nlines'", "'" + p.name("said") + "'");
    }

    private static String relation(Pick p, String kind) {
        return p.one("SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE"
                + Pick.OWN + "AND c.relkind = '" + kind + "' AND NOT c.relispartition AND "
                + Pick.notOfAnExtension("pg_class", "c")
                + " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid"
                + " AND d.deptype = 'i' AND c.relkind = 'S')");
    }

    private static String type(Pick p, String kind) {
        return p.one(
                "SELECT t.oid::regtype::text FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE"
                        + Pick.OWN + "AND t.typtype = '" + kind + "' AND " + Pick.notOfAnExtension("pg_type", "t")
                        + " AND (t.typrelid = 0 OR EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))");
    }

    /** Its signature, and what it is. */
    private static String[] routine(Pick p) {
        return p.row("SELECT p.oid::regprocedure::text, p.prokind FROM pg_proc p JOIN pg_namespace n"
                + " ON n.oid = p.pronamespace WHERE" + Pick.OWN + "AND " + Pick.notOfAnExtension("pg_proc", "p")
                + " AND NOT EXISTS (SELECT FROM pg_depend d"
                + " WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')");
    }

    private static String newView(Pick p) {
        String[] column = p.column("true");
        return "CREATE VIEW " + p.schema() + "." + p.name("seen") + " AS SELECT " + column[1]
                + " AS a, count(*) AS b FROM " + column[0] + " GROUP BY 1";
    }

    private static String viewOnView(Pick p) {
        return "CREATE VIEW " + p.schema() + "." + p.name("above") + p.of("", " WITH (security_barrier)")
                + " AS SELECT * FROM " + relation(p, "v");
    }

    private static String replaceView(Pick p) {
        String view = relation(p, "v");
        return "DO $$ BEGIN EXECUTE format('CREATE OR REPLACE VIEW " + view + " AS SELECT v.*, " + p.number(9) + " AS "
                + p.name("extra") + " FROM (%s) v', rtrim(pg_get_viewdef('" + view + "'::regclass), ';')); END $$";
    }

    private static String newMaterializedView(Pick p) {
        String[] column = p.column("true");
        String name = p.schema() + "." + p.name("stored");
        return "CREATE MATERIALIZED VIEW " + name + " AS SELECT " + column[1] + " AS a, 1 AS b FROM " + column[0]
                + "; CREATE INDEX ON " + name + " (b)";
    }

    private static String newFunction(Pick p) {
        String name = p.schema() + "." + p.name("counts");
        return p.of(
                "CREATE FUNCTION " + name + "(a int, b text DEFAULT 'x;y') RETURNS text LANGUAGE sql IMMUTABLE AS"
                        + " $q$ SELECT a || b; -- semicolon; here\n $q$",
                "CREATE FUNCTION " + name + "() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT count(*) FROM "
                        + p.table() + "; END",
                "CREATE FUNCTION " + name + "(t " + p.table() + ") RETURNS int LANGUAGE plpgsql STRICT COST 7 AS"
                        + " $$ BEGIN /* t */ RETURN 1; END $$",
                "CREATE FUNCTION " + name
                        + "(VARIADIC a int[], OUT s int, OUT t text) RETURNS SETOF record LANGUAGE sql AS"
                        + " $$SELECT 1, 'two'$$");
    }

    private static String changeFunction(Pick p) {
        String[] found = routine(p);
        return found[1].equals("f")
                ? "ALTER FUNCTION " + found[0]
                        + p.of(" COST 33", " PARALLEL SAFE", " SET work_mem = '8MB'", " LEAKPROOF")
                : "ALTER PROCEDURE " + found[0] + p.of(" SECURITY DEFINER", " SET work_mem = '8MB'");
    }

    private static String addEnumValue(Pick p) {
        String type = type(p, "e");
        String value = p.one("SELECT enumlabel::text FROM pg_enum WHERE enumtypid = '" + type + "'::regtype");
        return "ALTER TYPE " + type + " ADD VALUE '" + p.name("value") + "' " + p.of("BEFORE", "AFTER") + " '" + value
                + "'";
    }

    private static String newEnumInUse(Pick p) {
        String type = p.schema() + "." + p.name("mood");
        return "CREATE TYPE " + type + " AS ENUM ('sad', 'it''s ok', 'happy'); ALTER TABLE " + p.table()
                + " ADD COLUMN " + p.name("felt") + " " + type + p.of(" NOT NULL DEFAULT 'sad'", "[]", "");
    }

    private static String newDomainInUse(Pick p) {
        String type = p.schema() + "." + p.name("kind");
        return "CREATE DOMAIN " + type + " AS text DEFAULT 'd' CHECK (VALUE <> ''); ALTER TABLE " + p.table()
                + " ADD COLUMN " + p.name("kept") + " " + type;
    }

    private static String domain(Pick p) {
        return "ALTER DOMAIN " + type(p, "d")
                + p.of(
                        " SET DEFAULT NULL",
                        " ADD CONSTRAINT " + p.name("more") + " CHECK (VALUE IS NOT NULL OR true)",
                        " DROP NOT NULL");
    }

    private static String newPolicy(Pick p) {
        return "CREATE POLICY " + p.name("allowed") + " ON " + p.table() + p.of("", " AS RESTRICTIVE")
                + p.of(
                        " FOR SELECT TO " + p.role() + " USING (true)",
                        " FOR INSERT WITH CHECK (current_user <> 'x')",
                        " USING (current_setting('a.b', true) = '1') WITH CHECK (false)");
    }

    private static String[] policy(Pick p) {
        return p.row("SELECT polrelid::regclass::text, quote_ident(polname), polcmd FROM pg_policy");
    }

    private static String changePolicy(Pick p) {
        String[] policy = policy(p);
        return "ALTER POLICY " + policy[1] + " ON " + policy[0] + " "
                + p.of(
                        "TO " + p.role(),
                        "TO PUBLIC",
                        policy[2].equals("a") ? "WITH CHECK (1 = 1)" : "USING (2 > 1)",
                        "RENAME TO " + p.name("named"));
    }

    private static String dropPolicy(Pick p) {
        String[] policy = policy(p);
        return "DROP POLICY " + policy[1] + " ON " + policy[0];
    }

    private static String columnGrant(Pick p) {
        String[] column = p.column("true");
        return p.of("GRANT UPDATE (%1$s) ON %2$s TO %3$s", "REVOKE SELECT (%1$s) ON %2$s FROM %3$s")
                .formatted(column[1], column[0], p.role());
    }

    private static String columnComment(Pick p) {
        String[] column = p.column("true");
        return "COMMENT ON COLUMN " + column[0] + "." + column[1] + " IS " + text(p);
    }

    private static String statistics(Pick p) {
        String table = p.table();
        String columns = p.one("SELECT string_agg(quote_ident(attname), ', ') FROM (SELECT attname FROM pg_attribute"
                + " WHERE attrelid = '" + table
                + "'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''"
                + " AND atttypid IN (20, 23, 25, 1082) LIMIT 2) a HAVING count(*) = 2");
        return "CREATE STATISTICS " + p.schema() + "." + p.name("stats") + " ON " + columns + " FROM " + table;
    }

    private static String newTrigger(Pick p) {
        String function =
                p.one("SELECT p.oid::regproc::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE"
                        + Pick.OWN + "AND p.prorettype = 'trigger'::regtype");
        return "CREATE TRIGGER " + p.name("fired") + " "
                + p.of("BEFORE INSERT", "AFTER UPDATE OR DELETE", "BEFORE UPDATE") + " ON " + p.table()
                + p.of(" FOR EACH ROW", " FOR EACH STATEMENT") + " EXECUTE FUNCTION " + function + "('a')";
    }

    private static String changeTrigger(Pick p) {
        String[] found = p.row("SELECT t.tgrelid::regclass::text, quote_ident(t.tgname) FROM pg_trigger t"
                + " WHERE NOT t.tgisinternal AND t.tgparentid = 0");
        return p.of(
                "DROP TRIGGER " + found[1] + " ON " + found[0],
                "ALTER TABLE " + found[0] + " DISABLE TRIGGER " + found[1],
                "ALTER TABLE " + found[0] + " ENABLE ALWAYS TRIGGER " + found[1],
                "COMMENT ON TRIGGER " + found[1] + " ON " + found[0] + " IS 'fires'");
    }
}
