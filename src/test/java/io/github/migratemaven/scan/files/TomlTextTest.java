package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TomlTextTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("a.b = \"push\"", "push", 1, 8),
                arguments("[a]\nb = 'push'", "push", 2, 6),
                arguments("[ a ]  # c\n  b='c:\\push'", "c:\\push", 2, 9),
                arguments("[a]\nb = \"x \\\"y\\\" push\"", "x \"y\" push", 2, 14),
                arguments("[a]\nb = \"\"\"\nx\npush\"\"\"", "x\npush", 4, 1),
                arguments("[a]\nb = '''push'''", "push", 2, 8),
                arguments("[a]\nb = \"\"\"x \\\n   push\"\"\"", "x push", 3, 4),
                arguments("a = { c = 1, b = \"push\" }", "push", 1, 19),
                arguments("[a]\nc = [1, [2, \"]\"], # ]\n 3]\nb = \"push\"", "push", 4, 6),
                arguments("[a]\nb = 12.5 # push\n", "12.5", 2, 5),
                arguments("\"a\".'b' = \"push\"", "push", 1, 12),
                arguments("[[x]]\n[a]\nb = \"\\u0070ush\"", "push", 3, 6),
                arguments("[a]\noops\n= 1\nb = \"push\"", "push", 4, 6),
                arguments("[a]\nc = \"open\nb = \"push\"", "push", 3, 6),
                arguments("[a]\r\nb = \"push\"\r\n", "push", 2, 6));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aStringKnowsThePlaceOfEachOfItsCharacters(String toml, String value, int line, int column) {
        Source source =
                TomlText.read(new SourceFile("a.toml", toml)).source("a", "b").orElseThrow();
        assertThat(source.text()).isEqualTo(value);
        int at = Math.max(0, source.text().indexOf("push"));
        assertThat(source.position(at).line()).isEqualTo(line);
        assertThat(source.position(at).column()).isEqualTo(column);
    }

    @Test
    void arraysOfTablesAreSequences() {
        Node root = TomlText.read(new SourceFile("a.toml", "[[a]]\nx = 1\n[a.b]\ny = 2\n[[a]]\nx = 3\n"));
        assertThat(root.get("a").orElseThrow().items())
                .extracting(n -> n.source("x").orElseThrow().text())
                .containsExactly("1", "3");
        assertThat(root.get("a").orElseThrow().items().get(0).source("b", "y")).isPresent();
    }
}
