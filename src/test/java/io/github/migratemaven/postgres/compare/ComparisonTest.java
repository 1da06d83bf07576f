package io.github.migratemaven.postgres.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.postgres.ScratchStatements;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabases.class)
class ComparisonTest {
    private final PgCodeKeeperComparison comparison = new PgCodeKeeperComparison();

    @Test
    void aServerThatTheLibraryDoesNotReadIsRefusedByName() {
        assertThatThrownBy(() -> Keeper.mustBeRead(13))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("PostgreSQL 14 and newer: the server is 13")
                .extracting(e -> ((MigrateException) e).failure().code())
                .isEqualTo("server-too-old");
        assertThatCode(() -> Keeper.mustBeRead(14)).doesNotThrowAnyException();
    }

    @Test
    void equalDatabasesHaveNoDifference(TestDatabase from, TestDatabase to) {
        String sql =
                "CREATE TABLE orders(id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text DEFAULT 'x' CHECK (note <> ''))";
        from.execute(sql);
        to.execute(sql);

        assertThat(compare(from, to)).isEmpty();
        assertThat(comparison.catalogue(from.target(), Optional.empty()))
                .isEqualTo(comparison.catalogue(to.target(), Optional.empty()))
                .containsKey("column public.orders.note");
    }

    @Test
    void whatItSaysMakesThemEqual(TestDatabase from, TestDatabase to) throws Exception {
        from.execute("CREATE TABLE orders(id bigint, old int)");
        to.execute("CREATE TABLE orders(id bigint NOT NULL PRIMARY KEY, note text);"
                + "CREATE VIEW notes AS SELECT note FROM orders; COMMENT ON TABLE orders IS 'what was ordered'");

        List<CatalogueChange> changes = compare(from, to);
        new ScratchStatements()
                .runTogether(
                        from.target(),
                        changes.stream().map(CatalogueChange::sql).toList());

        assertThat(comparison.catalogue(from.target(), Optional.empty()))
                .isEqualTo(comparison.catalogue(to.target(), Optional.empty()));
        assertThat(compare(from, to)).isEmpty();
        assertThat(changes.stream().flatMap(c -> c.loss().stream()))
                .containsExactly("the values of column old of table public.orders");
    }

    @Test
    void historyAndJournalAreLeftOut(TestDatabase from, TestDatabase to) {
        from.execute("CREATE TABLE databasechangelog(id text); CREATE INDEX ours ON databasechangelog(id);"
                + "CREATE TABLE databasechangeloglock(id int PRIMARY KEY); CREATE TABLE migrate_run(id text PRIMARY KEY);"
                + "CREATE TABLE migrate_step(id text)");

        assertThat(compare(from, to)).isEmpty();
        assertThat(comparison.catalogue(from.target(), Optional.empty()))
                .isEqualTo(comparison.catalogue(to.target(), Optional.empty()))
                .containsKey("schema public");
    }

    @Test
    void anotherSchemaCanBeLeftOut(TestDatabase from, TestDatabase to) {
        to.execute("CREATE SCHEMA billing; CREATE TABLE billing.invoice(id int); CREATE TABLE orders(id int)");

        assertThat(comparison.compare(from.target(), to.target(), Optional.of("public")))
                .extracting(CatalogueChange::object)
                .containsExactly("table public.orders");
    }

    @Test
    void theCatalogueHasWholeDefinitions(TestDatabase database) {
        database.execute("CREATE VIEW v AS SELECT '" + "x".repeat(500) + "' AS a");

        assertThat(comparison.catalogue(database.target(), Optional.empty()).get("view public.v"))
                .contains("x".repeat(500));
    }

    @Test
    void aTableThatBecomesAPartitionKeepsItsConstraints(TestDatabase from, TestDatabase to) throws Exception {
        String tables = "CREATE TABLE p(id int, n int CHECK (n > 0), PRIMARY KEY (id)) PARTITION BY RANGE (id);"
                + "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9);";
        from.execute(tables + "ALTER TABLE p DETACH PARTITION p1");
        to.execute(tables);

        assertEqualAfterwards(from, to);
    }

    @Test
    void columnsKeepTheirValuesWhenTheirTypeIsReplaced(TestDatabase from, TestDatabase to) throws Exception {
        String use = "CREATE TABLE t(id int, m mood DEFAULT 'ok', d code NOT NULL, p place, all_moods mood[]);"
                + "CREATE VIEW v AS SELECT m, d FROM t; CREATE INDEX i ON t (m) WHERE m <> 'ok'";
        from.execute("CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad'); CREATE DOMAIN code AS varchar(4);"
                + "CREATE TYPE place AS (x int, y int);" + use);
        to.execute("CREATE TYPE mood AS ENUM ('ok', 'glad'); CREATE DOMAIN code AS varchar(40) CHECK (VALUE <> '');"
                + "CREATE TYPE place AS (x bigint, y int, z int);" + use);
        from.execute("INSERT INTO t VALUES (1, 'glad', 'abc', (3, 4), '{ok,glad}')");

        assertEqualAfterwards(from, to);
        assertThat(from.query("SELECT id, m, d, (p).x, (p).y, (p).z, all_moods FROM t"))
                .containsExactly("1|glad|abc|3|4||{ok,glad}");
    }

    @Test
    void aComputedColumnThatBecomesAnOrdinaryOneKeepsItsValues(TestDatabase from, TestDatabase to) throws Exception {
        from.execute("CREATE TABLE t(a int, b int GENERATED ALWAYS AS (a * 2) STORED); INSERT INTO t VALUES (4)");
        to.execute("CREATE TABLE t(a int, b int DEFAULT 7)");

        assertEqualAfterwards(from, to);
        assertThat(from.query("SELECT a, b FROM t")).containsExactly("4|8");
    }

    /** Server 18 keeps the name of a NOT NULL: what was the old column's is in the way of the new one. */
    @Test
    void aColumnOfAFunctionsBodyIsReplacedWhateverItsNotNullIsCalled(TestDatabase from, TestDatabase to)
            throws Exception {
        for (TestDatabase database : List.of(from, to)) {
            database.execute("CREATE TABLE stay(id int, during tstzrange NOT NULL)");
            database.execute("CREATE FUNCTION busy() RETURNS bigint LANGUAGE sql STABLE"
                    + " BEGIN ATOMIC SELECT count(*) FROM stay s WHERE s.during @> now(); END");
            database.execute("CREATE VIEW load AS SELECT busy() AS n");
        }
        to.execute("ALTER TABLE stay RENAME during TO period");

        assertEqualAfterwards(from, to);
        assertThat(compare(from, to)).isEmpty();
    }

    @Test
    void namesOfNotNullsAreNotCompared(TestDatabase from, TestDatabase to) throws Exception {
        from.execute("CREATE TABLE t(a int, b int CONSTRAINT one NOT NULL, c int)");
        to.execute("CREATE TABLE t(a int CONSTRAINT x NOT NULL, b int CONSTRAINT two NOT NULL, c int,"
                + " d int CONSTRAINT y NOT NULL)");

        assertThat(compare(from, to))
                .extracting(change -> change.sql().replaceAll("\\s+", " "))
                .containsExactlyInAnyOrder(
                        "ALTER TABLE public.t ADD COLUMN d integer NOT NULL",
                        "ALTER TABLE public.t ALTER COLUMN a SET NOT NULL");
        assertEqualAfterwards(from, to);
        assertThat(compare(from, to)).isEmpty();
    }

    @Test
    void rarerObjectsAreComparedAndJudged(TestDatabase from, TestDatabase to) throws Exception {
        to.execute("CREATE TYPE pair AS (a int, b int);"
                + "CREATE FUNCTION first_of(pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1.a';"
                + "CREATE FUNCTION same(pair, pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.a = $2.a';"
                + "CREATE CAST (pair AS int) WITH FUNCTION first_of(pair) AS ASSIGNMENT;"
                + "CREATE OPERATOR === (LEFTARG = pair, RIGHTARG = pair, FUNCTION = same, COMMUTATOR = ===);"
                + "CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple, ACCEPT = 'true');"
                + "CREATE TEXT SEARCH CONFIGURATION words (COPY = english);"
                + "ALTER TEXT SEARCH CONFIGURATION words ALTER MAPPING FOR asciiword WITH plain;"
                + "CREATE FOREIGN DATA WRAPPER nowhere; CREATE SERVER archive FOREIGN DATA WRAPPER nowhere OPTIONS (host 'h');"
                + "CREATE FOREIGN TABLE old_orders(id int) SERVER archive OPTIONS (name 'orders')");

        assertThat(comparison.catalogue(to.target(), Optional.empty()))
                .containsEntry("cast from public.pair to integer", "a | f | public.first_of(public.pair)")
                .containsKeys(
                        "operator public.===(public.pair,public.pair)",
                        "text search configuration public.words",
                        "text search dictionary public.plain",
                        "foreign data wrapper nowhere")
                .containsEntry("server archive", "nowhere | host=h");
        assertEqualAfterwards(from, to);
    }

    @Test
    void aDeferrableForeignKeyIsValidated(TestDatabase from, TestDatabase to) throws Exception {
        String key = "CREATE TABLE a(id int PRIMARY KEY); CREATE TABLE b(a int);"
                + "ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES a DEFERRABLE INITIALLY DEFERRED";
        from.execute(key + " NOT VALID");
        to.execute(key);

        assertEqualAfterwards(from, to);
    }

    @Test
    void replicaIdentities(TestDatabase from, TestDatabase to) throws Exception {
        String tables = "CREATE TABLE full_row(id int PRIMARY KEY); CREATE TABLE nothing(id int PRIMARY KEY);"
                + "CREATE TABLE by_index(a int NOT NULL UNIQUE, b int NOT NULL UNIQUE);"
                + "CREATE TABLE as_usual(id int PRIMARY KEY);";
        from.execute(tables + "ALTER TABLE by_index REPLICA IDENTITY USING INDEX by_index_a_key;"
                + "ALTER TABLE as_usual REPLICA IDENTITY FULL");
        to.execute(tables + "ALTER TABLE full_row REPLICA IDENTITY FULL; ALTER TABLE nothing REPLICA IDENTITY NOTHING;"
                + "ALTER TABLE by_index REPLICA IDENTITY USING INDEX by_index_b_key");

        assertEqualAfterwards(from, to);
        assertThat(from.query("SELECT relname, relreplident FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                        + " AND relkind = 'r' AND relreplident <> 'd' ORDER BY 1"))
                .containsExactly("by_index|i", "full_row|f", "nothing|n");
        assertThat(from.query("SELECT indexrelid::regclass FROM pg_index WHERE indisreplident"))
                .containsExactly("by_index_b_key");
    }

    @Test
    void theIndexOfAKeyHasItsComment(TestDatabase from, TestDatabase to) throws Exception {
        from.execute("CREATE TABLE t(id int PRIMARY KEY)");
        to.execute("CREATE TABLE t(id int PRIMARY KEY); COMMENT ON INDEX t_pkey IS E'it''s \\\\ one'");

        assertEqualAfterwards(from, to);
    }

    @Test
    void aValidatedConstraintCanBecomeNotValid(TestDatabase from, TestDatabase to) throws Exception {
        String tables = "CREATE TABLE a(id int PRIMARY KEY, n int); CREATE TABLE b(a int);";
        from.execute(
                tables
                        + "ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES a; ALTER TABLE a ADD CONSTRAINT c CHECK (n > 0)");
        to.execute(tables + "ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES a NOT VALID;"
                + "ALTER TABLE a ADD CONSTRAINT c CHECK (n > 0) NOT VALID");

        assertEqualAfterwards(from, to);
    }

    private void assertEqualAfterwards(TestDatabase from, TestDatabase to) throws Exception {
        for (int round = 0; round < 2; round++) {
            List<String> sql =
                    compare(from, to).stream().map(CatalogueChange::sql).toList();
            new ScratchStatements().runInAnyOrder(from.target(), sql);
        }
        assertThat(comparison.catalogue(from.target(), Optional.empty()))
                .isEqualTo(comparison.catalogue(to.target(), Optional.empty()));
    }

    private List<CatalogueChange> compare(TestDatabase from, TestDatabase to) {
        return comparison.compare(from.target(), to.target(), Optional.empty());
    }
}
