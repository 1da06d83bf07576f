package io.github.migratemaven.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.sql.Trace.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where to look for what a statement has done whose end nobody saw. */
class TraceTest {
    @ParameterizedTest
    @CsvSource({
        "DROP INDEX CONCURRENTLY a, INDEX_GONE, a",
        "drop index concurrently if exists s.\"A b\" cascade, INDEX_GONE, s.\"A b\"",
        "CREATE DATABASE x TEMPLATE template0, DATABASE_MADE, x",
        "DROP DATABASE IF EXISTS x WITH (FORCE), DATABASE_GONE, x",
        "CREATE TABLESPACE fast LOCATION '/x', TABLESPACE_MADE, fast",
        "DROP TABLESPACE fast, TABLESPACE_GONE, fast",
        "REINDEX INDEX CONCURRENTLY s.i, INDEX_REBUILT, s.i",
        "REINDEX (VERBOSE) TABLE CONCURRENTLY t, TABLE_REBUILT, t",
    })
    void aStatementOutsideTransactionsLeavesATrace(String sql, Kind kind, String name) {
        assertThat(Trace.of(sql)).contains(new Trace(kind, name, ""));
    }

    @Test
    void aPartitionIsLookedForUnderItsParent() {
        assertThat(Trace.of("ALTER TABLE IF EXISTS s.p DETACH PARTITION s.p1 CONCURRENTLY"))
                .contains(new Trace(Kind.PARTITION_DETACHED, "s.p1", "s.p"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP INDEX a",
                "ALTER TABLE p DETACH PARTITION p1",
                "ALTER TABLE p DETACH PARTITION p1 FINALIZE",
                "REINDEX TABLE t",
                "REINDEX SCHEMA CONCURRENTLY s",
                "VACUUM t",
                "INSERT INTO t VALUES (1)",
                "",
            })
    void othersDoNot(String sql) {
        assertThat(Trace.of(sql)).isEmpty();
    }
}
