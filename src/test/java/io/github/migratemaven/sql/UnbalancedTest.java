package io.github.migratemaven.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnbalancedTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            delimiter = '|',
            value = {
                "select 'a          | 7 | string",
                "select E'a\\'      | 7 | string",
                "select U&'a        | 7 | string",
                "select \"a         | 7 | quoted identifier",
                "select u&\"a       | 7 | quoted identifier",
                "select 1 /* /* */  | 9 | comment",
                "do $body$ x $$     | 3 | dollar-quoted string $body$",
                "do $$ x            | 3 | dollar-quoted string $$"
            })
    void names_what_is_open_and_where(String sql, int offset, String what) {
        assertThat(Unbalanced.in(sql)).contains(new Unbalanced(offset, what));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "select 'a', \"b\", $$'$$ /* \" */ -- '", "$1 $a"})
    void says_nothing_of_closed_text(String sql) {
        assertThat(Unbalanced.in(sql)).isEmpty();
    }

    @Test
    void offsets_convert_between_java_and_the_server() {
        String sql = "select '\ud83d\ude00', x";
        assertThat(CodePoints.fromChars(sql, sql.indexOf('x'))).isEqualTo(12);
        assertThat(CodePoints.toChars(sql, 12)).isEqualTo(sql.indexOf('x'));
        assertThat(CodePoints.toChars(sql, 99)).isEqualTo(sql.length());
        assertThat(CodePoints.fromChars(sql, 99)).isEqualTo(13);
        assertThat(CodePoints.toChars(sql, 13)).isEqualTo(sql.length());
    }
}
