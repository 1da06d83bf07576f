package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.liquibase.ChangelogRequest;
import io.github.migratemaven.liquibase.LiquibaseChangelogReader;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.testing.RecordedProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each list as people write it, the new file read back by Liquibase. */
class ChangesetWriterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:30:05Z"), ZoneOffset.UTC);
    private static final ChangesetName NAME = ChangesetName.of("add total to orders");
    private static final String ORDERS =
            "--liquibase formatted sql\n--changeset ada:orders\nCREATE TABLE orders (id int);\n";

    @TempDir
    private Path project;

    @Test
    void yamlWithCommentsGetsOneItemMore() throws IOException {
        file("changes/0001-orders.sql", ORDERS);
        String before = "# ours\ndatabaseChangeLog:\n  - include:   # first\n      file: changes/0001-orders.sql\n"
                + "      relativeToChangelogFile: true\n\n  # the end\n";
        file("master.yaml", before);

        ChangesetWriter.Written written = write("master.yaml");

        assertThat(written.file()).isEqualTo("db/changes/0002-add-total-to-orders.sql");
        assertThat(written.list()).contains("db/master.yaml");
        assertThat(text("master.yaml"))
                .isEqualTo("# ours\ndatabaseChangeLog:\n  - include:   # first\n      file: changes/0001-orders.sql\n"
                        + "      relativeToChangelogFile: true\n"
                        + "  - include:   # first\n      file: changes/0002-add-total-to-orders.sql\n"
                        + "      relativeToChangelogFile: true\n\n  # the end\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "databaseChangeLog:\n- include: {file: changes/0001-orders.sql, relativeToChangelogFile: true}",
                "databaseChangeLog:\r\n  - include:\r\n      file: db/changes/0001-orders.sql\r\n",
                "databaseChangeLog:\n  - property: {name: x, value: y}\n  - include:\n      file: \"changes/0001-orders.sql\"\n"
                        + "      relativeToChangelogFile: true\n      labels: v1\n",
                "databaseChangeLog:\n  - includeAll:\n      path: changes\n      relativeToChangelogFile: true\n",
                "databaseChangeLog:\n  - changeSet:\n      id: orders\n      author: ada\n      changes:\n"
                        + "        - sql:\n            sql: CREATE TABLE orders (id int)\n",
                "databaseChangeLog: []\n",
                "databaseChangeLog:\n"
            })
    void yamlListsOfEveryKindAreUnderstood(String master) throws IOException {
        if (master.contains("0001") || master.contains("includeAll")) {
            file("changes/0001-orders.sql", ORDERS);
        }
        file("master.yaml", master);

        ChangesetWriter.Written written = write("master.yaml");

        assertThat(written.changesets()).hasSize(1);
        assertThat(text("master.yaml").replace("\r\n", "\n").lines().toList())
                .containsAll(master.replace(" []", "").lines().toList());
        assertThat(text("master.yaml").contains("\r\n")).isEqualTo(master.contains("\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    <!-- <include file=\"x\"/> -->\n    <include file=\"changes/001_orders.xml\" relativeToChangelogFile=\"true\"/>\n",
                "    <include relativeToChangelogFile='true'\n             file='changes/001_orders.xml'></include>\n",
                "    <includeAll path=\"changes\" relativeToChangelogFile=\"true\"/>\n",
                "\n"
            })
    void xmlListsOfEveryKindAreUnderstood(String items) throws IOException {
        if (items.contains("<include")) {
            file(
                    "changes/001_orders.xml",
                    xml(
                            "    <changeSet id=\"1\" author=\"ada\"><sql>CREATE TABLE orders (id int)</sql></changeSet>\n"));
        }
        file("master.xml", xml(items));

        ChangesetWriter.Written written = write("master.xml");

        assertThat(written.changesets()).hasSize(1);
        assertThat(written.file()).endsWith(items.contains("<include") ? "002_add_total_to_orders.xml" : ".sql");
        assertThat(text("master.xml"))
                .startsWith(xml(items).substring(0, xml(items).lastIndexOf("\n</")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"databaseChangeLog\": [\n  {\"include\": {\"file\": \"changes/1.json\", \"relativeToChangelogFile\": true}}\n]}\n",
                "{\"databaseChangeLog\": [{\"include\": {\"file\": \"db/changes/1.json\"}}]}",
                "{\n  \"databaseChangeLog\": [\n  ]\n}\n"
            })
    void jsonListsAreUnderstood(String master) throws IOException {
        file(
                "changes/1.json",
                "{\"databaseChangeLog\": [{\"changeSet\": {\"id\": \"1\", \"author\": \"a\", \"changes\": [{\"sql\": {\"sql\": \"SELECT 1\"}}]}}]}");
        file("master.json", master);

        assertThat(write("master.json").changesets()).hasSize(1);
    }

    @Test
    void theLastOfListsOfListsGrows() throws IOException {
        file("changes/0001-orders.sql", ORDERS);
        file(
                "changes/list.yaml",
                "databaseChangeLog:\n  - include:\n      file: 0001-orders.sql\n      relativeToChangelogFile: true\n");
        file("master.yaml", "databaseChangeLog:\n  - include:\n      file: db/changes/list.yaml\n");

        assertThat(write("master.yaml").list()).contains("db/changes/list.yaml");
        assertThat(text("changes/list.yaml")).contains("file: 0002-add-total-to-orders.sql");
    }

    @Test
    void aChangelogOfFormattedSqlIsAppendedTo() throws IOException {
        file("master.sql", ORDERS);

        ChangesetWriter.Written written = write("master.sql");

        assertThat(written.appended()).isTrue();
        assertThat(text("master.sql")).startsWith(ORDERS + "\n--changeset ada:add-total-to-orders\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sql", "yaml", "xml", "json"})
    void statementsComeBackAsTheyWere(String format) throws IOException {
        file(
                "changes/0001-orders." + format,
                ChangesetFormat.ofFile("x." + format).file(List.of(draft("orders", "CREATE TABLE orders (id int)"))));
        file(
                "master.yaml",
                "databaseChangeLog:\n  - includeAll:\n      path: changes\n      relativeToChangelogFile: true\n");
        DraftChangeset function = draft(
                "add-total-function",
                "CREATE FUNCTION total() RETURNS int LANGUAGE plpgsql AS $body$\nBEGIN\n  -- ]]> \"quoted\" \\ <b> ü\n  RETURN 1;\nEND\n$body$",
                "COMMENT ON FUNCTION total() IS 'a; b'");
        DraftChangeset index = new DraftChangeset(
                "add-total-index",
                "Ada L.",
                List.of("CREATE INDEX CONCURRENTLY i ON orders (id)"),
                List.of("DROP INDEX CONCURRENTLY i"),
                false,
                List.of(),
                List.of());

        List<Changeset> added =
                writer("master.yaml").write(NAME, List.of(function, index)).changesets();

        assertThat(added).extracting(c -> c.rules().runInTransaction()).containsExactly(true, false);
        assertThat(added.get(1).identity().author()).isEqualTo("Ada L.");
        assertThat(text("changes/0002-add-total-to-orders." + format)).contains("RETURN 1;");
    }

    @Test
    void aNameThatIsTakenIsRefused() throws IOException {
        file("changes/0007-add-total-to-orders.sql", ORDERS);
        file(
                "master.yaml",
                "databaseChangeLog:\n  - includeAll:\n      path: changes\n      relativeToChangelogFile: true\n");
        Map<String, String> before = snapshot();

        assertThatThrownBy(() -> write("master.yaml"))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("is called that already");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void whatDoesNotComeLastIsTakenBack() throws IOException {
        file("changes/zzz.sql", ORDERS);
        file(
                "master.yaml",
                "databaseChangeLog:\n  - includeAll:\n      path: changes\n      relativeToChangelogFile: true\n");
        Map<String, String> before = snapshot();

        assertThatThrownBy(() -> write("master.yaml")).hasMessageContaining("nothing was written");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void whatDoesNotParseIsTakenBackWithItsFolder() throws IOException {
        file("master.yaml", "databaseChangeLog:\n");
        Map<String, String> before = snapshot();
        DraftChangeset bad =
                new DraftChangeset("a b", "x:y", List.of("SELECT 1"), List.of(), true, List.of(), List.of());

        assertThatThrownBy(() -> writer("master.yaml").write(NAME, List.of(bad)))
                .isInstanceOf(MigrateException.class);
        assertThat(snapshot()).isEqualTo(before);
        assertThat(project.resolve("src/main/resources/db/changes")).doesNotExist();
    }

    private static DraftChangeset draft(String id, String... steps) {
        return new DraftChangeset(
                id, "ada", List.of(steps), List.of("DROP TABLE x", "SELECT ';'"), true, List.of(), List.of());
    }

    private ChangesetWriter.Written write(String master) {
        return writer(master)
                .write(
                        NAME,
                        List.of(new DraftChangeset(
                                "add-total-to-orders",
                                "ada",
                                List.of("SELECT 1"),
                                List.of(),
                                true,
                                List.of(),
                                List.of())));
    }

    private ChangesetWriter writer(String master) {
        Path root = project.resolve("src/main/resources");
        LiquibaseChangelogReader reader = new LiquibaseChangelogReader(
                new ChangelogRequest(
                        "db/" + master,
                        List.of(root, project),
                        project,
                        getClass().getClassLoader(),
                        "",
                        "",
                        Map.of(),
                        Optional.empty()),
                new RecordedProgress());
        return new ChangesetWriter(
                reader, new ChangelogFiles(root.resolve("db").resolve(master), List.of(root), root), CLOCK);
    }

    private void file(String path, String text) throws IOException {
        Path file = project.resolve("src/main/resources/db").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String text(String path) throws IOException {
        return Files.readString(project.resolve("src/main/resources/db").resolve(path));
    }

    private Map<String, String> snapshot() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(project)) {
            for (Path file : all.toList()) {
                files.put(
                        file.toString(), Files.isDirectory(file) ? "" : Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String xml(String items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\"\n"
                + "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                + "    xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd\">\n"
                + items
                + "</databaseChangeLog>\n";
    }
}
