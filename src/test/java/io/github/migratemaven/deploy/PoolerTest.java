package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.EnvironmentClaim;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.PgBouncer;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Behind a PgBouncer in transaction mode, whose one connection to the server is everybody's. */
@ExtendWith(TestDatabases.class)
class PoolerTest {
    private static final List<String> SETTINGS = List.of(
            "default_transaction_read_only",
            "search_path",
            "lock_timeout",
            "statement_timeout",
            "client_connection_check_interval");

    @TempDir
    Path folder;

    private PgBouncer pooler;

    @BeforeEach
    void start(TestDatabase database) throws Exception {
        pooler = PgBouncer.before(database);
    }

    @AfterEach
    void stop() throws Exception {
        if (pooler != null) {
            pooler.close();
        }
    }

    @Test
    void aDeployIsRefusedBeforeAnythingIsWritten(TestDatabase database) {
        Failure failure =
                project().changeset("1", "CREATE TABLE a ()").deploy().error().orElseThrow();

        assertThat(failure.code()).isEqualTo("pooler");
        assertThat(failure.hint()).contains("DIRECT_URL");
        assertThat(database.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void statusLeavesNothingBehindInTheApplicationsSession(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA shop");
        List<String> before = settings();

        assertThat(project()
                        .inSchema("shop")
                        .changeset("1", "CREATE TABLE a ()")
                        .status()
                        .state())
                .contains(State.PENDING);

        assertThat(settings()).isEqualTo(before);
    }

    @Test
    void whereItIsAllowedADeployLeavesNothingBehindEither(TestDatabase database) throws SQLException {
        List<String> before = settings();
        TestProject project = project().allowPooler();
        for (int i = 0; i < 100; i++) {
            project.changeset("c" + i, "CREATE TABLE t" + i + " ()");
        }

        assertThat(project.deploy().error()).isEmpty();

        assertThat(database.value("SELECT count(*) FROM databasechangelog")).isEqualTo("100");
        assertThat(project.said()).anyMatch(line -> line.startsWith("warn: a connection pooler is in between: "));
        assertThat(settings()).isEqualTo(before);
        assertThat(database.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'"))
                .isEmpty();
        assertThat(project.deploy().state()).contains(State.UP_TO_DATE);
    }

    /** Even where a pooler is allowed: while it drops, nothing would keep a deploy out. */
    @Test
    void aResetIsRefusedBeforeAnythingIsDropped(TestDatabase database) {
        EnvironmentClaim development =
                new EnvironmentClaim(Optional.of(Environment.DEVELOPMENT), false, false, Optional.empty());
        new TestProject(folder, database)
                .claim(development)
                .changeset("1", "CREATE TABLE a (id int)", "INSERT INTO a VALUES (1)")
                .deploy();
        String runs = database.value("SELECT count(*) FROM migrate_run");

        for (TestProject project : List.of(project(), project().allowPooler())) {
            Failure failure = project.claim(development).reset().error().orElseThrow();
            assertThat(failure.code()).isEqualTo("pooler");
            assertThat(failure.hint()).contains("DIRECT_URL").doesNotContain("allowPooler");
        }
        assertThat(database.query("SELECT id FROM a")).containsExactly("1");
        assertThat(database.value("SELECT count(*) FROM databasechangelog")).isEqualTo("1");
        assertThat(database.value("SELECT count(*) FROM migrate_run")).isEqualTo(runs);
    }

    @Test
    void anotherSchemaIsUsedAllTheSame(TestDatabase database) {
        database.execute("CREATE SCHEMA shop");

        assertThat(project()
                        .allowPooler()
                        .inSchema("shop")
                        .changeset("1", "CREATE TABLE a ()")
                        .deploy()
                        .error())
                .isEmpty();

        assertThat(database.value("SELECT to_regclass('shop.a') IS NOT NULL")).isEqualTo("t");
    }

    @Test
    void whatIsNoTransactionIsRefusedBeforeAnythingIsWritten(TestDatabase database) {
        database.execute("CREATE TABLE a (id int)");
        Failure failure = project()
                .allowPooler()
                .changeset("1", "CREATE TABLE b ()")
                .changeset("2", "CREATE INDEX CONCURRENTLY a_id ON a (id)")
                .deploy()
                .error()
                .orElseThrow();

        assertThat(failure.code()).isEqualTo("pooler");
        assertThat(failure.message()).contains("\"2\"");
        assertThat(failure.hint()).contains("DIRECT_URL");
        assertThat(database.value("SELECT to_regclass('b') IS NULL AND to_regclass('databasechangelog') IS NULL"))
                .isEqualTo("t");
    }

    @Test
    void aFileOfTheSameNameInAFolderFurtherDownIsAnother(TestDatabase database) {
        Outcome outcome = project()
                .allowPooler()
                .root("root.yaml")
                .file("root.yaml", """
                        databaseChangeLog:
                          - include: {file: db/a.sql}
                          - include: {file: a.sql}
                        """)
                .file("db/a.sql", "--liquibase formatted sql\n--changeset me:1\nCREATE TABLE inner_one ();\n")
                .file("a.sql", "--liquibase formatted sql\n--changeset me:1\nCREATE TABLE outer_one ();\n")
                .deploy();

        assertThat(outcome.applied()).hasSize(2);
        assertThat(database.value("SELECT to_regclass('outer_one') IS NOT NULL"))
                .isEqualTo("t");
    }

    @Test
    void eachChangesetIsAppliedOnceWhenSeveralDeployAtATime(TestDatabase database) throws Exception {
        List<CompletableFuture<Outcome>> deploys = new ArrayList<>();
        for (int deployer = 0; deployer < 4; deployer++) {
            // One of them directly.
            TestProject project = deployer == 0
                    ? new TestProject(folder.resolve("d0"), database)
                    : new TestProject(folder.resolve("d" + deployer), pooler.target()).allowPooler();
            for (int i = 0; i < 20; i++) {
                project.changeset("c" + i, "CREATE TABLE t" + i + " ()");
            }
            deploys.add(CompletableFuture.supplyAsync(project::deploy));
        }
        for (CompletableFuture<Outcome> deploy : deploys) {
            assertThat(deploy.get(60, TimeUnit.SECONDS).error()).isEmpty();
        }

        assertThat(database.value("SELECT count(*) || ' ' || count(DISTINCT id) FROM databasechangelog"))
                .isEqualTo("20 20");
    }

    private TestProject project() {
        return new TestProject(folder, pooler.target());
    }

    /** As the application sees them, over the pooler's connection. */
    private List<String> settings() throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + pooler.target().display() + "?prepareThreshold=0",
                        pooler.target().user().orElseThrow(),
                        "");
                Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                try (ResultSet rows = statement.executeQuery("SELECT current_setting('" + setting + "', true)")) {
                    rows.next();
                    values.add(setting + " = " + rows.getString(1));
                }
            }
        }
        return values;
    }
}
