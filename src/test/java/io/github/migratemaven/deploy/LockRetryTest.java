package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.testing.RecordedProgress;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LockRetryTest {
    private static final BooleanSupplier STILL_THERE = () -> false;

    private final RecordedProgress progress = new RecordedProgress();

    @Test
    void aLockTimeoutIsTriedAgainAsOftenAsAsked() {
        LockRetry retry = new LockRetry(1, Duration.ofMinutes(1), progress);

        assertThat(retry.again(failure("55P03"), "changeset \"1\"", List.of("pid 7, psql", "pid 8"), STILL_THERE))
                .isTrue();
        assertThat(retry.again(failure("55P03"), "changeset \"1\"", List.of(), STILL_THERE))
                .isFalse();
        assertThat(retry.used()).isEqualTo(1);
        assertThat(progress.lines())
                .singleElement()
                .asString()
                .startsWith("info: changeset \"1\" did not get its lock in time; held by pid 7, psql and pid 8:"
                        + " trying again in ")
                .endsWith(" ms (1 of 1)");
    }

    @Test
    void aDeadlockIsCalledOne() {
        new LockRetry(1, Duration.ofMinutes(1), progress).again(failure("40P01"), "it", List.of(), STILL_THERE);

        assertThat(progress.lines()).singleElement().asString().contains("was the victim of a deadlock");
    }

    @Test
    void nothingElseIsTriedAgain() {
        for (String state : List.of("42P01", "57014", "40001", "08006", "")) {
            assertThat(new LockRetry(9, Duration.ofMinutes(1), progress)
                            .again(failure(state), "it", List.of(), STILL_THERE))
                    .as(state)
                    .isFalse();
        }
        assertThat(progress.lines()).isEmpty();
    }

    @Test
    void noRetriesAndNoTimeLeftMeanNo() {
        assertThat(new LockRetry(0, Duration.ofMinutes(1), progress)
                        .again(failure("55P03"), "it", List.of(), STILL_THERE))
                .isFalse();
        assertThat(new LockRetry(9, Duration.ZERO, progress).again(failure("55P03"), "it", List.of(), STILL_THERE))
                .isFalse();
    }

    private static SqlFailure failure(String state) {
        return new SqlFailure("canceled", state, null, null, 0, -1, null);
    }
}
