package io.github.migratemaven.scan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileWordsTest {
    private static final EntryCatalog CATALOG = EntryCatalog.with(List.of());
    private static final String[] PIECES = {
        "prisma",
        "db",
        "push",
        "$",
        "${",
        "}",
        "-",
        "--",
        "=",
        "@",
        "/",
        "\\",
        "node_modules/",
        "npm:",
        ":",
        "(",
        "[",
        "'",
        "",
        " ",
        ",",
        "npx",
        "yarn",
        "docker",
        "run",
        "mvn",
        "flyway:clean",
        "{{",
        "default ",
        "é",
        "\u0000",
        "-D",
        "psql",
        "-c",
        "DROP TABLE",
        "<",
        "_",
        ".",
        ".env.",
        "jdbc:",
        "://",
        "%",
        "workspace",
        "node"
    };

    @Test
    void noWordsMakeItThrow() {
        Random random = new Random(11);
        for (int i = 0; i < 50_000; i++) {
            List<String> words = new ArrayList<>();
            for (int w = random.nextInt(6); w >= 0; w--) {
                words.add(text(random));
            }
            Command command = command(words, random.nextBoolean());
            assertThatCode(() -> CATALOG.match(command, path -> Optional.of("DROP")))
                    .as(words.toString())
                    .doesNotThrowAnyException();
            Setting setting = new Setting(
                    text(random), text(random), new Position("x", 1, 1), Map.of(text(random), text(random)), Set.of());
            assertThatCode(() -> CATALOG.match(setting)).as(setting.toString()).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=", "-D", "=-D", "--x=--", "_", ".", "\"-", "${", "A", "://", ".env.", "x y=-D ", ","})
    void aHugeWordTakesSeconds(String piece) {
        String huge = piece.repeat(5_000_000 / piece.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            CATALOG.match(command(List.of(huge), true));
            CATALOG.match(command(List.of("psql", huge), true));
            CATALOG.match(command(List.of("npx", huge, huge), false));
            CATALOG.match(new Setting("JAVA_OPTS", huge, new Position("x", 1, 1), Map.of("a", huge), Set.of()));
            CATALOG.match(new Setting(huge, "update", new Position("x", 1, 1), Map.of(), Set.of()));
        });
    }

    @Test
    void manyWordsTakeSeconds() {
        for (String word : List.of("npx", "--", "db:drop", "-x", "a=b", "$X", "docker", "run", "prisma")) {
            for (String program : List.of("npx", "rails", "prisma", "psql", "$X", "docker", "unknown")) {
                List<String> words = new ArrayList<>(List.of(program));
                words.addAll(Collections.nCopies(100_000, word));
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> CATALOG.match(command(words, false)), program + " " + word);
            }
        }
    }

    @Test
    void otherCommandsCostNextToNothing() {
        Command other = command(List.of("tar", "-czf", "release.tgz", "dist"), true);
        long start = System.nanoTime();
        int found = 0;
        for (int i = 0; i < 500_000; i++) {
            found += CATALOG.match(other).size();
        }
        assertThat(found).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(4); k >= 0; k--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static Command command(List<String> texts, boolean literal) {
        List<Word> words =
                texts.stream().map(text -> new Word(text, literal, 0, 0)).toList();
        return new Command(
                words, Map.of("A", "B"), Source.of(new SourceFile("x.sh", "A=B x")), List.of(), false, texts.get(0));
    }
}
