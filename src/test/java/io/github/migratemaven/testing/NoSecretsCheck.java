package io.github.migratemaven.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs after the integration tests: nothing that their builds wrote holds the password that they logged in with. */
class NoSecretsCheck {
    private static final Path SOURCES = Path.of("src", "it");
    private static final Path COPIES = Path.of("target", "it");

    @Test
    void noLogReportOrOtherOutputHoldsAPassword() throws IOException {
        assertThat(places(written())).isEmpty();
    }

    @Test
    void theSearchFindsWhatIsThere() throws IOException {
        Path source = COPIES.resolve("status-pending/invoker.properties");
        assumeThat(source).exists();
        assertThat(places(List.of(source))).hasSize(1).first().asString().endsWith("invoker.properties:3");
    }

    @Test
    void aThirdOfTheBuildsRanWithDebugOutput() throws IOException {
        List<Path> logs =
                written().stream().filter(f -> f.endsWith("build.log")).toList();
        long debug = logs.stream().filter(log -> read(log).contains("[DEBUG] ")).count();
        assumeThat(logs).as("all projects were run, not one by -Dinvoker.test").hasSizeGreaterThan(20);
        assertThat(debug * 3).isGreaterThanOrEqualTo(logs.size());
    }

    /** What is no copy of a source: the sources of a project hold its password, as an environment holds it in real life. */
    private static List<Path> written() throws IOException {
        try (Stream<Path> files = Files.walk(COPIES)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !Files.exists(SOURCES.resolve(COPIES.relativize(file))))
                    .toList();
        }
    }

    private static List<String> places(List<Path> files) {
        String plain = ItServer.PASSWORD;
        String coded = Base64.getEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        List<String> places = new ArrayList<>();
        for (Path file : files) {
            String[] lines = read(file).split("\n");
            for (int i = 0; i < lines.length; i++) {
                if (lines[i].contains(plain) || lines[i].contains(coded)) {
                    places.add(file + ":" + (i + 1));
                }
            }
        }
        return places;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
