package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.EnvironmentClaim;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabases.class)
class StampTest {
    @TempDir
    Path folder;

    private TestProject project;
    private TestDatabase database;

    @BeforeEach
    void project(TestDatabase fresh) {
        database = fresh;
        project = new TestProject(folder, fresh).changeset("1", "CREATE TABLE a (id int)");
    }

    @Test
    void theFirstDeployThatIsToldStampsTheTarget() {
        project.deploy();
        assertThat(stamp()).isEmpty();

        given(Environment.PREVIEW).changeset("2", "CREATE TABLE b (id int)").deploy();

        assertThat(stamp()).contains(Environment.PREVIEW);
        assertThat(database.query("SELECT stamp, executed_by = session_user FROM migrate_run ORDER BY started_at"))
                .containsExactly("|t", "preview|t");
    }

    @Test
    void aDeployWithNothingToDoStampsAnUnstampedTarget() {
        project.deploy();
        Outcome second = given(Environment.DEVELOPMENT).deploy();

        assertThat(second.error()).isEmpty();
        assertThat(project.said()).anyMatch(line -> line.contains("nothing has changed"));
        assertThat(stamp()).contains(Environment.DEVELOPMENT);
    }

    @Test
    void laterDeploysForTheSameEnvironmentLeaveTheStampWhereItIs() {
        given(Environment.STAGING).deploy();
        project.deploy();
        project.changeset("2", "CREATE TABLE b (id int)").deploy();

        assertThat(database.query("SELECT stamp FROM migrate_run ORDER BY started_at"))
                .containsExactly("staging", "");
        assertThat(stamp()).contains(Environment.STAGING);
    }

    @Test
    void aDeployForAnotherEnvironmentIsRefusedWhetherThereIsSomethingToDoOrNot() {
        given(Environment.PRODUCTION).deploy();
        given(Environment.STAGING);

        assertThat(code(project.deploy())).isEqualTo("environment-mismatch");
        project.changeset("2", "CREATE TABLE b (id int)");
        Outcome refused = project.deploy();

        assertThat(code(refused)).isEqualTo("environment-mismatch");
        assertThat(refused.error().orElseThrow().message())
                .isEqualTo("this build is for staging, but database \""
                        + database.target().database() + "\" is stamped production");
        assertThat(database.query("SELECT to_regclass('b') IS NULL")).containsExactly("t");
        assertThat(stamp()).contains(Environment.PRODUCTION);
    }

    @Test
    void whoNamesTheDatabaseStampsItAnew() {
        given(Environment.PRODUCTION).deploy();
        String name = database.target().database();
        project.claim(new EnvironmentClaim(Optional.of(Environment.DEVELOPMENT), false, false, Optional.of(name)));

        assertThat(project.deploy().error()).isEmpty();

        assertThat(stamp()).contains(Environment.DEVELOPMENT);
    }

    private TestProject given(Environment environment) {
        return project.claim(new EnvironmentClaim(Optional.of(environment), false, false, Optional.empty()));
    }

    private static String code(Outcome outcome) {
        return outcome.error().orElseThrow().code();
    }

    private Optional<Environment> stamp() {
        try (Session session = project.database().openReadOnly()) {
            return session.look().history().stamp();
        }
    }
}
