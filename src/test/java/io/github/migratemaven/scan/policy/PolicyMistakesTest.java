package io.github.migratemaven.scan.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A configuration that will not do is an error that says what, where, and what next. */
class PolicyMistakesTest {
    @TempDir
    Path root;

    /** Ban file, error. */
    static Stream<Arguments> mistakes() {
        String entry = "entries:\n  - {id: our-x, command: x y, why: W., instead: I.}\n";
        return Stream.of(
                Arguments.of(
                        "exceptions:\n  - {id: prisma-db-psh, reason: r}\n",
                        ".migrate-ban.yml:2:5: The catalogue has no entry prisma-db-psh. Did you mean prisma-db-push?"),
                Arguments.of("exceptions:\n  - {id: dropdb}\n", ".migrate-ban.yml:2:5: \"reason\" is missing"),
                Arguments.of(
                        "exceptions:\n  - {id: dropdb, reason: ''}\n", ".migrate-ban.yml:2:5: \"reason\" is missing"),
                Arguments.of(
                        "exceptions:\n  - {reason: r}\n", ".migrate-ban.yml:2:5: An exception without file and id"),
                Arguments.of(
                        "exceptions:\n  - {id: dropdb, reason: r, until: 31.1.2027}\n",
                        ".migrate-ban.yml:2:5: \"31.1.2027\" is not a date such as 2027-01-31"),
                Arguments.of(
                        "exceptions:\n  - {id: dropdb, raeson: r}\n",
                        ".migrate-ban.yml:2:18: Unknown key \"raeson\". Did you mean \"reason\"?"),
                Arguments.of("exeptions: []\n", ".migrate-ban.yml:1:1: Unknown key \"exeptions\". Did you mean"),
                Arguments.of("exceptions: no\n", ".migrate-ban.yml:1:13: \"exceptions\" is a list"),
                Arguments.of(
                        "severities:\n  dropdb: eror\n",
                        ".migrate-ban.yml:2:3: No such severity: eror. Use one of error"),
                Arguments.of(
                        "severities:\n  drop-db: error\n",
                        ".migrate-ban.yml:2:3: The catalogue has no entry drop-db. Did you mean dropdb?"),
                Arguments.of("severities: [dropdb]\n", ".migrate-ban.yml:1:13: \"severities\" is a mapping"),
                Arguments.of("strict: maybe\n", ".migrate-ban.yml:1:9: \"strict\" is true or false"),
                Arguments.of(
                        "developmentScripts: forbid\n",
                        ".migrate-ban.yml:1:1: developmentScripts has the value \"forbid\""),
                Arguments.of(entry.replace("our-x", "Our X"), ".migrate-ban.yml:2:5: The id \"Our X\" has other"),
                Arguments.of(entry.replace("our-x", "dropdb"), ".migrate-ban.yml:2:5: The id dropdb is taken"),
                Arguments.of(entry.replace("command: x y, ", ""), ".migrate-ban.yml:2:5: our-x needs either a command"),
                Arguments.of(entry.replace("x y", "x --a y"), ".migrate-ban.yml:2:5: The word \"y\" stands behind"),
                Arguments.of(entry.replace("x y", "x '*y*'"), ".migrate-ban.yml:2:5: \"'*y*'\" has more than one star"),
                Arguments.of(entry.replace("command", "setting"), ".migrate-ban.yml:2:5: The setting \"x y\" is not"),
                Arguments.of(entry.replace("why: W., ", ""), ".migrate-ban.yml:2:5: \"why\" is missing"),
                Arguments.of("catalogs: [no.yaml]\n", ".migrate-ban.yml: There is no file no.yaml"),
                Arguments.of("catalogs: [../outside.yaml]\n", ".migrate-ban.yml: ../outside.yaml leads out of"),
                Arguments.of("catalogs: [package.json]\n", "package.json:1:2: Unknown key"),
                Arguments.of("a: [", ".migrate-ban.yml:1:5: No valid YAML"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInTheFileIsNamedWithItsPlace(String text, String message) throws IOException {
        Path inner = Files.createDirectories(root.resolve("inner"));
        Files.writeString(root.resolve("outside.yaml"), "tool: x\n");
        new ProjectFolder(inner).with(".migrate-ban.yml", text).with("package.json", "{\"name\": 1}");
        assertThatThrownBy(() -> PolicyReader.read(inner, new BanSettings()))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith(message);
    }

    static Stream<Arguments> mistakesInThePom() {
        return Stream.of(
                pom(s -> s.banFile("no.yml"), "banFile: There is no file no.yml"),
                pom(s -> s.severities(Map.of("dropdb", "bad")), "<severities>: No such severity: bad"),
                pom(s -> s.severities(Map.of("dropbd", "error")), "<severities>: The catalogue has no entry dropbd"),
                pom(
                        s -> s.exceptions(List.of(
                                new ExceptionElement("a", null, "r", null),
                                new ExceptionElement("a", null, null, null))),
                        "<exception> 2: \"reason\" is missing"),
                pom(s -> s.exceptions(List.of(new ExceptionElement())), "<exception> 1: An exception without file"),
                pom(s -> s.entries(List.of(new EntryElement()), null), "<entry> 1: \"id\" is missing"),
                pom(s -> s.developmentScripts("deny"), "configuration: developmentScripts has the value \"deny\""),
                pom(s -> s.entries(null, List.of("no.yaml")), "<catalogs>: There is no file no.yaml"));
    }

    @ParameterizedTest
    @MethodSource("mistakesInThePom")
    void aMistakeInThePomIsNamedWithItsElement(UnaryOperator<BanSettings> settings, String message) {
        assertThatThrownBy(() -> PolicyReader.read(root, settings.apply(new BanSettings())))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void twoDefaultFilesAreOneTooMany() {
        new ProjectFolder(root).with(".migrate-ban.yml", "").with(".migrate-ban.yaml", "");
        assertThatThrownBy(() -> PolicyReader.read(root, new BanSettings()))
                .hasMessageContaining(".migrate-ban.yaml: There is .migrate-ban.yml, too");
    }

    @Test
    void aDefaultFileThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Path inner = Files.createDirectories(root.resolve("inner"));
        Files.createSymbolicLink(
                inner.resolve(".migrate-ban.yml"), Files.writeString(root.resolve("other.yml"), "secret"));
        assertThatThrownBy(() -> PolicyReader.read(inner, new BanSettings()))
                .hasMessageContaining("leads out of")
                .hasMessageNotContaining("secret");
    }

    private static Arguments pom(UnaryOperator<BanSettings> settings, String message) {
        return Arguments.of(settings, message);
    }
}
