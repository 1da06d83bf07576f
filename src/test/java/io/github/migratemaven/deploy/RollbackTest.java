package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.EnvironmentClaim;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabases.class)
class RollbackTest {
    private static final RollbackRange LAST = new RollbackRange.Count(1);

    @TempDir
    Path folder;

    private TestDatabase database;
    private TestProject project;

    @BeforeEach
    void aDevelopmentProject(TestDatabase fresh) {
        database = fresh;
        project = new TestProject(folder, fresh)
                .claim(new EnvironmentClaim(Optional.of(Environment.DEVELOPMENT), false, false, Optional.empty()))
                .file(TestProject.SQL, """
                        --liquibase formatted sql
                        --changeset me:customer
                        CREATE TABLE customer (id int PRIMARY KEY);
                        --rollback DROP TABLE customer;

                        --changeset me:email
                        ALTER TABLE customer ADD email text;
                        CREATE UNIQUE INDEX customer_email ON customer (email);
                        --rollback DROP INDEX customer_email;
                        --rollback ALTER TABLE customer DROP email;
                        """);
    }

    @Test
    void undoesTheLastChangesetsTogetherWithTheirRows() {
        project.deploy();

        Outcome undone = project.rollback(LAST, null);

        assertThat(undone.error()).isEmpty();
        assertThat(undone.findings()).extracting(Finding::id).containsExactly("rolled-back");
        assertThat(undone.findings().get(0).position().orElseThrow())
                .hasToString("src/main/resources/db/changelog/master.sql:9:1");
        assertThat(undone.steps())
                .extracting(s -> s.position() + " " + s.text())
                .containsExactly(
                        "src/main/resources/db/changelog/master.sql:9:12 DROP INDEX customer_email",
                        "src/main/resources/db/changelog/master.sql:10:12 ALTER TABLE customer DROP email");
        assertThat(undone.states()).containsExactly(State.PENDING);
        assertThat(history()).containsExactly("customer");
        assertThat(database.query("SELECT goal, state, applied FROM migrate_run ORDER BY started_at"))
                .containsExactly("deploy|succeeded|2", "rollback|succeeded|1");
        assertThat(project.status().states()).containsExactly(State.PENDING);
        assertThat(project.deploy().error()).isEmpty();
        assertThat(history()).containsExactly("customer", "email");
    }

    @Test
    void aLostConnectionIsSaidAsItIsAndTheNextRunGoesOn() throws Exception {
        project.empty().file(TestProject.SQL, """
                --liquibase formatted sql
                --changeset me:customer
                CREATE TABLE customer (id int PRIMARY KEY);
                --rollback SELECT pg_sleep(30) WHERE to_regclass('pause') IS NOT NULL;
                --rollback DROP TABLE customer;

                --changeset me:email
                ALTER TABLE customer ADD email text;
                --rollback ALTER TABLE customer DROP email;
                """);
        project.deploy();
        database.execute("CREATE TABLE pause ()");
        CompletableFuture<Outcome> rollback =
                CompletableFuture.supplyAsync(() -> project.rollback(new RollbackRange.Count(2), null));
        String sleeping = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"
                + " AND application_name NOT LIKE '% lock'";
        database.await("SELECT count(*) = 1 " + sleeping);

        database.query("SELECT pg_terminate_backend(pid) " + sleeping);
        Outcome killed = rollback.get(30, TimeUnit.SECONDS);

        assertThat(code(killed)).isEqualTo("connection-lost");
        assertThat(killed.error().orElseThrow().hint())
                .contains("migrate:rollback again")
                .contains("not rolled back");
        assertThat(killed.findings()).extracting(Finding::id).contains("rolled-back");
        assertThat(killed.states()).containsExactly(State.PENDING);
        assertThat(history()).containsExactly("customer");
        assertThat(database.query("SELECT goal, state, applied FROM migrate_run ORDER BY started_at"))
                .containsExactly("deploy|succeeded|2", "rollback|failed|1");
        assertThat(project.status().states()).containsExactly(State.PENDING);
        assertThat(project.status().lastRun().orElseThrow().error())
                .contains("the connection was lost in the rollback of changeset");

        database.execute("DROP TABLE pause");
        assertThat(project.rollback(LAST, null).error()).isEmpty();
        assertThat(history()).isEmpty();
        assertThat(database.value("SELECT to_regclass('customer') IS NULL")).isEqualTo("t");
        assertThat(project.deploy().states()).containsExactly(State.UP_TO_DATE);
    }

    @Test
    void printsOnlyOutsideDevelopmentUnlessAskedTo() {
        project.claim(claim(Environment.PREVIEW)).deploy();

        Outcome printed = project.rollback(new RollbackRange.Count(2), null);

        assertThat(printed.script())
                .extracting(s -> s.planned().changeset().identity().id())
                .containsExactly("email", "customer");
        assertThat(printed.findings()).extracting(Finding::id).containsExactly("dry-run");
        assertThat(hint(printed)).contains("-Dmigrate.dryRun=false runs it");
        assertThat(history()).hasSize(2);
        assertThat(project.rollback(LAST, false).error()).isEmpty();
        assertThat(history()).hasSize(1);
    }

    @Test
    void neverRunsOnProductionNorWhereNothingIsSaid() {
        project.claim(EnvironmentClaim.NONE).deploy();
        assertThat(code(project.rollback(LAST, false))).isEqualTo("environment-unknown");
        assertThat(hint(project.rollback(LAST, null))).doesNotContain("dryRun").contains("says what it is for");

        project.claim(claim(Environment.PRODUCTION)).deploy();
        assertThat(code(project.rollback(LAST, false))).isEqualTo("environment-protected");
        // A switch that does not help is not named.
        assertThat(hint(project.rollback(LAST, null)))
                .doesNotContain("-Dmigrate.")
                .contains("migrate:reverse");
        assertThat(project.rollback(LAST, null).error()).isEmpty();
        assertThat(history()).hasSize(2);
    }

    @Test
    void goesBackToATagOrAChangeset() {
        project.deploy();
        database.execute("UPDATE databasechangelog SET tag = 'v1' WHERE id = 'customer'");

        assertThat(code(project.rollback(new RollbackRange.ToTag("v2"), null))).isEqualTo("unknown-tag");
        assertThat(code(project.rollback(new RollbackRange.To("nobody"), null))).isEqualTo("not-applied");
        assertThat(code(project.rollback(new RollbackRange.Count(3), null))).isEqualTo("too-many");
        assertThat(project.rollback(new RollbackRange.To("email"), null).findings())
                .extracting(Finding::id)
                .containsExactly("nothing-to-roll-back");
        project.rollback(new RollbackRange.ToTag("v1"), null);
        assertThat(history()).containsExactly("customer");
        project.deploy();
        project.rollback(new RollbackRange.To("customer"), null);
        assertThat(history()).containsExactly("customer");
    }

    @Test
    void refusesAsAWholeWhatCannotBeUndone() {
        project.file(TestProject.SQL, """
                --liquibase formatted sql
                --changeset me:one
                CREATE TABLE a (id int);
                --changeset me:two
                CREATE TABLE b (id int);
                --rollback DROP TABLE b;
                """).deploy();

        Outcome refused = project.rollback(new RollbackRange.Count(2), null);

        assertThat(code(refused)).isEqualTo("no-rollback");
        assertThat(refused.error().orElseThrow().describe())
                .startsWith(
                        "src/main/resources/db/changelog/master.sql:2:1: changeset \"one\" cannot be undone: it has no"
                                + " rollback block, and Liquibase knows no opposite of sql.");
        assertThat(history()).containsExactly("one", "two");
    }

    @Test
    void refusesAnEditedAndAMissingChangeset() {
        project.deploy();
        project.file(TestProject.SQL, """
                --liquibase formatted sql
                --changeset me:customer
                CREATE TABLE customer (id bigint PRIMARY KEY);
                --rollback DROP TABLE customer;
                """);

        assertThat(code(project.rollback(LAST, null))).isEqualTo("missing");
        database.execute("DELETE FROM databasechangelog WHERE id = 'email'");
        assertThat(code(project.rollback(LAST, null))).isEqualTo("edited");
    }

    @Test
    void anEmptyRollbackMustBeDeclared() {
        project.file(TestProject.SQL, """
                --liquibase formatted sql
                --changeset me:blank
                SELECT 1;
                --rollback -- nothing
                """).deploy();
        assertThat(code(project.rollback(LAST, null))).isEqualTo("no-rollback");

        project.file(TestProject.SQL, """
                --liquibase formatted sql
                --changeset me:blank
                SELECT 1;
                --rollback empty
                """);
        Outcome undone = project.rollback(LAST, null);

        assertThat(undone.error()).isEmpty();
        assertThat(undone.findings().get(0).message()).contains("declared empty");
        assertThat(history()).isEmpty();
    }

    @Test
    void aFailingRollbackLeavesItsChangesetAsItWas() {
        project.file(TestProject.SQL, """
                --liquibase formatted sql
                --changeset me:one
                CREATE TABLE a (id int);
                --rollback DROP TABLE a;
                --rollback DROP TABLE
                --rollback   nowhere;
                --changeset me:two
                CREATE TABLE b (id int);
                --rollback DROP TABLE b;
                """).deploy();

        Outcome failed = project.rollback(new RollbackRange.Count(2), null);

        Failure failure = failed.error().orElseThrow();
        assertThat(failure.code()).isEqualTo("rollback-failed");
        assertThat(failure.describe())
                .isEqualTo(
                        "src/main/resources/db/changelog/master.sql:5:12: the rollback of changeset \"one\", step 2 of 2,"
                                + " failed: table \"nowhere\" does not exist [42P01]. The changeset is as it was. Correct its rollback"
                                + " block and run mvn migrate:rollback again.");
        assertThat(history()).containsExactly("one");
        assertThat(database.value("SELECT to_regclass('a') IS NOT NULL AND to_regclass('b') IS NULL"))
                .isEqualTo("t");
        assertThat(database.query("SELECT state FROM migrate_run WHERE goal = 'rollback'"))
                .containsExactly("failed");
        assertThat(project.status().states()).containsExactly(State.PENDING);
    }

    @Test
    void whatWasOnlyMarkedAsRanLosesItsRowOnly() {
        project.deploy();
        database.execute("UPDATE databasechangelog SET exectype = 'MARK_RAN' WHERE id = 'email'");

        assertThat(project.rollback(LAST, null).steps()).isEmpty();

        assertThat(history()).containsExactly("customer");
        assertThat(database.value("SELECT to_regclass('customer_email') IS NOT NULL"))
                .isEqualTo("t");
    }

    @Test
    void aRollbackOutsideATransactionGoesOnWhereItBrokeOff() {
        project.file(TestProject.SQL, stepwise("DROP TABLE nowhere")).deploy();

        Outcome broken = project.rollback(LAST, null);

        assertThat(broken.error().orElseThrow().hint())
                .contains("migrate:rollback again, which goes on with that step");
        assertThat(project.status().states()).startsWith(State.FAILED);
        assertThat(project.status().findings().get(0).message())
                .isEqualTo(
                        "step 1 of the rollback of changeset \"big\" was done, but the rollback did not come to its end");
        assertThat(code(project.deploy())).isEqualTo("failed");

        project.file(TestProject.SQL, stepwise("DROP TABLE IF EXISTS nowhere"));
        Outcome second = project.rollback(LAST, null);

        assertThat(second.error()).isEmpty();
        assertThat(second.steps()).extracting(s -> s.text()).containsExactly("DROP TABLE IF EXISTS nowhere");
        assertThat(history()).isEmpty();
        assertThat(database.value("SELECT count(*) FROM migrate_step WHERE NOT completed"))
                .isEqualTo("0");
    }

    @Test
    void aBrokenOffRollbackCanBeSettledByHand() {
        project.file(TestProject.SQL, stepwise("DROP TABLE nowhere")).deploy();
        project.rollback(LAST, null);

        assertThat(project.resolveRolledBack("big").error()).isEmpty();

        assertThat(history()).isEmpty();
        assertThat(project.status().states()).contains(State.PENDING).doesNotContain(State.FAILED);
    }

    @Test
    void aBrokenOffRollbackCanBeTakenBackByHand() {
        project.file(TestProject.SQL, stepwise("DROP TABLE nowhere")).deploy();
        project.rollback(LAST, null);
        database.execute("CREATE INDEX big_id ON big (id)");

        assertThat(project.resolveApplied("big").error()).isEmpty();

        assertThat(history()).containsExactly("big");
        assertThat(project.status().states()).doesNotContain(State.FAILED);
    }

    private static String stepwise(String second) {
        return """
                --liquibase formatted sql
                --changeset me:big runInTransaction:false
                CREATE TABLE big (id int);
                CREATE INDEX CONCURRENTLY big_id ON big (id);
                --rollback DROP INDEX CONCURRENTLY big_id;
                --rollback %s;
                """.formatted(second);
    }

    private static EnvironmentClaim claim(Environment environment) {
        return new EnvironmentClaim(Optional.of(environment), false, false, Optional.empty());
    }

    private List<String> history() {
        return database.query("SELECT id FROM databasechangelog ORDER BY orderexecuted");
    }

    private static String hint(Outcome printed) {
        return printed.findings().get(0).suggestion();
    }

    private static String code(Outcome outcome) {
        return outcome.error().map(Failure::code).orElse("none");
    }
}
