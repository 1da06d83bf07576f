package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {
    private static Node read(String text) {
        return JsonText.read(new SourceFile("a.json", text)).orElseThrow();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("{\"a\": \"prisma db push\"}", "prisma db push", 1, 18),
                arguments("{\n  \"a\":\n\t\"push\" }", "push", 3, 3),
                arguments("{\"a\": \"say \\\"hi\\\" && push\"}", "say \"hi\" && push", 1, 22),
                arguments("{\"a\": \"\\u0070ush\"}", "push", 1, 8),
                arguments("{\"a\": \"\\n\\tpush\"}", "\n\tpush", 1, 12),
                arguments("{\"a\": \"\\\\ push\"}", "\\ push", 1, 11),
                arguments("{\"é😀\": 1, \"a\": \"push\"}", "push", 1, 17),
                arguments("\uFEFF{\"a\": \"push\"}", "push", 1, 9),
                arguments("// c\n{ /* \"a\": \"no\" */ \"a\": \"push\", }", "push", 2, 25),
                arguments("{a: 'it\\'s push'}", "it's push", 1, 12),
                arguments("{\"a\": \"first\", \"a\": \"push\"}", "push", 1, 22),
                arguments("{\"a\": \"push\", \"b\": [1, 2, oops", "push", 1, 8),
                arguments("{\"a\": 12.50}", "12.50", 1, 7),
                arguments("{\"a\": true}", "true", 1, 7));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aStringKnowsThePlaceOfEachOfItsCharacters(String json, String value, int line, int column) {
        Source source = read(json).source("a").orElseThrow();
        assertThat(source.text()).isEqualTo(value);
        int at = Math.max(source.text().indexOf("push"), 0);
        assertThat(source.position(at).line()).isEqualTo(line);
        assertThat(source.position(at).column()).isEqualTo(column);
    }

    @Test
    void nullIsNoText() {
        assertThat(read("{\"a\": null}").source("a")).isEmpty();
        assertThat(read("{\"a\": \"null\"}").source("a")).isPresent();
    }

    @Test
    void whatFollowsAnErrorIsLostAndWhatPrecedesItIsNot() {
        assertThat(read("{\"scripts\": {\"x\": \"y\", \"z\": \"w").source("scripts", "x"))
                .hasValueSatisfying(s -> assertThat(s.text()).isEqualTo("y"));
        assertThat(JsonText.read(new SourceFile("a.json", ""))).isEmpty();
        assertThat(JsonText.read(new SourceFile("a.json", "}"))).isEmpty();
        assertThat(JsonText.read(new SourceFile("a.json", "\0\0\0"))).isEmpty();
    }

    @Test
    void deepNestingEndsTheReading() {
        String deep = "{\"a\":\"push\",\"b\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        Node node = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> read(deep));
        assertThat(node.source("a")).isPresent();
        assertThat(read("{\"x\":".repeat(100_000)).entries()).hasSize(1);
    }

    @Test
    void tenMegabytesOnOneLineAreReadInBoundedTime() {
        String one = "{\"a\":\"" + "\\\"x".repeat(10 << 18) + "\"}";
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(one))
                        .text())
                .isEmpty();
        String many = "[" + "[],".repeat(3 << 20) + "[]]";
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(many))
                        .items())
                .hasSizeLessThanOrEqualTo(JsonText.MAX_NODES);
    }
}
