package io.github.migratemaven.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole projects, each of a file or a few, and what is found in them. A table's rows are {@code path | text => ids}, with
 * {@code ⏎} for a line's end and {@code ++} between files; a {@code .cases} file has {@code === name}, {@code +++ path} with the
 * file's text below, and {@code >>> path:line id} for what must be found. A severity other than error stands behind the id.
 */
class CatalogueFilesTest {
    private static final ScanOptions OPTIONS = ScanOptions.defaults(LocalDate.of(2026, 11, 22));

    @TempDir
    Path folder;

    private record Case(String name, Map<String, String> files, List<String> expected) {}

    @TestFactory
    Stream<DynamicTest> everyToolInItsForms() {
        return rows("tools.txt").stream().map(row -> test(row, false));
    }

    @TestFactory
    Stream<DynamicTest> settingsOnCommandLinesAndInEnvironments() {
        return rows("environments.txt").stream().map(row -> test(row, false));
    }

    @TestFactory
    Stream<DynamicTest> switchesInCode() {
        return rows("code.txt").stream().map(row -> test(row, false));
    }

    @TestFactory
    Stream<DynamicTest> configurationFiles() {
        return cases("configuration.cases").stream().map(one -> test(one, true));
    }

    @TestFactory
    Stream<DynamicTest> mavenModules() {
        return cases("maven.cases").stream().map(one -> test(one, true));
    }

    private DynamicTest test(Case one, boolean places) {
        return DynamicTest.dynamicTest(one.name, () -> {
            Path root = Files.createTempDirectory(folder, "case");
            for (Map.Entry<String, String> file : one.files.entrySet()) {
                Path path = root.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            assertThat(Bans.scan(root, OPTIONS).findings().stream()
                            .map(finding -> told(finding, places))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(one.expected);
        });
    }

    private static String told(Finding finding, boolean places) {
        String place = places
                ? finding.position().orElseThrow().file()
                        + ':'
                        + finding.position().orElseThrow().line()
                        + ' '
                : "";
        String severity = finding.severity() == Severity.ERROR
                ? ""
                : ' ' + finding.severity().name().toLowerCase(Locale.ROOT);
        return place + finding.id() + severity;
    }

    private static List<Case> rows(String resource) {
        List<Case> cases = new ArrayList<>();
        for (String line : text(resource).split("\n")) {
            if (!line.isBlank() && !line.startsWith("# ")) {
                int arrow = line.lastIndexOf("=>");
                Map<String, String> files = new LinkedHashMap<>();
                for (String file : line.substring(0, arrow).split(" \\+\\+ ")) {
                    String[] parts = file.split(" \\| ", 2);
                    files.put(
                            parts[0].strip(),
                            parts[1].strip().replace('⏎', '\n').replace('∣', '|') + "\n");
                }
                cases.add(new Case(
                        line,
                        files,
                        Stream.of(line.substring(arrow + 2).split(","))
                                .map(String::strip)
                                .filter(id -> !id.isEmpty())
                                .toList()));
            }
        }
        return cases;
    }

    private static List<Case> cases(String resource) {
        List<Case> cases = new ArrayList<>();
        String file = "";
        for (String line : text(resource).split("\n")) {
            if (line.startsWith("=== ")) {
                cases.add(new Case(line.substring(4), new LinkedHashMap<>(), new ArrayList<>()));
            } else if (line.startsWith("+++ ")) {
                file = line.substring(4);
                cases.get(cases.size() - 1).files.put(file, "");
            } else if (line.startsWith(">>> ")) {
                cases.get(cases.size() - 1).expected.add(line.substring(4));
            } else if (!cases.isEmpty()) {
                cases.get(cases.size() - 1).files.computeIfPresent(file, (name, before) -> before + line + "\n");
            }
        }
        return cases;
    }

    private static String text(String resource) {
        try (InputStream in = CatalogueFilesTest.class.getResourceAsStream("/scan/catalogue/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
