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
            Second second = Second.of(folder, database);
            slowest = Math.max(slowest, second.beganAfter());
            ends.merge(recover(second.run(), project, database), 1, Integer::sum);
            rounds--;

            assertThat(RichChangelog.contents(database)).isEqualTo(expected);
        }
        Rounds.say("killed among non-transactional steps: " + ends + "; a clean run took " + whole
                + " ms, the second run began its work after " + slowest + " ms at most");
    }

    /**
     * The deploy after the one that was killed, when it has ended.
     *
     * @param beganAfter milliseconds from its start (of the JVM) until it had the lock and wrote its row; until its end if it wrote none
     */
    private record Second(Programs.Started run, long beganAfter) {
        static Second of(Path folder, TestDatabase database) throws Exception {
            String start = database.value("SELECT clock_timestamp()");
            Programs.Started run = Programs.deploy(folder, database);
            run.end(120);
            boolean hasHistory = !database.query("SELECT 1 FROM pg_class WHERE relname = 'migrate_run'")
                    .isEmpty();
            return new Second(
                    run,
                    Long.parseLong(database.value("SELECT round(extract(epoch FROM coalesce("
                            + (hasHistory
                                    ? "(SELECT min(started_at) FROM migrate_run WHERE started_at > '" + start + "'), "
                                    : "")
                            + "clock_timestamp()) - '" + start + "'::timestamptz) * 1000)")));
        }
    }

    /** How the second run ended. */
    private String recover(Programs.Started second, TestProject project, TestDatabase database) throws Exception {
        if (second.end(0) == 0) {
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
