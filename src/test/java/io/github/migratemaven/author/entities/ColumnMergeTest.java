package io.github.migratemaven.author.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.postgres.CatalogueShapes;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an entity says of a column, and what stays of the changelog's. */
@ExtendWith(TestDatabases.class)
class ColumnMergeTest {
    private final ScratchServer.Running server;

    ColumnMergeTest(ScratchServer.Running server) {
        this.server = server;
    }

    @Test
    void aFieldsTypeAndWhetherItIsOptionalAreTheEntitys() {
        assertThat(merge(
                        "CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b text NOT NULL, c int, d timestamp DEFAULT now())",
                        "CREATE TABLE t (id bigint PRIMARY KEY, a varchar(20), b varchar(255), c int NOT NULL DEFAULT 3,"
                                + " d timestamp(6) with time zone)"))
                .containsExactly(
                        "ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint",
                        "ALTER TABLE public.t ALTER COLUMN a TYPE character varying(20) USING a::character varying(20)",
                        "ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL",
                        "ALTER TABLE public.t ALTER COLUMN c SET NOT NULL",
                        "ALTER TABLE public.t ALTER COLUMN c SET DEFAULT 3",
                        "ALTER TABLE public.t ALTER COLUMN d TYPE timestamp(6) with time zone"
                                + " USING d::timestamp(6) with time zone");
    }

    @Test
    void aColumnThatHoldsMoreThanItsEntityNeedsIsNeverNarrowed() {
        assertThat(
                        merge(
                                "CREATE TABLE t (a varchar(1000), b numeric(19,4), c double precision, d bigint, e timestamptz, f text[],"
                                        + " g numeric(10), h varchar(20)[], i varchar, j time, k interval)",
                                "CREATE TABLE t (a varchar(255), b numeric(15,2), c real, d integer, e timestamp(3) with time zone,"
                                        + " f varchar(255)[], g numeric(8,0), h varchar(10)[], i varchar(9), j time(0), k interval second(6))"))
                .isEmpty();
    }

    @Test
    void digitsBehindThePointStayWhereMoreAreNeededBeforeIt() {
        assertThat(merge(
                        "CREATE TABLE t (a numeric(19,4), b numeric(10,2), c numeric(5), d text)",
                        "CREATE TABLE t (a numeric(38,2), b numeric(38,2), c numeric(5,2), d varchar(255)[])"))
                .containsExactly(
                        "ALTER TABLE public.t ALTER COLUMN a TYPE numeric(40,4) USING a::numeric(40,4)",
                        "ALTER TABLE public.t ALTER COLUMN b TYPE numeric(38,2) USING b::numeric(38,2)",
                        "ALTER TABLE public.t ALTER COLUMN c TYPE numeric(7,2) USING c::numeric(7,2)",
                        "ALTER TABLE public.t ALTER COLUMN d TYPE character varying(255)[] USING d::character varying(255)[]");
    }

    /** ALTER TABLE gives a column the collation of its new type, unless it says which. */
    @Test
    void aCollationStaysAndANewColumnGetsItsOwn() {
        assertThat(merge(
                        "CREATE TABLE t (a varchar(10) COLLATE \"C\", b varchar(10) COLLATE \"C\", c varchar(9) COLLATE \"C\")",
                        "CREATE TABLE t (a varchar(20), b numeric, c varchar(9), d varchar(9) COLLATE \"POSIX\")"))
                .containsExactly(
                        "ALTER TABLE public.t ALTER COLUMN a TYPE character varying(20) COLLATE \"C\" USING a::character varying(20)",
                        "ALTER TABLE public.t ALTER COLUMN b TYPE numeric USING b::numeric",
                        "ALTER TABLE public.t ADD COLUMN d character varying(9) COLLATE \"POSIX\"");
    }

    /** A Set of values: Hibernate gives its table no key. */
    @Test
    void aColumnOfAKeyThatStaysTakesNoNulls() {
        String entities = "CREATE TABLE t (id bigint NOT NULL, tag varchar(255))";

        assertThat(merge("CREATE TABLE t (id bigint, tag varchar(255), PRIMARY KEY (id, tag))", entities))
                .isEmpty();
        assertThat(merge("CREATE TABLE t (id bigint, tag varchar(255) NOT NULL, PRIMARY KEY (id))", entities))
                .containsExactly("ALTER TABLE public.t ALTER COLUMN tag DROP NOT NULL");
    }

    private List<String> merge(String changelog, String entities) {
        TestDatabase now = TestDatabase.named(server.createDatabase());
        TestDatabase wanted = TestDatabase.named(server.createDatabase());
        now.execute(changelog);
        wanted.execute(entities);
        CatalogueShapes shapes = new CatalogueShapes();
        return new EntityMerge(shapes.read(now.target()), shapes.read(wanted.target()), new Kept(List.of()))
                .statements();
    }
}
