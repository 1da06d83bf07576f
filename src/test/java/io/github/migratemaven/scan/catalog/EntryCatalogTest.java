package io.github.migratemaven.scan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.scan.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntryCatalogTest {
    private static final EntryCatalog CATALOG = EntryCatalog.with(List.of());

    private static final Path SOURCE = Path.of("src/main/catalog");

    private static final String OWN = """
            tool: Our tool
            programs: [ourtool]
            entries:
              - id: our-wipe
                example: ourtool wipe
                severity: warning
                why: It wipes.
                instead: "Don't."
                link: https://example.org
                commands:
                  - words: wipe
            """;

    static Stream<Arguments> entries() {
        return CATALOG.entries().stream()
                .map(entry -> Arguments.of(entry.banned().id(), entry));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void anEntrysExampleIsAnInstanceOfIt(String id, Entry entry) {
        String example = entry.example();
        boolean setting = entry.commands().isEmpty();
        List<Catalog.Match> found = setting
                ? CATALOG.match(SettingRowsTest.setting(example))
                : CATALOG.match(Lines.command(example), path -> Optional.of("DROP TABLE users;"));
        assertThat(found).extracting(match -> match.banned().id()).contains(id);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void anEntrySpeaksInSentencesAndNamesAReplacement(String id, Entry entry) {
        assertThat(entry.banned().why()).matches("[A-Z].*\\.").doesNotContain("\n");
        assertThat(entry.banned().instead()).matches("[A-Z].*\\.").doesNotContain("\n");
        assertThat(entry.banned().link()).matches("https://\\S+|mvn .*");
    }

    @Test
    void everyFileOfTheFolderIsRead() throws IOException {
        try (Stream<Path> files = Files.list(SOURCE)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(CatalogBuild.FILES);
        }
    }

    @Test
    void whatTheBuildStoredIsWhatTheFilesSay() throws IOException {
        assertThat(CATALOG.entries()).isEqualTo(CatalogBuild.entries(SOURCE));
    }

    @Test
    void aProjectsOwnEntriesCount() {
        EntryCatalog catalog = EntryCatalog.with(List.of(new SourceFile("own.yaml", OWN)));
        assertThat(catalog.match(Lines.command("npx ourtool wipe"))).hasSize(1);
        assertThat(catalog.match(Lines.command("ourtool wash"))).isEmpty();
        assertThat(catalog.match(Lines.command("prisma db push"))).hasSize(1);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(OWN.replace("words: wipe", "word: wipe"), "own.yaml:11:9: Unknown key \"word\""),
                Arguments.of(OWN.replace("    why: It wipes.\n", ""), "own.yaml:4:5: \"why\" is missing"),
                Arguments.of(OWN.replace("tool: Our tool", "tools: x"), "own.yaml:1:1: Unknown key \"tools\""),
                Arguments.of(OWN.replace("our-wipe", "prisma-db-push"), "own.yaml:4:9: The id prisma-db-push is taken"),
                Arguments.of(OWN.replace("our-wipe", "Our Wipe"), "own.yaml:4:9: An id has small letters"),
                Arguments.of(OWN.replace("warning", "fatal"), "own.yaml:6:15: No such severity: fatal"),
                Arguments.of(OWN.replace("programs: [ourtool]\n", ""), "own.yaml:10:16: No programs"),
                Arguments.of(OWN.replace("words: wipe", "words: '*wipe*'"), "own.yaml:11:16: Bad word"),
                Arguments.of(
                        OWN.replace("words: wipe", "anywhere: maybe"), "own.yaml:11:19: \"anywhere\" is true or false"),
                Arguments.of("- a\n- b\n", "own.yaml:1:1: A mapping belongs here"),
                Arguments.of("tool: [", "own.yaml:1:8: No valid YAML"),
                Arguments.of("tool: x\nentries: no\n", "own.yaml:2:10: \"entries\" is a list"),
                Arguments.of("tool: x\ntool: y\n", "own.yaml:2:1: \"tool\" is given twice"),
                Arguments.of("[".repeat(100_000), "own.yaml:1:9: Nested too deeply"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsPlace(String yaml, String message) {
        assertThatThrownBy(() -> EntryCatalog.with(List.of(new SourceFile("own.yaml", yaml))))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void anUnknownIdSaysWhereTheIdsAre() {
        assertThat(CATALOG.banned("dropdb").tool()).isEqualTo("PostgreSQL client programs");
        assertThatThrownBy(() -> CATALOG.banned("nothing")).hasMessageContaining("docs/bans.md");
    }
}
