package io.github.migratemaven.deploy;

import static io.github.migratemaven.deploy.Sketch.changelog;
import static io.github.migratemaven.deploy.Sketch.changeset;
import static io.github.migratemaven.deploy.Sketch.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.DatabaseObject;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.History;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.JournalStep.Progress;
import io.github.migratemaven.model.LockHolder;
import io.github.migratemaven.model.RunRecord;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StateRulesTest {
    private static final ChangesetId ONE = changeset("1").identity();

    private List<HistoryRow> rows = List.of(row("1"));
    private List<JournalStep> openSteps = List.of();
    private Optional<RunRecord> lastRun = Optional.empty();
    private Optional<LockHolder> lock = Optional.empty();
    private List<DatabaseObject> invalid = List.of();
    private boolean holdsObjects;
    private Map<String, String> catalogue = Map.of();
    private Comparison comparison = Comparison.of(changelog(changeset("1")), rows);

    @Test
    void nothingToSayIsUpToDate() {
        assertThat(judge().states()).containsExactly(State.UP_TO_DATE);
        assertThat(judge().findings()).isEmpty();
    }

    @Test
    void everyStateThatHoldsIsListedWorstFirst() {
        rows = List.of(row("2"), row("gone"), row("edited"));
        comparison = Comparison.of(
                changelog(
                        changeset("1"),
                        changeset("2"),
                        Sketch.of("edited").checksum("9:two").done()),
                rows);
        lock = Optional.of(new LockHolder("run", "somebody", 7, null));
        openSteps = List.of(step(Progress.FAILED));
        lastRun = Optional.of(run(Map.of("table a", "x")));
        catalogue = Map.of("table a", "y");
        invalid = List.of(new DatabaseObject("index", "public.i", "public.t"));
        holdsObjects = true;

        assertThat(judge().states())
                .containsExactly(
                        State.LOCKED,
                        State.FAILED,
                        State.EDITED,
                        State.MISSING,
                        State.OUT_OF_ORDER,
                        State.DRIFTED,
                        State.INVALID_OBJECTS,
                        State.UNMANAGED,
                        State.PENDING);
        assertThat(judge().findings())
                .extracting(Finding::id)
                .containsExactly(
                        "locked",
                        "failed",
                        "edited",
                        "missing",
                        "out-of-order",
                        "drifted",
                        "invalid-index",
                        "unmanaged");
        assertThat(judge().findings())
                .allSatisfy(finding -> assertThat(finding.suggestion()).isNotBlank());
    }

    @Test
    void pendingAloneNeedsNoFinding() {
        rows = List.of();
        comparison = Comparison.of(changelog(changeset("1")), rows);

        assertThat(judge().states()).containsExactly(State.PENDING);
        assertThat(judge().findings()).isEmpty();
    }

    @Test
    void aHolderOfTheLockIsNamed() {
        lock = Optional.of(new LockHolder("run", "ci, user app", 42, Instant.parse("2026-01-02T03:04:05Z")));

        assertThat(only().message()).isEqualTo("held by ci, user app (back end 42) since 2026-01-02T03:04:05Z");
        assertThat(only().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aRowOfStockLiquibaseComesWithTheStatementThatClearsIt() {
        lock = Optional.of(new LockHolder("liquibase", "Liquibase on host", 0, null));

        assertThat(only().message()).isEqualTo("held by Liquibase on host");
        assertThat(only().suggestion()).contains("UPDATE databasechangeloglock SET locked = false");
    }

    @Test
    void aStepThatTheServerRefusedSaysWhatItSaid() {
        openSteps = List.of(step(Progress.FAILED));

        assertThat(judge().states()).containsExactly(State.FAILED);
        assertThat(only().message()).isEqualTo("step 2 of changeset \"1\" failed: no such table");
        assertThat(only().suggestion()).contains("-Dmigrate.applied=1", "-Dmigrate.rolledBack=1");
    }

    @Test
    void aStepThatNeverEndedIsUnknown() {
        openSteps = List.of(step(Progress.STARTED));

        assertThat(only().message()).contains("nobody knows whether it took effect");
    }

    @Test
    void aStepThatFailedBehindItsOwnCommitMayHaveDoneAPart() {
        openSteps =
                List.of(new JournalStep(ONE, 2, "hash", "DO …", Progress.STARTED, false, "division by zero", "22012"));

        assertThat(only().message()).endsWith("may have committed a part of its work: division by zero");
    }

    @Test
    void aStepThatIsDoneIsNoFailure() {
        openSteps = List.of(step(Progress.DONE));

        assertThat(judge().states()).containsExactly(State.UP_TO_DATE);
    }

    @Test
    void anEditIsShownWithBothChecksumsAndItsPlace() {
        comparison = Comparison.of(changelog(Sketch.of("1").checksum("9:two").done()), rows);

        assertThat(only().message()).contains("checksum was 9:one, is 9:two");
        assertThat(only().suggestion()).contains("validCheckSum: 9:one");
        assertThat(only().position()).contains(changeset("1").position());
    }

    @Test
    void aNotValidConstraintComesWithItsCure() {
        invalid = List.of(new DatabaseObject("constraint", "\"Fk\"", "public.t"));

        assertThat(only().id()).isEqualTo("not-valid-constraint");
        assertThat(only().suggestion()).isEqualTo("ALTER TABLE public.t VALIDATE CONSTRAINT \"Fk\";");
    }

    @Test
    void muchDriftIsCutShort() {
        Map<String, String> then = new TreeMap<>();
        for (int i = 0; i < 25; i++) {
            then.put("table t" + i, "x");
        }
        lastRun = Optional.of(run(then));
        catalogue = Map.of("history", "h");
        lastRun = Optional.of(run(with(then, "history", "h")));

        assertThat(judge().findings()).hasSize(21);
        assertThat(judge().findings().get(20).message()).isEqualTo("5 more objects differ");
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> all = new TreeMap<>(map);
        all.put(key, value);
        return all;
    }

    private StateRules.Verdict judge() {
        return StateRules.judge(
                comparison,
                new Observation(
                        new History(true, true, rows, openSteps, lastRun, Optional.empty()),
                        lock,
                        invalid,
                        holdsObjects,
                        catalogue));
    }

    private Finding only() {
        assertThat(judge().findings()).hasSize(1);
        return judge().findings().get(0);
    }

    private static JournalStep step(Progress progress) {
        return progress == Progress.FAILED
                ? new JournalStep(ONE, 2, "hash", "SELECT 1", progress, false, "no such table", "42P01")
                : new JournalStep(ONE, 2, "hash", "SELECT 1", progress, false, null, null);
    }

    private static RunRecord run(Map<String, String> catalogue) {
        return DriftTest.run(Instant.EPOCH, catalogue);
    }
}
