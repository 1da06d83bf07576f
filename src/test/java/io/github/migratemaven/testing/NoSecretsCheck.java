package io.github.migratemaven.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other tests. Neither what the integration tests' builds wrote, nor what the unit tests printed, nor any
 * exception that was thrown in them holds a password of the tests.
 */
class NoSecretsCheck {
    private static final Path SOURCES = Path.of("src", "it");
    private static final Path COPIES = Path.of("target", "it");
    private static final Path UNIT_REPORTS = Path.of("target", "surefire-reports");

    /** Maven's resolver names a repository with the credentials in its URL; RepositoryBinariesTest shows that we hide them. */
    private static final String RESOLVER = "org.eclipse.aether.";

    private static TestSecrets secrets;

    @BeforeAll
    static void knowTheSecrets() throws IOException {
        secrets = TestSecrets.all();
    }

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

    @Test
    void noUnitTestPrintsAPassword() throws IOException {
        assertThat(places(files(UNIT_REPORTS))).isEmpty();
    }

    /** Ours, the driver's, Liquibase's, Java's. */
    @Test
    void noExceptionOfTheUnitTestsHoldsAPassword() throws IOException {
        Set<String> leaks = new TreeSet<>();
        int seen = 0;
        for (Path file : files(ExceptionRecorder.FOLDER)) {
            try (RecordingFile recording = new RecordingFile(file)) {
                while (recording.hasMoreEvents()) {
                    RecordedEvent event = recording.readEvent();
                    String type = event.getClass("thrownClass").getName();
                    String message = event.getString("message");
                    seen++;
                    if (message != null && secrets.isIn(message) && !type.startsWith(RESOLVER)) {
                        leaks.add(type + ": " + message);
                    }
                }
            }
        }
        assumeThat(seen).as("the unit tests ran in this build").isPositive();
        assertThat(leaks).isEmpty();
    }

    /** What is no copy of a source: the sources of a project hold its password, as an environment holds it in real life. */
    private static List<Path> written() throws IOException {
        return files(COPIES).stream()
                .filter(file -> !Files.exists(SOURCES.resolve(COPIES.relativize(file))))
                .filter(file -> !isResource(file))
                .toList();
    }

    /** What a build copies from {@code src/main/resources} as it is. */
    private static boolean isResource(Path file) {
        Path source = Path.of(file.toString().replace("target/classes/", "src/main/resources/"));
        try {
            return !source.equals(file) && Files.exists(source) && Files.mismatch(file, source) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> places(List<Path> files) {
        List<String> places = new ArrayList<>();
        for (Path file : files) {
            String[] lines = read(file).split("\n");
            for (int i = 0; i < lines.length; i++) {
                if (secrets.isIn(lines[i])) {
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
