package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.State;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files alone do not say what a changelog says: parameters, filters and settings do, too. */
@ExtendWith(TestDatabases.class)
class FastPathConditionsTest {
    @TempDir
    Path folder;

    private TestProject project;
    private Runs runs;

    @BeforeEach
    void project(TestDatabase database) {
        project = new TestProject(folder, database);
        runs = new Runs(project, database);
    }

    @AfterEach
    void forgetProperties() {
        System.clearProperty("fast.path.test");
        System.clearProperty("liquibase.missingPropertyMode");
    }

    @Test
    void aChangedParameterIsSeen() {
        project.parameters(Map.of("kind", "int")).changeset("1", "CREATE TABLE a (id ${kind})");
        runs.deployReading();
        runs.deployFast();

        project.parameters(Map.of("kind", "bigint"));

        assertThat(runs.statusReading().states()).containsExactly(State.EDITED);
    }

    @Test
    void aChangedSystemPropertyThatTheChangelogAsksForIsSeen() {
        System.setProperty("fast.path.test", "int");
        project.parameters(Map.of("kind", "${Fast.Path.Test}")).changeset("1", "CREATE TABLE a (id ${kind})");
        runs.deployReading();
        runs.deployFast();

        System.setProperty("fast.path.test", "bigint");
        assertThat(runs.statusReading().states()).containsExactly(State.EDITED);
        System.clearProperty("fast.path.test");
        assertThat(runs.statusReading().states()).containsExactly(State.EDITED);
    }

    @Test
    void aPropertyThatNobodyAsksForIsNobodysBusiness() {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();

        System.setProperty("fast.path.test", "other");

        runs.deployFast();
    }

    @Test
    void aSettingOfLiquibasesIsSeen() {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();

        System.setProperty("liquibase.missingPropertyMode", "EMPTY");

        runs.deployReading();
    }

    @Test
    void otherContextsAreSeen() {
        project.changesetWith("1", "context:one", "CREATE TABLE a ()").changesetWith("2", "context:two", "SELECT 2");
        project.contexts("one");
        assertThat(runs.deployReading().applied()).hasSize(1);
        runs.deployFast();

        project.contexts("two");

        assertThat(runs.statusReading().states()).contains(State.PENDING);
    }

    @Test
    void anotherTimeZoneIsReadAgain() {
        project.changeset("1", "CREATE TABLE a (id int)");
        runs.deployReading();
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

            runs.deployReading();
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
