package io.github.migratemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.author.ChangelogFiles;
import io.github.migratemaven.author.ChangesetWriter;
import io.github.migratemaven.author.Reverse;
import io.github.migratemaven.author.ReverseRange;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.TargetDatabase;
import io.github.migratemaven.postgres.PostgresTarget;
import io.github.migratemaven.postgres.ScratchStatements;
import io.github.migratemaven.postgres.compare.PgCodeKeeperComparison;
import io.github.migratemaven.testing.RecordedProgress;
import io.github.migratemaven.testing.SharedServer;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabases.class)
class ReverseTest {
    private static final String FIRST = """
            --liquibase formatted sql
            --changeset me:orders
            CREATE TABLE orders (id bigint PRIMARY KEY, code text NOT NULL, note text DEFAULT 'none');
            CREATE INDEX orders_code ON orders (code);
            """;

    @TempDir
    Path folder;

    private ScratchServer.Running shared;
    private TestDatabase database;
    private TestProject project;

    @BeforeEach
    void project(TestDatabase fresh, ScratchServer.Running server) {
        shared = server;
        database = fresh;
        project = new TestProject(folder, fresh);
    }

    @Test
    void aRollbackBlockThatDoesWhatItShouldIsTakenWordForWord() throws IOException {
        Outcome reversed = reverse("""
                --changeset me:total
                ALTER TABLE orders ADD total int CHECK (total > 0);
                --rollback ALTER TABLE orders DROP total CASCADE;
                """, new ReverseRange.Count(1));

        assertThat(reversed.error()).isEmpty();
        assertThat(written())
                .contains("--changeset eve:revert_total\nALTER TABLE orders DROP total CASCADE;")
                .contains("--rollback ALTER TABLE orders ADD total int CHECK (total > 0);");
        assertThat(ids(reversed)).containsExactly("data-loss");
    }

    @Test
    void whereThereIsNoBlockOrAWrongOneTheCataloguesSayWhatToDo() throws IOException {
        Outcome reversed = reverse("""
                --changeset me:narrow
                ALTER TABLE orders DROP COLUMN note;
                DROP INDEX orders_code;
                ALTER TABLE orders ALTER code DROP NOT NULL;
                --changeset me:extra
                CREATE TABLE extra (id int);
                CREATE VIEW extras AS SELECT count(*) FROM extra;
                CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
                --rollback DROP VIEW extras;
                --changeset me:broken
                CREATE TYPE mood AS ENUM ('ok');
                --rollback DROP TYPE moods;
                """, new ReverseRange.To("orders"));

        assertThat(reversed.error()).isEmpty();
        assertThat(reversed.findings())
                .extracting(f -> f.id() + " " + f.position().orElseThrow().line())
                .contains("cannot-come-back 5", "data-loss 9", "reverse-note 9", "reverse-note 14");
        assertThat(reversed.findings())
                .extracting(Finding::message)
                .anyMatch(m -> m.contains("values of column note"))
                .anyMatch(m -> m.contains(
                        "its rollback block (src/main/resources/db/changelog/master.sql:13:1) leaves a difference"))
                .anyMatch(m -> m.contains(
                        "(src/main/resources/db/changelog/master.sql:16:1) fails (type \"moods\" does not exist)"));
        assertThat(written()).contains("CREATE INDEX CONCURRENTLY orders_code").contains("runInTransaction:false");
    }

    @Test
    void whatItUndoesOnADatabaseIsAsIfItHadNeverBeen() {
        project.file(TestProject.SQL, FIRST).deploy();
        Map<String, String> before = new PgCodeKeeperComparison().catalogue(database.target(), Optional.empty());
        String more = """
                --changeset me:rename
                ALTER TABLE orders RENAME code TO reference;
                --changeset me:partition
                CREATE TABLE log (at date NOT NULL) PARTITION BY RANGE (at);
                CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                """;
        project.file(TestProject.SQL, FIRST + more).deploy();

        assertThat(reverse(more, new ReverseRange.Count(2)).error()).isEmpty();
        assertThat(project.deploy().error()).isEmpty();

        assertThat(new PgCodeKeeperComparison().catalogue(database.target(), Optional.empty()))
                .isEqualTo(before);
    }

    @Test
    void rowsThatNobodySaysHowToBringBackAreTold() {
        Outcome reversed = reverse("""
                --changeset me:fill
                UPDATE orders SET note = 'x';
                """, new ReverseRange.Count(1));

        assertThat(reversed.error().orElseThrow().code()).isEqualTo("nothing-to-reverse");
    }

    @Test
    void rowsAreToldHoweverTheyWereChanged() {
        for (String change : List.of(
                "-- all\nUPDATE orders SET note = 'x';",
                "/* all */ DELETE FROM orders;",
                "WITH o AS (SELECT id FROM orders) UPDATE orders SET note = 'x' FROM o WHERE o.id = orders.id;")) {
            Outcome reversed = reverse(
                    "--changeset me:fill stripComments:false\nALTER TABLE orders ADD total int;\n" + change,
                    new ReverseRange.Count(1));

            assertThat(reversed.findings())
                    .as(change)
                    .extracting(Finding::message)
                    .anyMatch(message -> message.contains("the rows that it changed stay as they are"));
        }
    }

    @Test
    void aBlockThatOnlyChangesRowsIsTaken() throws IOException {
        Outcome reversed = reverse("""
                --changeset me:fill
                INSERT INTO orders VALUES (1, 'a');
                --rollback DELETE FROM orders WHERE id = 1;
                """, new ReverseRange.Count(1));

        assertThat(reversed.error()).isEmpty();
        assertThat(written()).contains("--changeset eve:revert_fill\nDELETE FROM orders WHERE id = 1;");
    }

    @Test
    void whatTheFormatCannotSayIsNotLeftInTheChangelog() throws IOException {
        // The function's body has a line that formatted SQL takes for its own.
        String more = """
                --changeset me:function splitStatements:false
                DO $do$ BEGIN EXECUTE 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS '
                  || quote_literal('SELECT 1' || chr(10) || '--rollback DROP TABLE orders;' || chr(10)); END $do$;
                --changeset me:gone
                DROP FUNCTION f();
                """;

        Outcome reversed = reverse(more, new ReverseRange.Count(1));

        assertThat(reversed.error().orElseThrow().code()).isEqualTo("reverse-not-proved");
        assertThat(folder.resolve("src/main/resources").resolve(TestProject.SQL))
                .hasContent(FIRST + more);
    }

    private Outcome reverse(String more, ReverseRange range) {
        project.file(TestProject.SQL, FIRST + more);
        ChangelogReader reader = project.reader();
        Function<Target, TargetDatabase> databases = target -> new PostgresTarget(target, "0-test", false);
        Path resources = folder.resolve("src/main/resources");
        Reverse.Tools tools = new Reverse.Tools(
                reader,
                new ChangesetWriter(
                        reader,
                        new ChangelogFiles(resources.resolve(TestProject.SQL), List.of(resources), folder),
                        Clock.systemUTC()),
                major -> new SharedServer(shared),
                databases,
                new DeployedReplay(reader, databases, ReverseTest::run, new RecordedProgress()),
                new PgCodeKeeperComparison(),
                new ScratchStatements());
        Reverse.Request request =
                new Reverse.Request(range, Optional.empty(), "eve", Optional.empty(), OptionalInt.empty());
        return new Reverse(tools, request, new RecordedProgress()).run();
    }

    private static RunStart run() {
        return new RunStart(UUID.randomUUID().toString().substring(0, 8), "reverse", "0-test", "here", null, "test");
    }

    /** A changelog in one file grows at its end. */
    private String written() throws IOException {
        String text = Files.readString(folder.resolve("src/main/resources").resolve(TestProject.SQL));
        return text.substring(text.indexOf("--changeset eve:"));
    }

    private static List<String> ids(Outcome outcome) {
        return outcome.findings().stream().map(Finding::id).toList();
    }
}
