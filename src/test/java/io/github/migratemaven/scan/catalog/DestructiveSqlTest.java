package io.github.migratemaven.scan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestructiveSqlTest {
    static Stream<Arguments> rows() {
        return Lines.of("sql.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theTextHoldsWhatItsRowSays(String text, String expected) {
        assertThat(DestructiveSql.first(text.replace("\\n", "\n")).orElse("")).isEqualTo(expected);
    }

    @Test
    void neverThrowsWhateverTheText() {
        Random random = new Random(3);
        String[] pieces = {
            "DROP", " ", "TABLE", "'", "\"", "$", "$$", "$a$", "--", "/*", "*/", "/*!", "\n", "\\", ";", "E", "DO", "é"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(12); k >= 0; k--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThatCode(() -> DestructiveSql.first(text.toString()))
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "$a", "'", "/*", "DROP ", "DO $$ ", "\\ ", "( ", "\n#", "\"", "E'\\"})
    void tenMegabytesTakeSeconds(String piece) {
        String text = piece.repeat(10_000_000 / piece.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> DestructiveSql.first(text));
    }
}
