package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.postgres.PostgresTarget;
import io.github.migratemaven.postgres.compare.PgCodeKeeperComparison;
import io.github.migratemaven.testing.RecordedProgress;
import io.github.migratemaven.testing.SharedServer;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabases.class)
class RollbackProofTest {
    @TempDir
    Path folder;

    private ScratchServer.Running shared;
    private TestProject project;
    private TestDatabase database;

    @BeforeEach
    void project(TestDatabase fresh, ScratchServer.Running server) {
        shared = server;
        database = fresh;
        project = new TestProject(folder, database);
    }

    @Test
    void everyRollbackThatHoldsIsCounted() {
        changelog("""
                --changeset me:table
                CREATE TABLE a (id int PRIMARY KEY, note text DEFAULT 'x');
                --rollback DROP TABLE a;
                --changeset me:index runInTransaction:false
                CREATE INDEX CONCURRENTLY a_note ON a (note);
                --rollback DROP INDEX CONCURRENTLY a_note;
                --changeset me:rows
                INSERT INTO a VALUES (1);
                --rollback DELETE FROM a;
                --changeset me:repeatable
                CREATE OR REPLACE VIEW v AS SELECT id FROM a;
                --rollback empty
                """);

        Outcome proved = prove();

        assertThat(proved.error()).isEmpty();
        assertThat(proved.findings()).extracting(Finding::id).containsExactly("rollbacks-proved");
        assertThat(proved.findings().get(0).message()).startsWith("4 of 4 rollbacks were proved on PostgreSQL ");
    }

    @Test
    void eachThatDoesNotIsNamedWithWhatDiffersAndHarmsNoOther() {
        changelog("""
                --changeset me:one
                CREATE TABLE a (id int);
                --rollback DROP TABLE a;
                --changeset me:forgotten
                CREATE TABLE b (id int);
                CREATE INDEX b_id ON b (id);
                --rollback DROP INDEX b_id;
                --changeset me:fails
                CREATE TABLE c (id int);
                --rollback DROP TABLE c;
                --rollback DROP TABLE d;
                --changeset me:nothing
                CREATE TABLE e (id int);
                --changeset me:empty
                CREATE TABLE f (id int);
                --rollback empty
                --changeset me:last
                ALTER TABLE b ADD x int;
                --rollback ALTER TABLE b DROP x;
                """);

        Outcome proved = prove();

        assertThat(errors(proved))
                .containsExactly(
                        "rollback-wrong src/main/resources/db/changelog/master.sql:8:1 changeset \"forgotten\" is not undone"
                                + " by its rollback: table public.b is there",
                        "rollback-blocked src/main/resources/db/changelog/master.sql:12:12 changeset \"fails\": its rollback"
                                + " fails: the rollback of changeset \"fails\", step 2 of 2, failed: table \"d\" does not exist"
                                + " [42P01]",
                        "rollback-irreversible src/main/resources/db/changelog/master.sql:13:1 changeset \"nothing\" cannot be"
                                + " undone: it has no rollback block, and Liquibase knows no opposite of sql",
                        "rollback-wrong src/main/resources/db/changelog/master.sql:17:1 changeset \"empty\" cannot be applied"
                                + " again behind its empty rollback: changeset \"empty\" failed: relation \"f\" already exists"
                                + " [42P07]");
        assertThat(proved.error().orElseThrow().code()).isEqualTo("rollback-wrong");
        assertThat(proved.findings().get(4).message()).startsWith("2 of 6 rollbacks");
    }

    @Test
    void whatLiquibaseUndoesItselfIsProvedToo() {
        project.root("db/changelog/master.yaml").file("db/changelog/master.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: automatic
                      author: me
                      changes:
                        - createTable: {tableName: a, columns: [{column: {name: id, type: int}}]}
                        - addColumn: {tableName: a, columns: [{column: {name: x, type: text}}]}
                        - tagDatabase: {tag: v1}
                  - changeSet:
                      id: declared
                      author: me
                      changes:
                        - sql: {sql: "ALTER TABLE a ADD y int"}
                      rollback:
                        - sql: {sql: "ALTER TABLE a DROP z"}
                """);

        assertThat(errors(prove()))
                .containsExactly(
                        "rollback-blocked src/main/resources/db/changelog/master.yaml:15:23 changeset \"declared\": its rollback"
                                + " fails: the rollback of changeset \"declared\" failed: column \"z\" of relation \"a\" does not"
                                + " exist [42703]");
    }

    @Test
    void withABaseOnlyWhatHasChangedSinceIsProved() {
        changelog("""
                --changeset me:old
                CREATE TABLE a (id int);
                --changeset me:other-block
                CREATE TABLE b (id int);
                --rollback DROP TABLE nowhere;
                """);
        TestProject then = new TestProject(folder.resolve("base"), database.target());
        then.file(TestProject.SQL, """
                --liquibase formatted sql
                --changeset me:old
                CREATE TABLE a (id int);
                --changeset me:other-block
                CREATE TABLE b (id int);
                --rollback DROP TABLE b;
                """);

        Outcome proved = prove(Optional.of(then.reader()));

        assertThat(proved.findings()).extracting(Finding::id).containsExactly("rollback-blocked", "rollbacks-proved");
        assertThat(proved.findings().get(1).message()).startsWith("0 of 1 rollbacks");
    }

    @Test
    void aServerThatCannotBeUsedIsClosed() {
        changelog("--changeset me:one\nCREATE TABLE a (id int);\n--rollback DROP TABLE a;\n");
        AtomicInteger open = new AtomicInteger();
        ProofDatabase.Surroundings around = new ProofDatabase.Surroundings(
                () -> {
                    open.incrementAndGet();
                    return new SharedServer(shared) {
                        @Override
                        public void close() {
                            open.decrementAndGet();
                            super.close();
                        }
                    };
                },
                target -> new PostgresTarget(target.withDatabase("nowhere"), "0-test", false),
                new PgCodeKeeperComparison(),
                Optional.empty(),
                new RunStart("proof", "verify", "0-test", "here", null, "development"),
                new RecordedProgress());

        try (LoadedChangelog loaded = project.reader().read()) {
            assertThatThrownBy(() -> new ProofDatabase(loaded, around)).isInstanceOf(MigrateException.class);
        }
        assertThat(open).hasValue(0);
    }

    private void changelog(String text) {
        project.file(TestProject.SQL, "--liquibase formatted sql\n" + text);
    }

    private Outcome prove() {
        return prove(Optional.empty());
    }

    private Outcome prove(Optional<ChangelogReader> fork) {
        ProofDatabase.Surroundings around = new ProofDatabase.Surroundings(
                () -> new SharedServer(shared),
                target -> new PostgresTarget(target, "0-test", false),
                new PgCodeKeeperComparison(),
                Optional.empty(),
                new RunStart("proof", "verify", "0-test", "here", null, "development"),
                new RecordedProgress());
        return new ChangelogVerification(
                        project.reader(),
                        fork.map(f -> new ChangelogVerification.Base("main", Optional.of(f), Optional.of(f))),
                        true,
                        around,
                        new RecordedProgress())
                .run();
    }

    private static List<String> errors(Outcome outcome) {
        return outcome.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(f -> f.id() + " " + f.position().orElseThrow() + " " + f.message())
                .toList();
    }
}
