package io.github.migratemaven.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlAlignmentTest {
    private static final List<String> WORDS = List.of(
            "select",
            "create",
            "table",
            "orders",
            "id",
            "(",
            ")",
            ",",
            "=",
            "42",
            "'a -- b'",
            "'/* no */'",
            "\"Mixed Case\"",
            "'it''s'",
            "'🙂 x'",
            "$$",
            "a::text",
            "'{\"k\": [1]}'",
            "'C:\\temp'",
            "?",
            "ünï");
    private static final List<String> COMMENTS = List.of("-- why 'so\n", "/* drop; $$ */", "--\n", "/**/", "-- 🙂\n");
    private static final List<String> BLANKS = List.of(" ", "\n", "\r\n", "\t", "  \n  ", "\r\n\r\n");

    static List<Long> seeds() {
        return new Random(20260102).longs(200).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCharacterIsFoundWhereItWasWritten(long seed) {
        Random random = new Random(seed);
        Written written = new Written(random);
        SqlAlignment alignment =
                new SqlAlignment(written.source.toString(), written.bodyStart, written.source.length());

        for (int s = 0; s < written.statements.size(); s++) {
            String statement = written.statements.get(s);
            int[] offsets = alignment.next(statement);
            for (int i = 0; i < statement.length(); i++) {
                if (!Character.isWhitespace(statement.charAt(i))) {
                    assertThat(offsets[i])
                            .as("statement %s, character %s of <%s> in <%s>", s, i, statement, written.source)
                            .isEqualTo(written.places.get(s).get(i));
                }
            }
        }
    }

    @Test
    void aStatementThatNobodyWroteIsNowhere() {
        SqlAlignment alignment = new SqlAlignment("CREATE TABLE a (id int);", 0, 24);

        assertThat(alignment.next("DROP TABLE b")).containsOnly(-1);
        assertThat(alignment.next("CREATE TABLE a")[0])
                .as("the search goes on where it was")
                .isZero();
    }

    @Test
    void equalStatementsAreEachTheirOwn() {
        String source = "SELECT 1;\nSELECT 1;\nSELECT 1;";
        SqlAlignment alignment = new SqlAlignment(source, 0, source.length());

        assertThat(List.of(
                        alignment.next("SELECT 1")[0],
                        alignment.next("SELECT 1")[0],
                        alignment.next("SELECT 1")[0]))
                .containsExactly(0, 10, 20);
    }

    @Test
    void entitiesOfXmlAreOneCharacter() {
        String source = "<sql>SELECT 1 &lt; 2 AND &quot;x&quot; &amp;&amp; y</sql>";
        int[] offsets = new SqlAlignment(source, 5, source.length()).next("SELECT 1 < 2 AND \"x\" && y");

        assertThat(source.substring(offsets[9])).startsWith("&lt; 2");
        assertThat(source.substring(offsets[11])).startsWith("2 AND");
        assertThat(source.substring(offsets[24])).startsWith("y<");
    }

    @Test
    void whatOnlyLooksLikeAnEntityIsWhatItSays() {
        String source = "SELECT 'a &amp; b &lt;' AS x, missing";
        int[] offsets = new SqlAlignment(source, 0, source.length()).next(source);

        assertThat(source.substring(offsets[source.indexOf("missing")])).isEqualTo("missing");
    }

    @Test
    void linesOfAYamlStringAreFound() {
        String source = "sql: \"SELECT 1,\\n  missing \\\n    FROM t\"";
        int[] offsets = new SqlAlignment(source, 0, source.length()).next("SELECT 1,\n  missing FROM t");

        assertThat(source.substring(offsets[12])).startsWith("missing");
        assertThat(source.substring(offsets[20])).startsWith("FROM t");
    }

    @Test
    void aValueThatRepeatsWhatFollowsStillEndsWhereThePlaceholderDoes() {
        String source = "CREATE TABLE ${schema}.t (missing oops)";
        String statement = "CREATE TABLE app.t.t (missing oops)";
        int[] offsets = new SqlAlignment(source, 0, source.length()).next(statement);

        assertThat(source.substring(offsets[statement.indexOf("oops")])).startsWith("oops");
    }

    @Test
    void aValueOfSeveralWordsEndsWhereTheSourceGoesOn() {
        String source = "CREATE TABLE t (a ${type} NOT NULL, b oops)";
        String statement = "CREATE TABLE t (a double precision NOT NULL, b oops)";
        int[] offsets = new SqlAlignment(source, 0, source.length()).next(statement);

        assertThat(source.substring(offsets[statement.indexOf("precision")])).startsWith("${type}");
        assertThat(source.substring(offsets[statement.indexOf("oops")])).startsWith("oops");
    }

    /** A source with statements as Liquibase would make them, and the place of each of their characters. */
    private static final class Written {
        private final Random random;
        private final StringBuilder source = new StringBuilder();
        private final List<String> statements = new ArrayList<>();
        private final List<List<Integer>> places = new ArrayList<>();
        private final int bodyStart;

        Written(Random random) {
            this.random = random;
            source.append("--changeset me:1 labels:x\n");
            bodyStart = random.nextBoolean() ? source.length() : 0;
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                noise();
                statement();
                source.append(random.nextBoolean() ? ";" : " ;\r\n");
            }
        }

        private void statement() {
            StringBuilder text = new StringBuilder();
            List<Integer> at = new ArrayList<>();
            int words = 4 + random.nextInt(20);
            for (int i = 0; i < words; i++) {
                if (i > 0) {
                    text.append(' ');
                    at.add(-1);
                    noise();
                }
                if (i > 0 && random.nextInt(6) == 0) {
                    value(text, at);
                } else {
                    String word = WORDS.get(random.nextInt(WORDS.size()));
                    for (int c = 0; c < word.length(); c++) {
                        at.add(source.length() + c);
                    }
                    source.append(word);
                    text.append(word);
                }
            }
            statements.add(text.toString());
            places.add(at);
        }

        /** A parameter: its value stands at the placeholder; its capitals occur nowhere else. */
        private void value(StringBuilder text, List<Integer> at) {
            String value = random.nextBoolean() ? "VALUE" : "V_" + random.nextInt(100);
            for (int c = 0; c < value.length(); c++) {
                at.add(source.length());
            }
            source.append("${p").append(random.nextInt(9)).append('}');
            text.append(value);
        }

        private void noise() {
            int pieces = 1 + random.nextInt(3);
            source.append(BLANKS.get(random.nextInt(BLANKS.size())));
            for (int i = 1; i < pieces; i++) {
                source.append(COMMENTS.get(random.nextInt(COMMENTS.size())));
                source.append(BLANKS.get(random.nextInt(BLANKS.size())));
            }
        }
    }
}
