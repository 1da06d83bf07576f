package io.github.migratemaven.scan.engine;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A repository made to hurt, and the scan of it within a bound. */
abstract class HostileRepository {
    /** Far beyond what any of these takes; work that grows with the square of the input would not end within it. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static final String PUSH = "npx prisma db push --accept-data-loss";
    static final String WORKFLOW = "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ";

    @TempDir
    Path outer;

    Path root() {
        return outer.resolve("root");
    }

    Path write(String path, String text) throws IOException {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String path, byte[] bytes) throws IOException {
        Path file = root().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    List<Finding> scan() {
        return assertTimeoutPreemptively(
                LIMIT,
                () -> Bans.scan(root(), ScanOptions.defaults(LocalDate.of(2026, 11, 23)))
                        .findings());
    }

    List<String> errors() {
        return scan().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(f -> f.position().orElseThrow().file() + ":"
                        + f.position().orElseThrow().line())
                .toList();
    }

    /** What stands beside the hostile file must still be found. */
    void finding() throws IOException {
        write(".github/workflows/beside.yml", WORKFLOW + PUSH + "\n");
    }
}
