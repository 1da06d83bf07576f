package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.EnvironmentClaim;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is the newest changeset, where the rows' local times come from machines in several time zones. */
@ExtendWith(TestDatabases.class)
class HistoryOrderTest {
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
                        --rollback ALTER TABLE customer DROP email;
                        """);
    }

    @Test
    void theNewestIsTheLastWrittenWhateverTheClockOfWhoDeployedBefore() {
        project.deploy();
        database.execute(
                "UPDATE databasechangelog SET dateexecuted = dateexecuted + interval '2 hours' WHERE id = 'customer'");

        assertThat(project.rollback(LAST, null).error()).isEmpty();

        assertThat(database.query("SELECT id FROM databasechangelog")).containsExactly("customer");
    }

    @Test
    void aNumberThatStandsTwiceLeavesTheOrderToTheTime() {
        project.deploy();
        database.execute("UPDATE databasechangelog SET orderexecuted = 1");
        database.execute(
                "UPDATE databasechangelog SET dateexecuted = dateexecuted + interval '2 hours' WHERE id = 'email'");

        assertThat(project.rollback(LAST, null).error()).isEmpty();

        assertThat(database.query("SELECT id FROM databasechangelog")).containsExactly("customer");
    }
}
