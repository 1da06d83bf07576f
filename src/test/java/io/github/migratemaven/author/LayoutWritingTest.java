package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.layout.LayoutChangelogReader;
import io.github.migratemaven.layout.LayoutRequest;
import io.github.migratemaven.layout.Tool;
import io.github.migratemaven.model.Changeset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New migrations in Flyway's and Prisma's layouts, read back as the tools name them. */
class LayoutWritingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:30:05Z"), ZoneOffset.UTC);
    private static final ChangesetName NAME = ChangesetName.of("add total to orders");

    @TempDir
    private Path project;

    @ParameterizedTest
    @CsvSource({
        "V1, V2",
        "V9, V10",
        "V007, V008",
        "V099, V100",
        "V1_1, V1_2",
        "V1.9, V1.10",
        "V2.0.0, V2.0.1",
        "V12_03, V12_04",
        "V20240101120000, V20261123103005",
        "V202401011200, V202611231030",
        "V20240101, V20261123",
        "V2024_01_15_1200, V2026_11_23_1030",
        "V20240115_0800, V20261123_1030",
        "V20991231235959, V20991231235960",
        "V20261123103005, V20261123103006",
        "B3, V4",
    })
    void flywaysVersionsGoOnInTheirStyle(String last, String next) throws IOException {
        file("db/migration/" + last + "__orders.sql", "CREATE TABLE orders (id int);");

        ChangesetWriter.Written written = flyway(draft("ALTER TABLE orders ADD COLUMN total int"));

        assertThat(written.file()).isEqualTo("db/migration/" + next + "__add_total_to_orders.sql");
        assertThat(written.more()).isEmpty();
        assertThat(written.rollbacks()).isFalse();
        assertThat(text(written.file())).isEqualTo("ALTER TABLE orders ADD COLUMN total int;\n");
        assertThat(ids(written)).containsExactly(next + "__add_total_to_orders");
    }

    @Test
    void flywaysNewFileStandsBesideTheHighestVersionAndBeforeWhatIsRepeatable() throws IOException {
        file("db/migration/2025/V9__orders.sql", "CREATE TABLE orders (id int);");
        file("db/migration/2026/V10__customers.sql", "CREATE TABLE customers (id int);");
        file("db/migration/views/R__totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT 1 AS one;");
        file("src/main/java/db/migration/V11__Code.java", "");

        assertThat(flyway(draft("SELECT 1")).file()).isEqualTo("db/migration/2026/V12__add_total_to_orders.sql");
    }

    @Test
    void whatNeedsItsOwnTransactionIsAFileOfItsOwn() throws IOException {
        file("db/migration/V1__orders.sql", "CREATE TABLE orders (id int);");

        ChangesetWriter.Written written = flyway(
                draft("ALTER TABLE orders ADD COLUMN total int"),
                apart("CREATE INDEX CONCURRENTLY i ON orders (total)"),
                apart("DO $$ BEGIN UPDATE orders SET total = 0; COMMIT; END $$"),
                draft("COMMENT ON TABLE orders IS '${left alone}'"));

        assertThat(files("db/migration"))
                .containsExactly(
                        "V1__orders.sql",
                        "V2__add_total_to_orders.sql",
                        "V3__add_total_to_orders_2.sql",
                        "V4__add_total_to_orders_3.sql",
                        "V4__add_total_to_orders_3.sql.conf",
                        "V5__add_total_to_orders_4.sql",
                        "V5__add_total_to_orders_4.sql.conf");
        assertThat(text("db/migration/V4__add_total_to_orders_3.sql.conf")).isEqualTo("executeInTransaction=false\n");
        assertThat(text("db/migration/V5__add_total_to_orders_4.sql.conf")).isEqualTo("placeholderReplacement=false\n");
        assertThat(ids(written)).hasSize(4);
    }

    @Test
    void aFolderOfPrismasIsWrittenForEachWithTimesInTheirOrder() throws IOException {
        file("prisma/migrations/20250101090000_orders/migration.sql", "CREATE TABLE orders (id int);");
        file("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");

        ChangesetWriter.Written written = prisma(
                new DraftChangeset(
                        "x", "me", List.of("SELECT 1"), List.of("SELECT 2", "SELECT 3"), true, List.of(), List.of()),
                apart("CREATE INDEX CONCURRENTLY i ON orders (id)"));

        assertThat(ids(written))
                .containsExactly("20261123103005_add_total_to_orders", "20261123103006_add_total_to_orders_2");
        String first = "prisma/migrations/20261123103005_add_total_to_orders/";
        assertThat(written.file()).isEqualTo(first + "migration.sql");
        assertThat(text(first + "migration.sql")).isEqualTo("SELECT 1;\n");
        assertThat(text(first + "down.sql")).isEqualTo("SELECT 2;\nSELECT 3;\n");
        assertThat(written.rollbacks()).isTrue();
    }

    @Test
    void aMigrationOfSomebodyWhoseClockIsAheadStaysBeforeTheNewOne() throws IOException {
        file("prisma/migrations/20261123235959_orders/migration.sql", "CREATE TABLE orders (id int);");

        assertThat(ids(prisma(draft("SELECT 1")))).containsExactly("20261124000000_add_total_to_orders");
    }

    @Test
    void aNameThatIsTakenIsRefusedAndNothingIsWritten() throws IOException {
        file("db/migration/V1__add_total_to_orders.sql", "SELECT 1;");
        try {
            flyway(draft("SELECT 1"));
        } catch (io.github.migratemaven.model.MigrateException e) {
            assertThat(e.failure().code()).isEqualTo("name-taken");
        }
        assertThat(files("db/migration")).containsExactly("V1__add_total_to_orders.sql");
    }

    private ChangesetWriter.Written flyway(DraftChangeset... drafts) {
        return ChangesetWriter.flyway(reader(Tool.FLYWAY, "db/migration"), files(), CLOCK)
                .write(NAME, List.of(drafts));
    }

    private ChangesetWriter.Written prisma(DraftChangeset... drafts) {
        ChangelogFiles files = new ChangelogFiles(project.resolve("prisma/migrations"), List.of(project), project);
        return ChangesetWriter.prisma(reader(Tool.PRISMA, "prisma/migrations"), files, CLOCK)
                .write(NAME, List.of(drafts));
    }

    private ChangelogFiles files() {
        return new ChangelogFiles(project.resolve("db/migration"), List.of(project), project);
    }

    private LayoutChangelogReader reader(Tool tool, String path) {
        return new LayoutChangelogReader(new LayoutRequest(
                tool,
                project.resolve(path),
                path,
                project,
                List.of(project.resolve("src/main/java")),
                Map.of(),
                Optional.empty()));
    }

    private static DraftChangeset draft(String sql) {
        return new DraftChangeset("x", "me", List.of(sql), List.of(), true, List.of(), List.of());
    }

    private static DraftChangeset apart(String sql) {
        return new DraftChangeset("x", "me", List.of(sql), List.of(), false, List.of(), List.of());
    }

    private static List<String> ids(ChangesetWriter.Written written) {
        return written.changesets().stream()
                .map(Changeset::identity)
                .map(id -> id.id())
                .toList();
    }

    private void file(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String text(String path) throws IOException {
        return Files.readString(project.resolve(path));
    }

    private List<String> files(String folder) throws IOException {
        try (Stream<Path> all = Files.list(project.resolve(folder))) {
            return all.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
