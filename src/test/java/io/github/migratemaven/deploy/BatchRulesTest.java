package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements may share a message with those behind them. */
class BatchRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (id int)",
                "create index i on a (id)",
                "ALTER TABLE a ADD COLUMN b int",
                "COMMENT ON TABLE a IS 'a'",
                "INSERT INTO a SELECT 1",
                "UPDATE a SET id = 2",
                "DROP VIEW v",
            })
    void statementsThatDoWhatTheySayMay(String text) {
        assertThat(BatchRules.isPlain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT set_config('search_path', '', false)",
                "DO $$ BEGIN END $$",
                "CALL p()",
                "WITH x AS (SELECT 1) INSERT INTO a SELECT * FROM x",
                "SET standard_conforming_strings = off",
                "SET search_path = a",
                "INSERT INTO a VALUES (1); SET Standard_Conforming_Strings = off",
                "INSERT INTO a VALUES (1); SET client_encoding = 'LATIN1'",
                "INSERT INTO a VALUES (1); SET NAMES 'LATIN1'",
                "INSERT INTO a VALUES (1); RESET ALL",
                "CREATE TABLE a (id int); DISCARD ALL",
                "/* why */ CREATE TABLE a (id int)",
                "TRUNCATE a",
            })
    void whatRunsAnythingOrChangesHowTextIsReadGoesAlone(String text) {
        assertThat(BatchRules.isPlain(text)).isFalse();
    }
}
