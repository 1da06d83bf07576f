package io.github.migratemaven.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Eight pipelines deploy the same commit in the same moment. */
@Tag("faults")
@ExtendWith(TestDatabases.class)
class EightDeployersTest {
    private static final int DEPLOYERS = 8;

    @TempDir
    Path folder;

    @Test
    void everyChangesetRunsOnceAndAllEndWell(TestDatabase database) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(DEPLOYERS);
        int rounds = Rounds.of(2, 50);
        List<TestProject> builds = new ArrayList<>();
        for (int i = 0; i < DEPLOYERS; i++) {
            builds.add(project(database));
        }
        try {
            for (int round = 0; round < rounds; round++) {
                database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE ran (id int)");
                List<Future<Outcome>> deploys = new ArrayList<>();
                for (TestProject build : builds) {
                    deploys.add(pool.submit(build::deploy));
                }
                int applied = 0;
                for (Future<Outcome> deploy : deploys) {
                    Outcome outcome = deploy.get(120, TimeUnit.SECONDS);
                    assertThat(outcome.error()).isEmpty();
                    applied += outcome.applied().size();
                }
                assertThat(applied).isEqualTo(13);
                assertThat(database.value("SELECT count(*), count(DISTINCT id) FROM ran"))
                        .isEqualTo("12|12");
                assertThat(database.value("SELECT count(*), count(DISTINCT id) FROM databasechangelog"))
                        .isEqualTo("13|13");
            }
        } finally {
            pool.shutdownNow();
        }
        Rounds.say(rounds + " rounds of " + DEPLOYERS + " deployers at once: every changeset once, all ended well");
    }

    private TestProject project(TestDatabase database) {
        TestProject project = new TestProject(folder, database);
        for (int i = 0; i < 12; i++) {
            project.changeset("" + i, "INSERT INTO ran VALUES (" + i + ")", "CREATE TABLE t" + i + " (id int)");
        }
        return project.changesetWith("index", "runInTransaction:false", "CREATE INDEX CONCURRENTLY t1_id ON t1 (id)");
    }
}
