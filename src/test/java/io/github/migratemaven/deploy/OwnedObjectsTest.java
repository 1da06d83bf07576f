package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.EnvironmentClaim;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a reset drops, and what it leaves. */
@ExtendWith(TestDatabases.class)
class OwnedObjectsTest {
    @TempDir
    Path folder;

    private TestDatabase database;
    private TestProject project;

    @BeforeEach
    void aProject(TestDatabase fresh) {
        database = fresh;
        project = new TestProject(folder, fresh)
                .claim(new EnvironmentClaim(Optional.of(Environment.DEVELOPMENT), false, false, Optional.empty()))
                .changeset("1", "CREATE TABLE a (id int PRIMARY KEY)");
        assertThat(project.deploy().error()).isEmpty();
    }

    @Test
    void everyKindOfObjectGoesAndTheChangelogsComeBack() {
        database.execute("""
                CREATE TYPE mood AS ENUM ('ok'); CREATE TYPE pair AS (x int, y int); CREATE DOMAIN positive AS int CHECK (VALUE > 0);
                CREATE TYPE span AS RANGE (subtype = float8);
                CREATE SEQUENCE counter; CREATE TABLE "B c" (a int REFERENCES a, m mood, p positive DEFAULT nextval('counter'));
                CREATE TABLE part (a int PRIMARY KEY) PARTITION BY RANGE (a);
                CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM (1) TO (10);
                CREATE VIEW v AS SELECT m FROM "B c"; CREATE MATERIALIZED VIEW mv AS SELECT * FROM v;
                CREATE FUNCTION f(mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE PROCEDURE proc() LANGUAGE sql AS 'SELECT 1';
                CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int);
                CREATE OPERATOR === (leftarg = int, rightarg = int, function = int4eq);
                CREATE COLLATION mine FROM "C"; CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
                CREATE SCHEMA other; CREATE TABLE other.t (a mood); INSERT INTO a VALUES (1)""");

        assertThat(project.reset().error()).isEmpty();

        assertThat(database.query("""
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'
                AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c') AND c.relname !~ '^(databasechangelog|migrate_)' ORDER BY 1""")).containsExactly("a");
        assertThat(database.value("""
                SELECT (SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace)
                + (SELECT count(*) FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd', 'r'))
                + (SELECT count(*) FROM pg_operator WHERE oprnamespace = 'public'::regnamespace)
                + (SELECT count(*) FROM pg_collation WHERE collnamespace = 'public'::regnamespace)
                + (SELECT count(*) FROM pg_ts_config WHERE cfgnamespace = 'public'::regnamespace)""")).isEqualTo("0");
        assertThat(database.value("SELECT to_regnamespace('other') IS NULL")).isEqualTo("t");
        assertThat(database.query("SELECT * FROM a")).isEmpty();
        assertThat(project.status().states()).containsExactly(State.UP_TO_DATE);
    }

    @Test
    void anExtensionStaysWithAllThatBelongsToIt() {
        database.execute("CREATE EXTENSION hstore; CREATE TABLE b (h hstore)");

        assertThat(project.reset().error()).isEmpty();

        assertThat(database.query("SELECT extname FROM pg_extension WHERE extname = 'hstore'"))
                .containsExactly("hstore");
        assertThat(database.value("SELECT 'a=>1'::hstore -> 'a'")).isEqualTo("1");
        assertThat(database.value("SELECT to_regclass('b') IS NULL")).isEqualTo("t");
    }

    @Test
    void theJournalTellsOfItAndTheStampStays() {
        assertThat(project.reset().error()).isEmpty();

        assertThat(database.query("SELECT goal, state FROM migrate_run ORDER BY started_at"))
                .containsExactly("deploy|succeeded", "reset|succeeded", "deploy|succeeded");
        // Nothing is said any more: the stamp says it.
        assertThat(project.claim(EnvironmentClaim.NONE).reset().error()).isEmpty();
    }

    @Test
    void nothingIsDroppedWhereNothingCouldBeDeployed() {
        database.execute("INSERT INTO a VALUES (1)");

        assertThat(project.root("db/changelog/gone.sql").reset().error()).isPresent();
        project.root(TestProject.SQL)
                .file(
                        TestProject.SQL,
                        "--liquibase formatted sql\n--changeset me:1\nCREATE TABLE a (note text DEFAULT 'open);\n");
        assertThat(project.reset().error()).isPresent();

        assertThat(database.query("SELECT id FROM a")).containsExactly("1");
        assertThat(database.query("SELECT goal FROM migrate_run")).containsExactly("deploy");
    }

    @Test
    void aSchemaOfItsOwnIsAllThatIsEmptied() {
        database.execute("CREATE SCHEMA shop; CREATE TABLE keep (a int)");
        TestProject shop = new TestProject(folder.resolve("shop"), database)
                .inSchema("shop")
                .claim(new EnvironmentClaim(Optional.of(Environment.DEVELOPMENT), false, false, Optional.empty()))
                .changeset("1", "CREATE TABLE cart (id int)");
        assertThat(shop.deploy().error()).isEmpty();
        database.execute("CREATE TABLE shop.stray (a int)");

        assertThat(shop.reset().error()).isEmpty();

        assertThat(database.value("SELECT to_regclass('shop.stray') IS NULL AND to_regclass('shop.cart') IS NOT NULL"
                        + " AND to_regclass('public.keep') IS NOT NULL AND to_regclass('public.a') IS NOT NULL"))
                .isEqualTo("t");
    }

    @Test
    void whoOwnsNotAllOfItDropsNothing() {
        database.createRole("reset_other", "pw-of-nobody");
        database.execute("CREATE TABLE mine (a int)");
        TestProject other = new TestProject(folder, database.targetFor("reset_other", "pw-of-nobody"))
                .claim(new EnvironmentClaim(Optional.of(Environment.DEVELOPMENT), false, false, Optional.empty()));
        database.execute(
                "GRANT ALL ON ALL TABLES IN SCHEMA public TO reset_other; GRANT ALL ON SCHEMA public TO reset_other");

        assertThat(other.reset().error().orElseThrow().code()).isEqualTo("missing-privilege");
        assertThat(database.value("SELECT to_regclass('mine') IS NOT NULL AND to_regclass('a') IS NOT NULL"))
                .isEqualTo("t");
        assertThat(database.value("SELECT count(*) FROM databasechangelog")).isEqualTo("1");
        assertThat(database.query("SELECT goal, state, error IS NOT NULL FROM migrate_run ORDER BY started_at"))
                .containsExactly("deploy|succeeded|f", "reset|failed|t");
        database.execute("DROP OWNED BY reset_other");
    }

    @Test
    void anApplicationIsLetThroughUntilItsLockIsFree() throws Exception {
        project.lockTimeout(Duration.ofMillis(200), 10);
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("SET application_name = 'the shop'; BEGIN; LOCK TABLE a IN ACCESS SHARE MODE");
            CompletableFuture<Outcome> reset = CompletableFuture.supplyAsync(project::reset);
            for (int i = 0; i < 1000 && !project.said().toString().contains("(2 of 10)"); i++) {
                Thread.sleep(10);
            }
            statement.execute("COMMIT");

            assertThat(reset.get(20, TimeUnit.SECONDS).error()).isEmpty();
        }
        assertThat(project.said())
                .anyMatch(line -> line.startsWith("info: the reset did not get its lock in time; held by pid ")
                        && line.contains("the shop"));
    }

    @Test
    void aLockThatIsNotGotInTimeIsNamedAndNothingIsDropped() throws Exception {
        project.lockTimeout(Duration.ofMillis(100), 1);
        database.execute("CREATE TABLE also (); INSERT INTO a VALUES (1)");
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("SET application_name = 'the shop'; BEGIN; LOCK TABLE a IN ACCESS SHARE MODE");

            Failure failure = CompletableFuture.supplyAsync(project::reset)
                    .get(20, TimeUnit.SECONDS)
                    .error()
                    .orElseThrow();

            assertThat(failure.code()).isEqualTo("lock-timeout");
            assertThat(failure.sqlState()).contains("55P03");
            assertThat(failure.message()).contains("the shop", "(tried 2 times)");
            assertThat(failure.hint()).contains("migrate.lockTimeout", "migrate:reset again");
        }
        assertThat(database.query("SELECT id FROM a")).containsExactly("1");
        assertThat(database.value("SELECT to_regclass('also') IS NOT NULL")).isEqualTo("t");
        assertThat(database.query("SELECT goal, state FROM migrate_run ORDER BY started_at"))
                .containsExactly("deploy|succeeded", "reset|failed");
    }

    @Test
    void aConnectionThatIsLostMeanwhileIsWhatItTells() throws Exception {
        try (Connection application = database.open();
                Statement statement = application.createStatement()) {
            statement.execute("BEGIN; LOCK TABLE a IN ACCESS SHARE MODE");
            CompletableFuture<Outcome> reset = CompletableFuture.supplyAsync(project::reset);
            String waiting = "FROM pg_locks WHERE relation = 'a'::regclass AND NOT granted";
            database.await("SELECT count(*) = 1 " + waiting);
            database.query("SELECT pg_terminate_backend(pid) " + waiting);

            Failure lost = reset.get(30, TimeUnit.SECONDS).error().orElseThrow();

            assertThat(lost.code()).isEqualTo("connection-lost");
            assertThat(lost.sqlState()).contains("57P01");
            assertThat(lost.message()).contains("while its objects were dropped", "administrator command");
            assertThat(lost.hint()).contains("migrate:reset again");
        }
        assertThat(database.value("SELECT to_regclass('a') IS NOT NULL")).isEqualTo("t");
    }
}
