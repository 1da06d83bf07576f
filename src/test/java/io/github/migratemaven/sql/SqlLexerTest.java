package io.github.migratemaven.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.sql.Token.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlLexerTest {

    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("select 1", "WORD:select NUMBER:1"),
                Arguments.of("'it''s'", "STRING:'it''s'"),
                Arguments.of("'a\\' 'b'", "STRING:'a\\' STRING:'b'"),
                Arguments.of("E'a\\'b'", "ESCAPE_STRING:E'a\\'b'"),
                Arguments.of("e'a\\\\' x", "ESCAPE_STRING:e'a\\\\' WORD:x"),
                Arguments.of("E'a''\\''", "ESCAPE_STRING:E'a''\\''"),
                Arguments.of("U&'\\0041' UESCAPE '!'", "UNICODE_STRING:U&'\\0041' WORD:UESCAPE STRING:'!'"),
                Arguments.of("u&\"d\\0061t\"", "UNICODE_IDENTIFIER:u&\"d\\0061t\""),
                Arguments.of("u&x", "WORD:u OPERATOR:& WORD:x"),
                Arguments.of("B'01' x'1F' N'a'", "BIT_STRING:B'01' BIT_STRING:x'1F' NATIONAL_STRING:N'a'"),
                Arguments.of("name'a'", "WORD:name STRING:'a'"),
                Arguments.of("'a'\n'b'", "STRING:'a'\n'b'"),
                Arguments.of("'a' -- c\n  'b'", "STRING:'a' -- c\n  'b'"),
                Arguments.of("E'a'\n'\\''", "ESCAPE_STRING:E'a'\n'\\''"),
                Arguments.of("'a' /* c */\n'b'", "STRING:'a' STRING:'b'"),
                Arguments.of("'a' -- c", "STRING:'a'"),
                Arguments.of("$$a;'$$", "DOLLAR_STRING:$$a;'$$"),
                Arguments.of("$a$ $b$ $$ $a$", "DOLLAR_STRING:$a$ $b$ $$ $a$"),
                Arguments.of("$é1$x$é1$", "DOLLAR_STRING:$é1$x$é1$"),
                Arguments.of("$A$ $a$ $A$", "DOLLAR_STRING:$A$ $a$ $A$"),
                Arguments.of("$a$$$a$", "DOLLAR_STRING:$a$$$a$"),
                Arguments.of("a$b$c", "WORD:a$b$c"),
                Arguments.of("$1 $23x", "PARAMETER:$1 PARAMETER:$23 WORD:x"),
                Arguments.of("$ab c", "UNKNOWN:$ WORD:ab WORD:c"),
                Arguments.of("\"a\"\"b;\"", "QUOTED_IDENTIFIER:\"a\"\"b;\""),
                Arguments.of("/* a /* b */ c */ d", "WORD:d"),
                Arguments.of("/**/ /***/ /*/**/*/ x", "WORD:x"),
                Arguments.of("/* -- */ x --/* \ny", "WORD:x WORD:y"),
                Arguments.of("-- a\r b", "WORD:b"),
                Arguments.of("a+-- c\nb", "WORD:a OPERATOR:+ WORD:b"),
                Arguments.of("a*/* c */b", "WORD:a OPERATOR:* WORD:b"),
                Arguments.of("a=-1", "WORD:a OPERATOR:= OPERATOR:- NUMBER:1"),
                Arguments.of("a@-1", "WORD:a OPERATOR:@- NUMBER:1"),
                Arguments.of("<=+- >> !=", "OPERATOR:<= OPERATOR:+ OPERATOR:- OPERATOR:>> OPERATOR:!="),
                Arguments.of(
                        "a::int[1:2], b:=1", // slices and casts share the colon
                        "WORD:a PUNCTUATION::: WORD:int PUNCTUATION:[ NUMBER:1 PUNCTUATION:: NUMBER:2 PUNCTUATION:]"
                                + " PUNCTUATION:, WORD:b PUNCTUATION::= NUMBER:1"),
                Arguments.of(
                        "1.5e-3 .5 1. 0x1F 1_000 0b01",
                        "NUMBER:1.5e-3 NUMBER:.5 NUMBER:1. NUMBER:0x1F NUMBER:1_000 NUMBER:0b01"),
                Arguments.of("1..10", "NUMBER:1 PUNCTUATION:.. NUMBER:10"),
                Arguments.of("1e 2x", "NUMBER:1 WORD:e NUMBER:2 WORD:x"),
                Arguments.of("1_ 0xg", "NUMBER:1 WORD:_ NUMBER:0 WORD:xg"),
                Arguments.of("t.a;", "WORD:t PUNCTUATION:. WORD:a PUNCTUATION:;"),
                Arguments.of("größe \u00a0x", "WORD:größe WORD:\u00a0x"),
                Arguments.of("\\d", "UNKNOWN:\\ WORD:d"),
                Arguments.of("'a", "UNTERMINATED:'a"),
                Arguments.of("'a'\n'b", "UNTERMINATED:'a'\n'b"),
                Arguments.of("E'a\\'", "UNTERMINATED:E'a\\'"),
                Arguments.of("x \"a", "WORD:x UNTERMINATED:\"a"),
                Arguments.of("/* a /* b */", "UNTERMINATED:/* a /* b */"),
                Arguments.of("/*", "UNTERMINATED:/*"),
                Arguments.of("$a$ $b$", "UNTERMINATED:$a$ $b$"),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void cuts_as_the_server_does(String sql, String expected) {
        String tokens = SqlLexer.lex(sql).stream()
                .filter(Token::significant)
                .map(token -> token.kind() + ":" + token.text(sql))
                .collect(Collectors.joining(" "));
        assertThat(tokens).isEqualTo(expected);
    }

    @Test
    void any_text_is_covered_by_tokens_in_order() {
        String[] pieces = {
            "'",
            "''",
            "\"",
            "$",
            "$$",
            "$a$",
            "$1",
            "E'",
            "U&'",
            "u&\"",
            "B'",
            "x'",
            "\\",
            "\\'",
            "/*",
            "*/",
            "--",
            "\n",
            "\r",
            " ",
            "\t",
            ";",
            "(",
            ")",
            "::",
            ":=",
            "..",
            ".",
            "1",
            "0x",
            "1e",
            "1_",
            "+",
            "-",
            "@",
            "<=",
            "abc",
            "é",
            "\ud83d\ude00",
            "\ud83d",
            "\u0000",
            "begin atomic",
            "case",
            "end",
            "create function"
        };
        Random random = new Random(20261122);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(25); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertCovered(text.toString());
            assertThat(SqlStatements.split(text.toString()))
                    .allSatisfy(statement ->
                            assertThat(statement.text()).isEqualTo(text.substring(statement.start(), statement.end())));
        }
    }

    private static void assertCovered(String sql) {
        List<Token> tokens = SqlLexer.lex(sql);
        int at = 0;
        for (Token token : tokens) {
            assertThat(token.start()).as(sql).isEqualTo(at);
            assertThat(token.end()).as(sql).isGreaterThan(at);
            assertThat(token.kind() == Kind.UNTERMINATED && token.end() < sql.length())
                    .as(sql)
                    .isFalse();
            at = token.end();
        }
        assertThat(at).as(sql).isEqualTo(sql.length());
        assertThat(tokens.stream().map(token -> token.text(sql)).collect(Collectors.joining()))
                .isEqualTo(sql);
    }

    /** Quadratic work on five million characters would take hours; the limit is generous for a busy machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t (a, b) VALUES (1, 'it''s', E'\\n'); -- c\n",
                "+-",
                "@+-",
                "/*",
                "'a'\n",
                "'a' -- c\n",
                "$a",
                "$a$",
                "$a$b",
                "1.",
                "..",
                "-",
                "(",
                "\"\"",
                "x'",
                "\\"
            })
    void five_megabytes_of_anything_take_linear_time(String piece) {
        String sql = piece.repeat(5_000_000 / piece.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> SqlStatements.split(sql));
    }
}
