package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.EnvironmentClaim;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabases.class)
class EngineFaultTest {
    private static final RollbackRange LAST = new RollbackRange.Count(1);

    @TempDir
    Path folder;

    @Test
    void aFaultOfOurOwnLeavesNothingOfItsChangesetAndIsInTheJournal(TestDatabase database) {
        TestProject project = new TestProject(folder, database)
                .claim(new EnvironmentClaim(Optional.of(Environment.DEVELOPMENT), false, false, Optional.empty()));
        project.root("db/changelog/master.yaml").file("db/changelog/master.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: customer
                      author: me
                      changes: [{sql: CREATE TABLE customer ()}]
                      rollback: [{sql: DROP TABLE customer}, {output: {message: gone}}]
                """);
        project.deploy();
        RuntimeException fault = new IllegalStateException("a fault");

        assertThatThrownBy(
                        () -> project.rollback(LAST, null, BrokenEngine.of(project.reader(), "executeRollback", fault)))
                .isSameAs(fault);

        assertThat(database.value("SELECT to_regclass('customer') IS NOT NULL")).isEqualTo("t");
        assertThat(database.query("SELECT id FROM databasechangelog")).containsExactly("customer");
        assertThat(database.query("SELECT goal, state, applied, error FROM migrate_run ORDER BY started_at"))
                .containsExactly("deploy|succeeded|1|", "rollback|failed|0|java.lang.IllegalStateException: a fault");
        assertThat(project.rollback(LAST, null).error()).isEmpty();
    }

    @Test
    void aFaultInADeployLeavesNothingOfItsChangesetAndIsInTheJournal(TestDatabase database) {
        TestProject project = new TestProject(folder, database)
                .root("db/changelog/master.yaml")
                .file("db/changelog/master.yaml", """
                        databaseChangeLog:
                          - changeSet:
                              id: customer
                              author: me
                              changes: [{sql: CREATE TABLE customer ()}, {output: {message: made}}]
                        """);
        RuntimeException fault = new IllegalStateException("a fault");

        assertThatThrownBy(() -> project.deployBy(BrokenEngine.of(project.reader(), "execute", fault)))
                .isSameAs(fault);

        assertThat(database.value("SELECT to_regclass('customer') IS NULL")).isEqualTo("t");
        assertThat(database.query("SELECT id FROM databasechangelog")).isEmpty();
        assertThat(database.query("SELECT goal, state, applied, error FROM migrate_run"))
                .containsExactly("deploy|failed|0|java.lang.IllegalStateException: a fault");
        assertThat(project.deploy().error()).isEmpty();
    }
}
