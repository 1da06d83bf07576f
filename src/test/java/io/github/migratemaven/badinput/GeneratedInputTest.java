package io.github.migratemaven.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that an editor or git would spoil, or that is too large to keep: other encodings, great depth, great length. */
@ExtendWith(TestDatabases.class)
// Seconds on an idle machine.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GeneratedInputTest {
    private static final String HEADER = "--liquibase formatted sql\n\n--changeset ann:first\n";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"%s\"?>\n"
            + "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\"\n"
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
            + " xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog"
            + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd\">\n%s</databaseChangeLog>\n";

    @TempDir
    private Path base;

    @ParameterizedTest
    @CsvSource({"changelog.sql, ISO-8859-1", "changelog.sql, windows-1252", "changelog.sql, UTF-16LE"})
    void aFileThatIsNotUtf8IsRefusedWithThePlaceOfItsFirstForeignCharacter(
            String name, String charset, TestDatabase database) throws IOException {
        write(name, (HEADER + "CREATE TABLE größe (id int);\n").getBytes(Charset.forName(charset)));

        Failure failure = refused(name, database);

        assertThat(failure.code()).isEqualTo("not-utf-8");
        assertThat(failure.position().orElseThrow())
                .hasToString(charset.startsWith("UTF-16") ? "changelog.sql:1:2" : "changelog.sql:4:16");
        assertThat(failure.hint()).contains("Save it as UTF-8");
    }

    @Test
    void anIncludedFileThatIsNotUtf8IsRefusedBeforeItsTextIsReplaced(TestDatabase database) throws IOException {
        write("changelog.yaml", "databaseChangeLog:\n  - include:\n      file: one.yaml\n");
        write(
                "one.yaml",
                "databaseChangeLog:\n  - changeSet:\n      id: ä\n      author: ann\n"
                        .getBytes(StandardCharsets.ISO_8859_1));

        Failure failure = refused("changelog.yaml", database);

        assertThat(failure.code()).isEqualTo("not-utf-8");
        assertThat(failure.position().orElseThrow()).hasToString("one.yaml:3:11");
    }

    @Test
    void aSqlFileInTheEncodingThatItsChangeNamesIsRead(TestDatabase database) throws IOException {
        write(
                "changelog.yaml",
                "databaseChangeLog:\n  - changeSet:\n      id: first\n      author: ann\n      changes:\n"
                        + "        - sqlFile: {path: one.sql, encoding: ISO-8859-1}\n");
        write("one.sql", "CREATE TABLE größe (id int);\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(deploy("changelog.yaml", database).error()).isEmpty();

        assertThat(DatabaseFacts.relations(database)).containsExactly("größe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16"})
    void anXmlFileInTheEncodingThatItDeclaresIsRead(String charset, TestDatabase database) throws IOException {
        String text = XML.formatted(
                charset, "<changeSet id=\"first\" author=\"ann\"><sql>CREATE TABLE größe (id int)</sql></changeSet>");
        write("changelog.xml", text.getBytes(Charset.forName(charset)));

        assertThat(deploy("changelog.xml", database).error()).isEmpty();

        assertThat(DatabaseFacts.relations(database)).containsExactly("größe");
    }

    @ParameterizedTest
    @CsvSource({"changelog.sql, UTF-8", "changelog.yaml, UTF-8", "changelog.sql, UTF-16LE", "changelog.yaml, UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheText(String name, String charset, TestDatabase database) throws IOException {
        String text = name.endsWith("sql")
                ? HEADER + "CREATE TABLE größe (id int);\n"
                : "databaseChangeLog:\n  - changeSet:\n      id: first\n      author: ann\n      changes:\n"
                        + "        - sql: {sql: CREATE TABLE größe (id int)}\n";
        write(name, ("\uFEFF" + text).getBytes(Charset.forName(charset)));

        assertThat(deploy(name, database).error()).isEmpty();

        assertThat(DatabaseFacts.applied(database)).containsExactly("first");
        assertThat(DatabaseFacts.relations(database)).containsExactly("größe");
    }

    @Test
    void aNulCharacterInAFileIsRefusedWithItsPlace(TestDatabase database) throws IOException {
        write("changelog.sql", HEADER + "SELECT 'a\0b';\n");

        Failure failure = refused("changelog.sql", database);

        assertThat(failure.message()).contains("NUL");
        assertThat(failure.position().orElseThrow()).hasToString("changelog.sql:4:10");
    }

    @Test
    void aFileThatThisUserMayNotReadIsRefused(TestDatabase database) throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
        write("changelog.sql", HEADER + "SELECT 1;\n");
        Files.setPosixFilePermissions(base.resolve("changelog.sql"), PosixFilePermissions.fromString("---------"));

        Failure failure = refused("changelog.sql", database);

        assertThat(failure.code()).isEqualTo("unreadable-file");
        assertThat(failure.message()).contains("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json"})
    void aHundredThousandBracketsAreRefusedAtOnce(String format, TestDatabase database) throws IOException {
        write("changelog." + format, "{\"databaseChangeLog\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}\n");

        Failure failure = refused("changelog." + format, database);

        assertThat(failure.message()).contains("nested too deeply");
    }

    @Test
    void aHundredThousandIndentedLevelsAreRefusedAtOnce(TestDatabase database) throws IOException {
        write("changelog.yaml", "databaseChangeLog:\n" + "- ".repeat(100_000) + "x\n");

        assertThat(refused("changelog.yaml", database).message()).contains("nested too deeply");
    }

    @Test
    void aHundredThousandElementsInEachOtherAreRefusedAtOnce(TestDatabase database) throws IOException {
        write(
                "changelog.xml",
                XML.formatted("UTF-8", "\n" + "<rollback>".repeat(100_000) + "</rollback>".repeat(100_000)));

        assertThat(refused("changelog.xml", database).code()).isIn("unknown-change", "changelog-invalid");
    }

    @ParameterizedTest
    @CsvSource({"9, 9", "2, 30"})
    void aliasesThatUnfoldWithoutEndAreRefusedAtOnce(int width, int depth, TestDatabase database) throws IOException {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int level = 1; level <= depth; level++) {
            text.append("a%d: &a%d [%s]\n"
                    .formatted(
                            level, level, String.join(", ", java.util.Collections.nCopies(width, "*a" + (level - 1)))));
        }
        text.append("databaseChangeLog:\n  - changeSet:\n      id: first\n      author: ann\n      changes: *a" + depth
                + "\n");
        write("changelog.yaml", text.toString());

        assertThat(refused("changelog.yaml", database).message()).contains("aliases");
    }

    @Test
    void aChangelogOutsideTheProjectBringsItsOwnFolder(TestDatabase database) throws IOException {
        Files.createDirectories(base.resolve("app"));
        Files.createDirectories(base.resolve("shared/changes"));
        write("shared/changelog.yaml", "databaseChangeLog:\n  - include: {file: changes/one.sql}\n");
        write("shared/changes/one.sql", HEADER + "CREATE TABLE first (id int);\n");

        Outcome outcome =
                Project.of(base.resolve("app"), "../shared/changelog.yaml").deployTo(database);

        assertThat(outcome.error()).isEmpty();
        assertThat(database.query("SELECT filename FROM databasechangelog")).containsExactly("changes/one.sql");
    }

    @Test
    void fiveMegabytesOfSqlAreDeployed(TestDatabase database) throws IOException {
        write("changelog.sql", HEADER + "CREATE TABLE big (id int, note text);\n" + rows(50_000));

        Outcome outcome = deploy("changelog.sql", database);

        assertThat(outcome.error()).isEmpty();
        assertThat(Files.size(base.resolve("changelog.sql"))).isGreaterThan(5_000_000);
        assertThat(database.value("SELECT count(*) FROM big")).isEqualTo("50000");
    }

    @Test
    void aSyntaxErrorBehindFiveMegabytesIsReportedAtItsPlace(TestDatabase database) throws IOException {
        write(
                "changelog.sql",
                HEADER + "CREATE TABLE big (id int, note text);\n" + rows(50_000) + "INSERT INTO big\n  VALUE (1);\n");

        Outcome outcome = deploy("changelog.sql", database);

        Failure failure = outcome.error().orElseThrow();
        Paragraph.check(failure, "");
        assertThat(failure.position().orElseThrow()).hasToString("changelog.sql:50006:3");
        assertThat(DatabaseFacts.relations(database)).isEmpty();
    }

    private static String rows(int count) {
        StringBuilder text = new StringBuilder();
        String note = "note ".repeat(14);
        for (int i = 0; i < count; i++) {
            text.append("INSERT INTO big VALUES (")
                    .append(100_000 + i)
                    .append(", '")
                    .append(note)
                    .append("');\n");
        }
        return text.toString();
    }

    private Failure refused(String changelog, TestDatabase database) {
        List<String> before = DatabaseFacts.all(database);
        Outcome outcome = deploy(changelog, database);
        assertThat(outcome.error()).isPresent();
        Failure failure = outcome.error().get();
        Paragraph.check(failure, "");
        assertThat(DatabaseFacts.all(database)).isEqualTo(before);
        return failure;
    }

    private Outcome deploy(String changelog, TestDatabase database) {
        return Project.of(base, changelog).deployTo(database);
    }

    private void write(String file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String file, byte[] bytes) throws IOException {
        Files.write(base.resolve(file), bytes);
    }
}
