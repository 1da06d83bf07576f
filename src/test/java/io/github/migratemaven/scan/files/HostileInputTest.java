package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing in a file makes an extractor throw, loop or eat memory. */
class HostileInputTest {
    static final int MEGABYTE = 1 << 20;

    static Stream<String> kinds() {
        return Stream.of(
                "package.json",
                "turbo.json",
                "project.json",
                "composer.json",
                "deno.json",
                "Makefile",
                "justfile",
                "Taskfile.yml",
                "Rakefile",
                "mix.exs",
                "tox.ini",
                "Procfile",
                "ecosystem.config.js",
                ".ebextensions/x.config",
                "lefthook.yml",
                ".pre-commit-config.yaml",
                "vercel.json",
                "netlify.toml",
                "pyproject.toml",
                "render.yaml",
                "app.json",
                "buildspec.yml",
                ".devcontainer/devcontainer.json",
                ".husky/pre-commit");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oneThingOverAndOver(String path) {
        for (String unit : new String[] {
            "[",
            "{",
            "{\"a\":",
            "\"",
            "\\",
            "'",
            "$(",
            "${",
            "{{",
            "a: ",
            "- ",
            "\t",
            "\n",
            " ",
            "\0",
            "#",
            "x:\n\ty\n",
            "a=",
            "task :a do\n",
            "system('",
            "`",
            "%x(",
            "aliases: [",
            "aliases do a: ",
            "\uFEFF",
            "\uD83D",
            "\uD83D\uDE00",
            "[[a]]\n",
            "a.",
            "&a *a ",
            "include Makefile\n",
            "x y ",
            "module.exports = "
        }) {
            String text = unit.repeat(MEGABYTE / 8 / unit.length());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> Extracted.project(path, text).scripts(path),
                    path + " of " + unit.strip());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void randomTextOfTheFormatsOwnSigns(String path) {
        Random random = new Random(path.hashCode());
        String signs = "abx:= \t\n\n{}[]()\"'\\$#,.|>-&*!%@`<?;/~^\0é";
        String[] words = {
            "scripts",
            "\"scripts\": {",
            "build",
            "task :x do",
            "end",
            "include x",
            "define x",
            "endef",
            "tasks:\n",
            "[a.b]\n",
            "'''",
            "\"\"\""
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i >= 0; i--) {
                text.append(
                        random.nextInt(8) == 0
                                ? words[random.nextInt(words.length)]
                                : signs.charAt(random.nextInt(signs.length())));
            }
            String content = text.toString();
            assertThat(Extracted.project(path, content).lines(path)).as(content).isNotNull();
        }
    }

    @Test
    void tenMegabytesOfScriptsOnOneLine() {
        StringBuilder json = new StringBuilder("{\"scripts\":{\"build\":\"push\"");
        for (int i = 0; json.length() < 10 * MEGABYTE; i++) {
            json.append(",\"x").append(i).append("\":\"é push 😀\"");
        }
        Extracted project = Extracted.project("package.json", json.append("}}").toString());
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> project.lines("package.json")))
                .first()
                .isEqualTo("BUILD build@1:13 = 1:22 push");
    }

    @Test
    void makeVariablesThatDoubleEachOther() {
        StringBuilder text = new StringBuilder("A0 =\n");
        for (int i = 1; i < 40; i++) {
            text.append("A%d = $(A%d)$(A%d)\n".formatted(i, i - 1, i - 1));
        }
        Extracted project = Extracted.project("Makefile", text + "x: $(A39)\n\t$(A39) $(A39)y\n");
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> project.scripts("Makefile")))
                .hasSize(1);
    }
}
