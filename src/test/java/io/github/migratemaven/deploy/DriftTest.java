package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.RunRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final Map<String, String> THEN = Map.of("history", "h", "table a", "1", "view v", "2");

    @Test
    void whatWasAddedChangedAndDroppedIsNamed() {
        Map<String, String> now = Map.of("history", "h", "table a", "9", "index i", "3");

        assertThat(between(THEN, now)).containsExactly("index i was added", "table a was changed", "view v is gone");
    }

    @Test
    void sameIsNoDrift() {
        assertThat(between(THEN, THEN)).isEmpty();
    }

    @Test
    void whenAnotherToolHasDeployedSinceNothingCanBeSaid() {
        assertThat(between(THEN, Map.of("history", "other", "table a", "9"))).isEmpty();
    }

    @Test
    void whenTheLastRunDidNotEndNothingCanBeSaid() {
        assertThat(Drift.between(run(null, THEN), Map.of("history", "h"))).isEmpty();
    }

    @Test
    void whatWasNotMeasuredIsNoDrift() {
        assertThat(between(Map.of(), THEN)).isEmpty();
        assertThat(between(THEN, Map.of())).isEmpty();
    }

    private static List<String> between(Map<String, String> then, Map<String, String> now) {
        return Drift.between(run(Instant.EPOCH, then), now);
    }

    static RunRecord run(Instant finished, Map<String, String> catalogue) {
        return new RunRecord(
                "id", "deploy", "succeeded", Instant.EPOCH, finished, "me", "here", null, "1", null, catalogue);
    }
}
