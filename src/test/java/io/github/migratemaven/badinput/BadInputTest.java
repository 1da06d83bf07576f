package io.github.migratemaven.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.report.JsonReport;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code src/test/resources/badinput} is a project that cannot be deployed. */
@ExtendWith(TestDatabases.class)
class BadInputTest {
    private static final Path CASES = Path.of("src", "test", "resources", "badinput");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void badInputIsToldInOneParagraphAndLeavesTheDatabaseAlone(String name, TestDatabase database) throws IOException {
        Path folder = CASES.resolve(name);
        ExpectedFile expected = ExpectedFile.read(folder.resolve("expected.txt"));
        expected.find("before").ifPresent(database::execute);
        List<String> before = DatabaseFacts.all(database);

        Outcome outcome = project(folder, expected).deployTo(database);

        assertThat(outcome.error()).as("failure").isPresent();
        Failure failure = outcome.error().get();
        Paragraph.check(failure, expected.get("named"));
        assertThat(failure.code()).isEqualTo(expected.get("code"));
        assertThat(failure.position().map(Position::toString).orElse("")).isEqualTo(expected.get("at"));
        assertThat(failure.message()).matches(pattern(expected.get("message")));
        assertThat(failure.hint()).matches(pattern(expected.get("hint")));
        assertThat(failure.sqlState().orElse("")).isEqualTo(expected.get("sqlstate"));
        inJson(outcome, failure);
        if (expected.find("applied").isPresent()) {
            assertThat(DatabaseFacts.applied(database)).isEqualTo(words(expected.get("applied")));
            assertThat(DatabaseFacts.relations(database)).isEqualTo(words(expected.get("tables")));
        } else {
            assertThat(DatabaseFacts.all(database))
                    .as("what is in the database")
                    .isEqualTo(before);
        }
    }

    private static Project project(Path folder, ExpectedFile expected) throws IOException {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : words(expected.get("parameters"))) {
            parameters.put(pair.split("=")[0], pair.split("=")[1]);
        }
        return new Project(
                folder,
                expected.find("changelog").orElse(changelogIn(folder)),
                expected.get("contexts"),
                expected.get("labels"),
                parameters);
    }

    private static String changelogIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("changelog."))
                    .findFirst()
                    .orElse("changelog.yaml");
        }
    }

    private static void inJson(Outcome outcome, Failure failure) throws IOException {
        JsonNode error =
                new ObjectMapper().readTree(new JsonReport().text(outcome)).path("error");
        assertThat(error.path("code").asText()).isEqualTo(failure.code());
        assertThat(error.path("message").asText()).isEqualTo(failure.message());
        assertThat(error.path("hint").asText()).isEqualTo(failure.hint());
        failure.position().ifPresent(at -> {
            assertThat(error.path("file").asText()).isEqualTo(at.file());
            assertThat(error.path("line").asInt()).isEqualTo(at.line());
        });
    }

    /** Plain text in which … stands for anything. */
    private static Pattern pattern(String text) {
        return Pattern.compile(
                Arrays.stream(text.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private static List<String> words(String text) {
        return text.isBlank() || text.equals("none")
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }
}
