package io.github.migratemaven.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Secret;
import io.github.migratemaven.model.ServerFacts;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each refusal comes before anything is written, and the GRANT that it names is the one that helps. */
@ExtendWith(TestDatabases.class)
class RefusalsTest {
    private static final String ROLE = "refusals deployer";

    private TestDatabase database;
    private Target target;

    @BeforeEach
    void role(TestDatabase fresh) {
        database = fresh;
        database.createRole(ROLE, "zebra7");
        target = database.targetFor(ROLE, "zebra7");
    }

    @Test
    void aMissingPrivilegeOnTheSchema() {
        Failure failure = refusal(target);

        assertThat(failure.code()).isEqualTo("missing-privilege");
        assertThat(failure.message()).startsWith("user \"refusals deployer\" lacks CREATE on schema \"public\" in ");
        grantAsToldAndDeploy(failure, target);
    }

    @Test
    void aSchemaThatMustNotEvenBeSeen() {
        database.execute("CREATE SCHEMA hidden");
        Target hidden = target.withSchema("hidden");
        Failure failure = refusal(hidden);

        assertThat(failure.message()).contains("lacks USAGE on schema \"hidden\"");
        grant(failure);
        assertThat(refusal(hidden).message()).contains("lacks CREATE on schema \"hidden\"");
        grantAsToldAndDeploy(refusal(hidden), hidden);
    }

    @Test
    void aMissingSchemaThatMustNotBeMade() {
        Target missing = target.withSchema("Not Yet");
        Failure failure = refusal(missing);

        assertThat(failure.message()).contains("lacks CREATE on database", "to make the missing schema \"Not Yet\"");
        grantAsToldAndDeploy(failure, missing);
    }

    @Test
    void aHistoryOfSomebodyElse() {
        deploy(database.target());
        database.execute("GRANT CREATE ON SCHEMA public TO \"" + ROLE + "\"");

        Failure reading = refusal(target);
        assertThat(reading.message()).contains("lacks SELECT on the history tables");
        assertThat(failureOf(() ->
                        new PostgresTarget(target, "0", false).openReadOnly().close()))
                .isEqualTo(reading);
        grant(reading);
        Failure history = refusal(target);
        assertThat(history.message()).contains("lacks SELECT, INSERT, UPDATE on \"public\".databasechangelog in ");
        grant(history);
        Failure journal = refusal(target);
        assertThat(journal.message())
                .contains("SELECT, INSERT, UPDATE, DELETE on \"public\".migrate_run, \"public\".migrate_step");
        grantAsToldAndDeploy(journal, target);
    }

    @Test
    void aReadOnlyRole() {
        database.execute("GRANT CREATE ON SCHEMA public TO \"" + ROLE + "\"; ALTER ROLE \"" + ROLE
                + "\" SET default_transaction_read_only = on");

        assertThat(refusal(target).code()).isEqualTo("read-only");
        new PostgresTarget(target, "0", false).openReadOnly().close();
    }

    @Test
    void noSchemaAtAll() {
        database.execute("ALTER ROLE \"" + ROLE + "\" SET search_path = nowhere");

        assertThat(refusal(target).code()).isEqualTo("no-schema");
        assertThat(refusal(target).hint()).contains("migrate.schema");
    }

    @Test
    void anAddressThatLooksLikeAPooler() {
        Target pooled = new Target(
                target.hosts(),
                target.database(),
                Optional.of(database.user()),
                Optional.of(new Secret(database.password())),
                Optional.empty(),
                target.properties(),
                target.connectTimeout(),
                "DATABASE_URL",
                Optional.of("port 6432, which PgBouncer uses by default"));

        Failure failure = refusal(pooled);

        assertThat(failure.code()).isEqualTo("pooler");
        assertThat(failure.message()).contains("port 6432");
        assertThat(failure.hint()).contains("DIRECT_URL", "migrate.allowPooler");
        new PostgresTarget(pooled, "0", true).openForDeploy("x").close();
        new PostgresTarget(pooled, "0", false).openReadOnly().close();
    }

    @Test
    void aWrongPasswordAndAMissingDatabase() {
        Failure password = refusal(database.targetFor(ROLE, "wrongzebra7"));
        assertThat(password).isInstanceOf(Failure.Unreachable.class);
        assertThat(password.code()).isEqualTo("wrong-password");
        assertThat(password.describe()).doesNotContain("wrongzebra7");

        Target nowhere = new Target(
                target.hosts(),
                "no \"such\"",
                target.user(),
                target.password(),
                Optional.empty(),
                target.properties(),
                target.connectTimeout(),
                "test",
                Optional.empty());
        assertThat(refusal(nowhere).code()).isEqualTo("no-database");
        assertThat(refusal(nowhere).hint()).contains("CREATE DATABASE \"no \"\"such\"\"\";");
    }

    @Test
    void aDatabaseThatTheRoleMayNotConnectTo() {
        database.execute("REVOKE CONNECT ON DATABASE " + target.database() + " FROM PUBLIC");

        Failure failure = refusal(target);

        assertThat(failure.code()).isEqualTo("missing-privilege");
        grant(failure);
        assertThat(refusal(target).message()).contains("CREATE on schema");
    }

    /** What needs another server than this one: the answers that such a server gives. */
    @Test
    void aStandbyAnOldServerAndATransactionPooler() {
        assertThat(judged(15, true, 7, 7).code()).isEqualTo("standby");
        assertThat(judged(12, false, 7, 7).code()).isEqualTo("unsupported-server");
        assertThat(judged(15, false, 7, 8).code()).isEqualTo("pooler");
        assertThat(judged(15, false, 7, 8).message()).contains("another back end answers");
    }

    private Failure judged(int major, boolean standby, int driverPid, int pid) {
        ServerFacts facts = new ServerFacts(major, major + ".1", "db", "me", "public", true, driverPid);
        Refusals refusals = new Refusals(
                target,
                new OpenedServer(facts, Set.of(), false, false, standby, true, true, true, true, true, true, pid));
        return failureOf(() -> {
            refusals.checkReadable();
            refusals.checkWritable(Refusals.Pooler.REFUSED);
        });
    }

    private void grant(Failure failure) {
        assertThat(failure.hint()).startsWith("Run as the ");
        database.execute(failure.hint().substring(failure.hint().indexOf("GRANT ")));
    }

    private void grantAsToldAndDeploy(Failure failure, Target on) {
        assertThat(database.query("SELECT 1 FROM pg_class WHERE relname = 'migrate_run' AND relowner <> 10"))
                .isEmpty();
        grant(failure);
        deploy(on);
    }

    private static void deploy(Target on) {
        try (DeploySession session = new PostgresTarget(on, "0", false).openForDeploy("x")) {
            assertThat(session.tryLock().taken()).isTrue();
            session.prepare();
            session.startRun(new RunStart("run-" + on.user().orElseThrow(), "deploy", "0", "here", null, "staging"));
        }
    }

    private static Failure refusal(Target on) {
        return failureOf(
                () -> new PostgresTarget(on, "0", false).openForDeploy("x").close());
    }

    private static Failure failureOf(Runnable attempt) {
        MigrateException refused = catchThrowableOfType(MigrateException.class, attempt::run);
        assertThat(refused).as("a refusal").isNotNull();
        return refused.failure();
    }
}
