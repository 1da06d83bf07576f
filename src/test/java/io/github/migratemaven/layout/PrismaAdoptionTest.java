package io.github.migratemaven.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A project in Prisma's layout, and a database that Prisma has migrated half. */
@ExtendWith(TestDatabases.class)
class PrismaAdoptionTest {
    private static final String HISTORY = "SELECT id, exectype FROM databasechangelog ORDER BY orderexecuted";

    @TempDir
    Path folder;

    private TestDatabase database;

    @BeforeEach
    void history(TestDatabase fresh) {
        database = fresh;
    }

    @Test
    void foldersRunInTheOrderOfTheirNames() throws IOException {
        migration("20250102_b", "INSERT INTO t VALUES (2);");
        migration("20250101_a", "CREATE TABLE t (id int);");
        migration(
                "20250103_c", "CREATE INDEX CONCURRENTLY t_id ON t (id);\nCREATE INDEX CONCURRENTLY t_id2 ON t (id);");
        file("migration_lock.toml", "provider = \"postgresql\"\n");

        Outcome outcome = project().deploy();

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.states()).containsExactly(State.UP_TO_DATE);
        assertThat(database.query(HISTORY))
                .containsExactly("20250101_a|EXECUTED", "20250102_b|EXECUTED", "20250103_c|EXECUTED");
        assertThat(database.query("SELECT DISTINCT author FROM databasechangelog"))
                .containsExactly("prisma");
        assertThat(database.query("SELECT filename FROM databasechangelog WHERE id = '20250101_a'"))
                .containsExactly("prisma/migrations/20250101_a/migration.sql");
    }

    @Test
    void rolledBackRowsCountForNothing() throws IOException {
        migration("1_a", "CREATE TABLE a (id int);");
        migration("2_b", "CREATE TABLE b (id int);");
        migration("3_c", "CREATE TABLE c (id int);");
        database.execute("CREATE TABLE a (id int); CREATE TABLE b (id int)");
        theirTable();
        row("1_a", "CREATE TABLE a (id int);", "now()", "NULL");
        row("2_b", "CREATE TABLE b (wrong);", "NULL", "now()");
        row("2_b", "CREATE TABLE b (id int);", "now()", "NULL");
        row("3_c", "CREATE TABLE c (wrong);", "NULL", "now()");

        Outcome outcome = project().takeOver();

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.findings())
                .anyMatch(f -> f.message().equals("3_c was rolled back in Prisma: it is pending here"));
        assertThat(database.query(HISTORY)).containsExactly("1_a|EXECUTED", "2_b|EXECUTED");
        assertThat(project().deploy().states()).containsExactly(State.UP_TO_DATE);
    }

    @Test
    void aFailedMigrationIsRefusedWithPrismasOwnCure() throws IOException {
        migration("1_a", "CREATE TABLE a (id int);");
        theirTable();
        row("1_a", "CREATE TABLE a (id int);", "NULL", "NULL");

        Failure failure = project().takeOver().error().orElseThrow();

        assertThat(failure.code()).isEqualTo("history-disagrees");
        assertThat(failure.hint()).contains("npx prisma migrate resolve --rolled-back 1_a");
        assertThat(database.value("SELECT to_regclass('databasechangelog')")).isEmpty();
    }

    @Test
    void aRunThatBreaksOffLeavesNothing() throws IOException {
        migration("1_a", "CREATE TABLE a (id int);");
        migration("2_b", "CREATE TABLE b (id int);");
        theirTable();
        row("1_a", "CREATE TABLE a (id int);", "now()", "NULL");
        row("2_b", "CREATE TABLE b (id int);", "now()", "NULL");
        // The second row is refused by the server, when the first has been written.
        project().deploy();
        database.execute(
                "CREATE TABLE databasechangelog (id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename"
                        + " varchar(255) NOT NULL, dateexecuted timestamp NOT NULL, orderexecuted integer NOT NULL CHECK (orderexecuted < 2),"
                        + " exectype varchar(10) NOT NULL, md5sum varchar(35), description varchar(255), comments varchar(255), tag"
                        + " varchar(255), liquibase varchar(20), contexts varchar(255), labels varchar(255), deployment_id varchar(10))");

        assertThat(project().takeOver().error()).isPresent();

        assertThat(database.query(HISTORY)).isEmpty();
        assertThat(project().deploy().error().orElseThrow().code()).isEqualTo("unmanaged");

        database.execute("ALTER TABLE databasechangelog DROP CONSTRAINT databasechangelog_orderexecuted_check");
        assertThat(project().takeOver().error()).isEmpty();
        assertThat(database.query(HISTORY)).hasSize(2);
    }

    @Test
    void aDatabaseWithoutTheirTableHasNothingToTakeOver() throws IOException {
        migration("1_a", "CREATE TABLE a (id int);");

        Failure failure = project().takeOver().error().orElseThrow();

        assertThat(failure.code()).isEqualTo("no-foreign-history");
        assertThat(failure.message()).contains("_prisma_migrations", "\"public\"");
    }

    @Test
    void migrationsOfAnotherDatabaseAreRefused() throws IOException {
        migration("1_a", "CREATE TABLE a (id int);");
        file("migration_lock.toml", "# comment\nprovider = \"mysql\"\n");

        Failure failure = project().deploy().error().orElseThrow();

        assertThat(failure.code()).isEqualTo("other-provider");
        assertThat(failure.position().orElseThrow().line()).isEqualTo(2);
    }

    @Test
    void aFolderWithoutItsScriptIsRefused() throws IOException {
        migration("1_a", "CREATE TABLE a (id int);");
        Files.createDirectories(folder.resolve("prisma/migrations/2_b"));

        assertThat(project().status().error().orElseThrow().describe())
                .startsWith("prisma/migrations/2_b: the migration has no migration.sql.");
    }

    @Test
    void theirTableIsNeitherLockedNorWritten() throws Exception {
        migration("1_a", "CREATE TABLE a (id int);");
        theirTable();
        row("1_a", "CREATE TABLE a (id int);", "now()", "NULL");
        List<String> before = database.query("SELECT xmin, * FROM _prisma_migrations");
        try (var other = database.open();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE _prisma_migrations IN EXCLUSIVE MODE");

            assertThat(project().takeOver().error()).isEmpty();

            other.rollback();
        }
        assertThat(database.query("SELECT xmin, * FROM _prisma_migrations")).isEqualTo(before);
    }

    private TestProject project() {
        return new TestProject(folder, database).layout(Tool.PRISMA);
    }

    private void migration(String name, String sql) throws IOException {
        file(name + "/migration.sql", sql);
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve("prisma/migrations").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** As Prisma 6 makes it. */
    private void theirTable() {
        database.execute(
                "CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at"
                        + " timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz"
                        + " NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)");
    }

    private void row(String name, String sql, String finished, String rolledBack) {
        database.execute("INSERT INTO _prisma_migrations VALUES (gen_random_uuid(), '"
                + Checksums.prisma(sql.getBytes(StandardCharsets.UTF_8)) + "', " + finished + ", '" + name + "', NULL, "
                + rolledBack
                + ", clock_timestamp(), 1)");
    }
}
