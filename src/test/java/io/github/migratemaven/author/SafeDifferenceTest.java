package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.postgres.ScratchStatements;
import io.github.migratemaven.postgres.compare.PgCodeKeeperComparison;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the difference does to tables that may have rows. */
@ExtendWith(TestDatabases.class)
class SafeDifferenceTest {
    @Test
    void whatReadsAllRowsWaitsForAStageOfItsOwn(ScratchServer.Running server) {
        List<ProvenRollback.Proven> stages = between(
                server,
                "CREATE TABLE a(id int PRIMARY KEY); CREATE TABLE b(a int, n text)",
                "CREATE TABLE a(id int PRIMARY KEY); CREATE TABLE b(a int CONSTRAINT f REFERENCES a, n text NOT NULL"
                        + " CONSTRAINT u UNIQUE, CONSTRAINT c CHECK (a > 0)); CREATE INDEX i ON b (a)");

        assertThat(stages.stream().map(s -> s.stage().name()).toList())
                .containsExactly(
                        "alter-table-b",
                        "create-index-i",
                        "create-index-u",
                        "validate-constraints",
                        "alter-column-n-of-b-and-1-more");
    }

    @Test
    void aForeignKeyThatWaitsForItsKeyIsValidatedByItself(ScratchServer.Running server) {
        List<ProvenRollback.Proven> stages = between(
                server,
                "CREATE TABLE a(x int, y int); CREATE TABLE b(x int, y int)",
                "CREATE TABLE a(x int UNIQUE, y int UNIQUE); CREATE TABLE b(x int REFERENCES a(x), y int REFERENCES a(y))");

        assertThat(stages.stream().map(s -> s.stage().name()).toList())
                .containsExactly(
                        "create-index-a-x-key",
                        "create-index-a-y-key",
                        "alter-table-a",
                        "alter-table-b",
                        "validate-constraints");
        assertThat(stages.get(4).stage().sql()).hasSize(2).allMatch(sql -> sql.contains("VALIDATE CONSTRAINT"));
    }

    @Test
    void aKeyWithStorageParametersIsBuiltConcurrentlyToo(ScratchServer.Running server) {
        assertThat(
                        sql(
                                between(
                                        server,
                                        "CREATE TABLE a(x int, y int)",
                                        "CREATE TABLE a(x int, y int, CONSTRAINT u UNIQUE (x) INCLUDE (y) WITH (fillfactor = 70) DEFERRABLE)")))
                .containsExactly(
                        "CREATE UNIQUE INDEX CONCURRENTLY u ON public.a (x) INCLUDE (y) WITH (fillfactor='70')",
                        "ALTER TABLE public.a\n\tADD CONSTRAINT u UNIQUE USING INDEX u DEFERRABLE");
    }

    /** Its text names a column that is called otherwise now: the server would not take it anew, and it need not. */
    @Test
    void aFunctionThatCannotBeMadeAgainIsNotDropped(ScratchServer.Running server) {
        String function = "CREATE FUNCTION f(d date) RETURNS bigint LANGUAGE sql AS"
                + " 'SELECT count(*) FROM public.p WHERE day <= d'; CREATE FUNCTION g() RETURNS bigint LANGUAGE sql AS"
                + " 'SELECT public.f(now()::date)'";

        List<ProvenRollback.Proven> stages = between(
                server,
                "CREATE TYPE e AS ENUM ('b'); CREATE TABLE p(day date NOT NULL) PARTITION BY RANGE (day); " + function,
                "SET check_function_bodies = off; CREATE TYPE e AS ENUM ('a', 'b');"
                        + " CREATE TABLE p(on_day date NOT NULL) PARTITION BY RANGE (on_day); " + function);

        assertThat(sql(stages)).noneMatch(sql -> sql.contains("FUNCTION"));
    }

    /** The old text stays in the catalogue when the table is renamed; a table that goes takes a routine of its rows' type with it. */
    @Test
    void aFunctionOfATableThatGoesIsMadeAgainWhateverItsTextNames(ScratchServer.Running server) {
        String from = "CREATE TABLE a(id serial PRIMARY KEY);"
                + " CREATE FUNCTION f() RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM public.a'";

        List<ProvenRollback.Proven> stages = between(server, from, from + "; ALTER TABLE a RENAME TO b");

        assertThat(sql(stages)).contains("DROP TABLE public.a").anyMatch(sql -> sql.contains("CREATE TABLE public.b"));
        assertThat(stages.stream().flatMap(s -> s.stage().notes().stream()))
                .containsExactly(
                        "function public.f: the server refuses its text, which is the desired one; it is made without a check");
    }

    @Test
    void aFunctionWhoseTextTheServerRefusesIsMadeAndChanged(ScratchServer.Running server) {
        String table = "SET check_function_bodies = off; CREATE TABLE a(x int);";
        String function = " CREATE %s() RETURNS int LANGUAGE sql %s AS 'SELECT y FROM public.a';";

        List<ProvenRollback.Proven> stages = between(
                server,
                table + function.formatted("FUNCTION f", ""),
                table + function.formatted("FUNCTION f", "COST 33") + function.formatted("FUNCTION g", "")
                        + "CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'SELECT x FROM public.a'");

        assertThat(stages).singleElement().satisfies(one -> {
            assertThat(one.stage().name()).matches("create-function-[fgh]-and-2-more");
            assertThat(one.stage().notes()).hasSize(2);
            assertThat(one.stage().sql())
                    .filteredOn(sql -> sql.contains("public.h()"))
                    .noneMatch(sql -> sql.contains("check_function_bodies"));
        });
    }

    /** Separated from its parent, its columns are its own for ever: its rows are worth more than that mark. */
    @Test
    void aTableThatGetsAnotherParentKeepsItsRows(ScratchServer.Running server) {
        String child = "CREATE TABLE g(u text) INHERITS (%s)";

        List<ProvenRollback.Proven> stages = between(
                server,
                "CREATE TABLE d(id int PRIMARY KEY, n text); " + child.formatted("d"),
                "CREATE TABLE r(id int PRIMARY KEY, n text); " + child.formatted("r"));

        assertThat(sql(stages))
                .anyMatch(sql -> sql.contains("NO INHERIT"))
                .noneMatch(sql -> sql.contains("DROP TABLE public.g"));
    }

    @Test
    void aKeyThatIsBuiltAgainUnderItsNameIsToldToBeMissingMeanwhile(ScratchServer.Running server) {
        List<ProvenRollback.Proven> stages = between(
                server,
                "CREATE TABLE a(x int, y int, CONSTRAINT u UNIQUE (x), CONSTRAINT k UNIQUE (y)); CREATE UNIQUE INDEX i ON a (x)",
                "CREATE TABLE a(x int, y int, CONSTRAINT u UNIQUE (x, y)); CREATE UNIQUE INDEX i ON a (y)");

        assertThat(stages.get(0).stage().notes())
                .containsExactly(
                        "i of public.a is dropped before it is built again: nothing keeps rows unique meanwhile",
                        "u of public.a is dropped before it is built again: nothing keeps rows unique meanwhile");
    }

    @Test
    void aTableThatIsCalledByAReservedWordHasRowsToo(ScratchServer.Running server) {
        List<ProvenRollback.Proven> stages = between(
                server,
                "CREATE TABLE \"user\"(\"end\" int, n text)",
                "CREATE TABLE \"user\"(\"end\" int NOT NULL, n text CHECK (n <> '')); CREATE INDEX i ON \"user\" (\"end\")");

        assertThat(sql(stages))
                .contains("CREATE INDEX CONCURRENTLY i ON public.\"user\" USING btree (\"end\")")
                .anyMatch(sql -> sql.contains("CHECK (\"end\" IS NOT NULL) NOT VALID"))
                .anyMatch(sql -> sql.endsWith("CHECK ((n <> ''::text)) NOT VALID"));
    }

    @Test
    void aNameWithASpaceIsNoReasonToCutTextsOff(ScratchServer.Running server) {
        List<ProvenRollback.Proven> stages = between(
                server,
                "CREATE TABLE a(\"two words\" text); CREATE TYPE \"a mood\" AS ENUM ('ok'); CREATE TABLE b(m \"a mood\")",
                "CREATE TABLE a(\"two words\" varchar(9)); CREATE TYPE \"a mood\" AS ENUM ('ok', 'sad');"
                        + "CREATE TABLE b(m \"a mood\" DEFAULT 'sad')");

        assertThat(sql(stages))
                .filteredOn(sql -> sql.contains(" TYPE "))
                .hasSize(2)
                .noneMatch(sql -> sql.contains("USING"));
        assertThat(stages.get(0).stage().sql()).hasSize(1);
        assertThat(stages.stream().flatMap(s -> s.stage().notes().stream()))
                .anyMatch(note -> note.contains("a new type may rewrite the table"));
    }

    private static List<String> sql(List<ProvenRollback.Proven> stages) {
        return stages.stream().flatMap(s -> s.stage().sql().stream()).toList();
    }

    private static List<ProvenRollback.Proven> between(ScratchServer.Running server, String from, String to) {
        Target work = server.createDatabase();
        Target desired = server.createDatabase();
        TestDatabase.named(work).execute(from);
        TestDatabase.named(desired).execute(to);
        try (ScratchPad pad =
                new ScratchPad(server, new PgCodeKeeperComparison(), new ScratchStatements(), Optional.empty())) {
            return new SchemaDifference(pad).between(work, desired);
        } finally {
            server.dropDatabase(work);
            server.dropDatabase(desired);
        }
    }
}
