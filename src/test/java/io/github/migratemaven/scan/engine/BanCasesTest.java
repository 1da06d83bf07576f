package io.github.migratemaven.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small projects, scanned as they stand on the disk. */
class BanCasesTest {
    @TempDir
    Path root;

    static Stream<BanCase> cases() {
        return BanCase.all("cases");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theScanFindsWhatRunsAndNothingElse(BanCase one) throws IOException {
        for (Map.Entry<String, String> file : one.texts().entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }

        assertThat(Bans.scan(root, ScanOptions.defaults(LocalDate.of(2026, 11, 23))).findings().stream()
                        .map(BanCase::shown)
                        .sorted())
                .containsExactlyElementsOf(one.expected());
    }
}
