package io.github.migratemaven.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepTraits;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.DeploySession.StepLimits;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabases.class)
class PostgresSessionTest {
    private static final Position HERE = new Position("a.sql", 1, 1);

    @Test
    void aReadOnlySessionCannotWrite(TestDatabase database) throws Exception {
        try (Session session = new PostgresTarget(database.target(), "0", false).openReadOnly();
                Statement statement = session.unwrap(Connection.class).createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE a ()"))
                    .hasMessageContaining("cannot execute CREATE TABLE in a read-only transaction");
            assertThatThrownBy(() -> statement.execute("SELECT lo_create(0)")).hasMessageContaining("read-only");
        }
    }

    @Test
    void theServerIsToldWhoIsThere(TestDatabase database) {
        try (DeploySession session = new PostgresTarget(database.target(), "1.2", false).openForDeploy("abc")) {
            assertThat(session.facts().major()).isGreaterThanOrEqualTo(13);
            assertThat(database.query("SELECT application_name FROM pg_stat_activity WHERE pid = "
                            + session.facts().backendPid()))
                    .containsExactly("migrate-maven-plugin/1.2 run abc");
            assertThat(ask(session, "SHOW client_connection_check_interval")).isEqualTo("500ms");
        }
    }

    @Test
    void theLimitsOfAStepEndWithIt(TestDatabase database) throws SqlFailure {
        StepLimits limits = new StepLimits(Duration.ofMillis(1234), Duration.ofMillis(5678));
        try (DeploySession session = new PostgresTarget(database.target(), "0", false).openForDeploy("x")) {
            session.runAlone(
                    CHANGESET,
                    sql("CREATE TABLE seen AS SELECT current_setting('lock_timeout') AS l,"
                            + " current_setting('statement_timeout') AS s"),
                    limits);

            assertThat(database.query("SELECT * FROM seen")).containsExactly("1234ms|5678ms");
            assertThat(ask(session, "SHOW lock_timeout")).isEqualTo("0");
            assertThat(ask(session, "SHOW statement_timeout")).isEqualTo("0");
        }
    }

    @Test
    void nobodyBlocksWhatIsNotThere(TestDatabase database) {
        try (DeploySession session = new PostgresTarget(database.target(), "0", false).openForDeploy("x")) {
            assertThat(session.holders("none", Duration.ZERO)).isEmpty();
            assertThat(session.holders("a.b.c.d", Duration.ZERO)).isEmpty();
            assertThat(session.holders("\"open", Duration.ZERO)).isEmpty();
        }
    }

    private static String ask(Session session, String question) {
        return ((PostgresSession) session).ask(question).get(0).rows().get(0).get(0);
    }

    private static Step.Sql sql(String text) {
        return new Step.Sql(text, HERE, StepTraits.PLAIN, offset -> HERE);
    }

    private static final Changeset CHANGESET = new Changeset(
            new ChangesetId("1", "me", "a.sql"),
            HERE,
            "9:x",
            stored -> true,
            new Changeset.Recorded("", "", "", "", Optional.empty(), "4.33.0"),
            new Changeset.Rules(false, false, true, true, false, true, false),
            Changeset.Selection.SELECTED);
}
