package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTextTest {
    private static List<Node> all(String text) {
        return YamlText.read(new SourceFile("a.yml", text));
    }

    private static Node read(String text) {
        return all(text).get(0);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("a: db push", "db push", 1, 7),
                arguments("a:   'it''s push'", "it's push", 1, 13),
                arguments("a: \"x \\\"y\\\" push\"", "x \"y\" push", 1, 13),
                arguments("a: \"\\x70ush\"", "push", 1, 5),
                arguments("a: one\n  two push\n", "one two push", 2, 7),
                arguments("a: 'one\n\n  two push'", "one\ntwo push", 3, 7),
                arguments("a: \"one\n   two \\\n   push\"", "one two push", 3, 4),
                arguments("a: |\n  one\n  push\n", "one\npush\n", 3, 3),
                arguments("a: |-\r\n  one\r\n  push\r\n", "one\npush", 3, 3),
                arguments("a: |2\n   one\n  push", " one\npush", 3, 3),
                arguments("a: |+ # note\n\n    one\n      push\n\nb: 1", "\none\n  push\n\n", 4, 7),
                arguments("a: >\n  one\n  push\n", "one push\n", 3, 3),
                arguments("a: >-\n  one\n    more\n  push", "one\n  more\npush", 4, 3),
                arguments("a: &x push", "push", 1, 7),
                arguments("a: !!str &x\n  push", "push", 2, 3),
                arguments("a: !Sub 'push'", "push", 1, 10),
                arguments("é😀: 1\n😀: 😀\na: 😀 push", "😀 push", 3, 6),
                arguments("\uFEFFa: push", "push", 1, 5),
                arguments("a: \0push", "push", 1, 5),
                arguments("{a: [x], \"a\": push}", "push", 1, 15),
                arguments("a: push # not push", "push", 1, 4),
                arguments("? a\n: push", "push", 2, 3),
                arguments("a: push\nb: [1, 2\nc: {", "push", 1, 4),
                arguments("x: &b {a: push}\n<<: *b", "push", 1, 11),
                arguments("x: &b {a: no}\ny: &c {a: push}\n<<: [*c, *b]", "push", 2, 11),
                arguments("x: &b {a: no}\na: push\n<<: *b", "push", 2, 4),
                arguments("x: &b push\na: *b", "push", 1, 7));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aScalarKnowsThePlaceOfEachOfItsCharacters(String yaml, String value, int line, int column) {
        Source source = read(yaml).source("a").orElseThrow();
        assertThat(source.text()).isEqualTo(value);
        int at = source.text().indexOf("push");
        assertThat(source.position(at).line()).isEqualTo(line);
        assertThat(source.position(at).column()).isEqualTo(column);
    }

    @Test
    void keysKnowTheirPlace() {
        Node.Entry entry = read("x:\n  'a': 1").get("x").orElseThrow().entries().get(0);
        assertThat(entry.key()).isEqualTo("a");
        assertThat(entry.start()).isEqualTo(5);
    }

    @Test
    void aFileHasSeveralDocuments() {
        assertThat(all("a: 1\n---\na: 2\n---\n- 3"))
                .extracting(n -> n.source("a").map(Source::text).orElse("none"))
                .containsExactly("1", "2", "none");
        assertThat(all("")).isEmpty();
    }

    @Test
    void nothingAndNullAreNoText() {
        assertThat(read("a:\nb: ~\nc: null\nd: ''").entries())
                .filteredOn(e -> e.value().source().isEmpty())
                .extracting(Node.Entry::key)
                .containsExactly("a", "b", "c");
    }

    @Test
    void tagsStayVisible() {
        assertThat(read("a: !reference [x, y]").get("a").orElseThrow().tag()).isEqualTo("!reference");
    }

    @Test
    void anAliasOfItselfIsNothing() {
        assertThat(read("a: &x [*x, b]").get("a").orElseThrow().items()).hasSize(2);
    }

    @Test
    void anAliasBombStopsTheReading() {
        StringBuilder bomb = new StringBuilder("first: push\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        Node node = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> read(bomb.toString()));
        assertThat(node.source("first")).isPresent();
        assertThat(node.entries()).hasSizeLessThan(10);
    }

    @Test
    void deepNestingEndsTheReading() {
        for (String open : List.of("[", "{a: ", "- ", "? ")) {
            List<Node> nodes = assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> all("a: push\nb:\n " + open.repeat(100_000)));
            assertThat(nodes.get(0).source("a")).as(open).isPresent();
        }
    }

    @Test
    void aMegabyteOnOneLineAreReadInBoundedTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> all("a: \"" + "x ".repeat(1 << 19) + "\""));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> all("a: " + "x ".repeat(1 << 19)));
    }
}
