package io.github.migratemaven.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTraitsTest {

    static Stream<Arguments> locks() {
        return Rows.of("locks.txt");
    }

    @ParameterizedTest
    @MethodSource("locks")
    void names_the_locks_that_postgresql_15_takes(String sql, String lock) {
        assertThat(StatementTraits.analyze(sql, 15).lock()).isEqualTo(lock);
    }

    static Stream<Arguments> transactions() {
        return Rows.of("transactions.txt");
    }

    @ParameterizedTest
    @MethodSource("transactions")
    void knows_what_postgresql_15_refuses_in_a_transaction_block(String sql, String expected) {
        StatementTraits traits = StatementTraits.analyze(sql, 15);
        assertThat(traits.need() + " | " + traits.repeatable()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("transactions")
    void the_words_that_are_looked_for_first_pass_over_nothing(String sql, String expected) {
        for (int major = 11; major <= 18; major++) {
            for (String text : List.of(sql, sql.toLowerCase(Locale.ROOT), "SELECT 1;" + sql, "/**/" + sql)) {
                assertThat(new StepFacts(major).of(text).transaction().name())
                        .isEqualTo(StatementTraits.analyze(text, major).need().name());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET search_path = a, b",
                "set role owner",
                "RESET ALL",
                "SET a.b = 'c'; /* and */ SET SESSION AUTHORIZATION x;",
                "SELECT pg_catalog.set_config('search_path', '', false)",
                "SELECT SET_CONFIG('a.b', current_setting('a.b') || 'c', false), set_config('d.e', '', false)"
            })
    void knows_what_ends_with_its_session(String sql) {
        assertThat(new StepFacts(15).of(sql).setsSession()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT 1",
                "SELECT set_config('a.b', f(), false)",
                "SELECT set_config('a.b', name, false) FROM t",
                "SET search_path = a; INSERT INTO t VALUES (1)",
                "UPDATE t SET a = 1",
                "ALTER ROLE x SET search_path = a"
            })
    void takes_nothing_else_for_it(String sql) {
        assertThat(new StepFacts(15).of(sql).setsSession()).isFalse();
    }

    static Stream<Arguments> risks() {
        return Rows.of("risks.txt");
    }

    @ParameterizedTest
    @MethodSource("risks")
    void names_the_risk_that_the_text_shows_and_no_other(String sql, String risk) {
        assertThat(StatementTraits.analyze(sql, 15).risk()).isEqualTo(risk);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11 | ALTER TYPE mood ADD VALUE 'c'                    | FORBIDDEN",
                "12 | ALTER TYPE mood ADD VALUE 'c'                    | IN_TRANSACTION",
                "13 | ALTER SUBSCRIPTION s REFRESH PUBLICATION         | IN_TRANSACTION",
                "14 | ALTER SUBSCRIPTION s REFRESH PUBLICATION         | FORBIDDEN",
                "13 | ALTER SUBSCRIPTION s SET PUBLICATION p           | IN_TRANSACTION",
                "18 | ALTER SUBSCRIPTION s SET PUBLICATION p           | FORBIDDEN",
                "16 | ALTER SUBSCRIPTION s SET (failover = true)       | IN_TRANSACTION",
                "17 | ALTER SUBSCRIPTION s SET (failover = true)       | FORBIDDEN",
                "17 | ALTER SUBSCRIPTION s SET (two_phase = false)     | IN_TRANSACTION",
                "18 | ALTER SUBSCRIPTION s SET (two_phase = false)     | FORBIDDEN",
                "18 | ALTER SUBSCRIPTION s SET (two_phase)             | IN_TRANSACTION",
                "18 | ALTER SUBSCRIPTION s SET (streaming = parallel)  | IN_TRANSACTION"
            })
    void some_refusals_depend_on_the_version(int major, String sql, TransactionNeed need) {
        assertThat(StatementTraits.analyze(sql, major).need()).isEqualTo(need);
        assertThat(new StepFacts(major).of(sql).transaction().name()).isEqualTo(need.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE UNIQUE INDEX i ON t (a)                     | CREATE INDEX",
                "create or replace function f() returns int as 'x'  | CREATE FUNCTION",
                "CREATE TEMP TABLE t (a int)                        | CREATE TABLE",
                "CREATE RECURSIVE VIEW v (n) AS SELECT 1            | CREATE VIEW",
                "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON x      | CREATE TRIGGER",
                "CREATE MATERIALIZED VIEW v AS SELECT 1             | CREATE MATERIALIZED VIEW",
                "ALTER FOREIGN DATA WRAPPER w OPTIONS (ADD a '1')   | ALTER FOREIGN DATA WRAPPER",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO r | ALTER DEFAULT PRIVILEGES",
                "DROP TEXT SEARCH CONFIGURATION c                   | DROP TEXT SEARCH CONFIGURATION",
                "truncate t                                         | TRUNCATE TABLE",
                "LOCK t                                             | LOCK TABLE",
                "(SELECT 1) UNION SELECT 2                          | SELECT",
                "WITH a AS (DELETE FROM t RETURNING 1) SELECT 1     | SELECT",
                "WITH RECURSIVE a(n) AS (SELECT 1) UPDATE t SET x=1 | UPDATE",
                "VALUES (1)                                         | VALUES",
                "$$x$$                                              | ''",
                "-- nothing                                         | ''"
            })
    void the_tag_is_the_servers(String sql, String tag) {
        assertThat(StatementTraits.analyze(sql, 17).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE INDEX CONCURRENTLY i ON t (a)                               | i       | t          | false | false",
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY app.t (a) | i       | app.t      | true  | true",
                "create index concurrently \"My Idx\" on \"App\" . \"T\" (a)        | \"My Idx\" | \"App\".\"T\" | false | false"
            })
    void a_concurrent_index_is_named_with_its_table(
            String sql, String name, String table, boolean unique, boolean ifNotExists) {
        assertThat(StatementTraits.analyze(sql, 15).concurrentIndex())
                .contains(new ConcurrentIndex(Optional.of(name), table, unique, ifNotExists));
    }

    @Test
    void a_concurrent_index_may_have_no_name() {
        assertThat(StatementTraits.analyze("CREATE INDEX CONCURRENTLY ON t USING gin (a)", 15)
                        .concurrentIndex())
                .contains(new ConcurrentIndex(Optional.empty(), "t", false, false));
        assertThat(StatementTraits.analyze("CREATE INDEX i ON concurrently (a)", 15)
                        .concurrentIndex())
                .isEmpty();
    }

    @Test
    void of_several_statements_in_one_text_the_most_demanding_counts() {
        StatementTraits traits =
                StatementTraits.analyze("UPDATE a SET x = 1 WHERE y; VACUUM b; TRUNCATE a; DROP TABLE c;", 15);
        assertThat(traits.need()).isEqualTo(TransactionNeed.FORBIDDEN);
        assertThat(traits.lock()).isEqualTo("ACCESS EXCLUSIVE on a, c; SHARE UPDATE EXCLUSIVE on b");
        assertThat(traits.risk()).isEqualTo("data loss");
        assertThat(traits.repeatable()).isFalse();
        assertThat(StatementTraits.analyze("VACUUM; COMMIT", 15).need()).isEqualTo(TransactionNeed.CONTROLS);
    }

    /** Whatever a changelog holds, an analysis has an answer: every prefix of every row is bad SQL of some kind. */
    @Test
    void half_a_statement_is_analysed_without_an_error() {
        Stream.of("locks.txt", "transactions.txt", "risks.txt")
                .flatMap(Rows::of)
                .map(row -> (String) row.get()[0])
                .forEach(sql -> {
                    for (int end = 0; end <= sql.length(); end++) {
                        assertThat(StatementTraits.analyze(sql.substring(0, end), 18))
                                .isNotNull();
                    }
                });
    }

    @Test
    void a_block_runs_again_where_it_says_so() {
        assertThat(StatementTraits.analyze("DO $$ -- migrate:repeatable\nBEGIN NULL; END $$", 15)
                        .repeatable())
                .isTrue();
        assertThat(StatementTraits.analyze("DO $$ -- not migrate:repeatable\nBEGIN NULL; END $$", 15)
                        .repeatable())
                .isFalse();
    }
}
