package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCallsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "execSync('prisma db push') | true",
                "await exec ( cmd ) | true",
                "subprocess.check_call(['a']) | true",
                "→run('x') | true",
                "$`prisma db push` | true",
                "zx`prisma` | true",
                "push(button + theme) | false",
                "myexec('x') | false",
                "(x) | false",
                "`${x}` | false",
            })
    void aQuickLookSaysWhetherThereMayBeACall(String text, boolean there) {
        assertThat(RunCalls.in(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(there);
    }

    @Test
    void theQuickLookMissesNone() {
        String[] pieces = {
            "exec", "run", "sh", "call", "(", " (", "'a'", ")", "`", "$", "zx", "\n", "é", "_", "x", "//", "\"", ";"
        };
        Random random = new Random(99);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            if (new RunCalls(text.toString()).next()) {
                assertThat(RunCalls.in(text.toString().getBytes(StandardCharsets.UTF_8)))
                        .as(text.toString())
                        .isTrue();
            }
        }
    }
}
