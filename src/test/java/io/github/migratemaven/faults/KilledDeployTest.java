package io.github.migratemaven.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at a random moment, then the same deploy again. */
@Tag("faults")
@ExtendWith(TestDatabases.class)
class KilledDeployTest {
    private static final Pattern RESOLVE = Pattern.compile("mvn migrate:resolve -Dmigrate.applied=([\\w-]+) ");

    @TempDir
    Path folder;

    private String other;

    @AfterEach
    void dropOther(TestDatabase database) {
        database.execute("DROP DATABASE IF EXISTS " + other);
    }

    @Test
    void everyStepIsGoneOnWithOrExplained(TestDatabase database) throws Exception {
        other = "other_" + database.target().database();
        TestProject project = new TestProject(folder, database).failOn();
        new RichChangelog(other).writeTo(project);
        long start = System.nanoTime();
        Programs.Started clean = Programs.deploy(folder, database);
        assertThat(clean.end(120)).as(clean.said()).isZero();
        long whole = (System.nanoTime() - start) / 1_000_000;
        List<String> expected = RichChangelog.contents(database);

        Random random = Rounds.random();
        Map<String, Integer> ends = new TreeMap<>();
        long slowest = 0;
        for (int rounds = Rounds.of(3, 100); rounds > 0; ) {
            database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            database.execute("DROP DATABASE IF EXISTS " + other);
            Programs.Started killed = Programs.deploy(folder, database);
            Thread.sleep((long) (whole * (0.35 + 0.63 * random.nextDouble())));
            if (!killed.process().isAlive()) {
                continue;
            }
            killed.kill();
            long again = System.nanoTime();
            String end = recover(project, database);
            slowest = Math.max(slowest, (System.nanoTime() - again) / 1_000_000);
            ends.merge(end, 1, Integer::sum);
            rounds--;

            assertThat(RichChangelog.contents(database)).isEqualTo(expected);
        }
        Rounds.say("killed among non-transactional steps: " + ends + "; a clean run took " + whole
                + " ms, the slowest second run " + slowest + " ms");
    }

    /** How the second run ended. */
    private String recover(TestProject project, TestDatabase database) throws Exception {
        Programs.Started second = Programs.deploy(folder, database);
        if (second.end(120) == 0) {
            return "recovered";
        }
        Matcher resolve = RESOLVE.matcher(second.said());
        assertThat(second.said()).contains("nobody knows");
        assertThat(resolve.find()).as(second.said()).isTrue();
        String id = resolve.group(1);
        if (RichChangelog.inPlace(database, id)) {
            assertThat(project.resolveApplied(id).error()).isEmpty();
        } else {
            RichChangelog.undo(database);
            assertThat(project.resolveRolledBack(id).error()).isEmpty();
        }
        Programs.Started third = Programs.deploy(folder, database);
        assertThat(third.end(120)).as(third.said()).isZero();
        return "explained";
    }
}
