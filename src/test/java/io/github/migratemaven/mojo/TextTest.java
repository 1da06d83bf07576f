package io.github.migratemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.State;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, 500",
        "5s, 5000",
        "' 5 S ', 5000",
        "10m, 600000",
        "10min, 600000",
        "1h, 3600000",
        "0, 0",
        "none, 0",
        "0s, 0"
    })
    void durations(String text, long millis) {
        assertThat(Text.duration("migrate.x", text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-1s", "5d", "1.5s", "s", "PT5S", "25 days", "600h", "999999999h", "9999999999ms"})
    void whatIsNoDurationIsRefusedWithTheUnits(String text) {
        assertThatThrownBy(() -> Text.duration("migrate.x", text))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("migrate.x has the value \"" + text + "\", which it does not take. ");
    }

    /** For a lock timeout zero is no limit, as in PostgreSQL; for a wait it is no wait. */
    @Test
    void aWaitOfNoneNeverEndsAndAWaitOfZeroIsNone() {
        assertThat(Text.wait("migrate.x", "0")).isEqualTo(Duration.ZERO);
        assertThat(Text.wait("migrate.x", "10m")).isEqualTo(Duration.ofMinutes(10));
        assertThat(Text.wait("migrate.x", "None")).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void states() {
        assertThat(Text.states("migrate.failOn", "pending, Out-Of-Order,,edited"))
                .isEqualTo(Set.of(State.PENDING, State.OUT_OF_ORDER, State.EDITED));
        assertThat(Text.states("migrate.failOn", "none")).isEmpty();
        assertThat(Text.states("migrate.failOn", "NONE")).isEmpty();
        assertThatThrownBy(() -> Text.states("migrate.failOn", "pending,outoforder"))
                .hasMessageStartingWith(
                        "migrate.failOn has the value \"outoforder\", which it does not take. States are: "
                                + "unreachable, locked, failed, edited, ");
    }

    @Test
    void environments() {
        assertThat(Text.environment(" Staging ")).isEqualTo(Environment.STAGING);
        assertThatThrownBy(() -> Text.environment("prod")).hasMessageContaining("production");
    }

    @Test
    void retries() {
        assertThat(Text.retries("migrate.x", " 10 ")).isEqualTo(10);
        for (String bad : new String[] {"-1", "1.5", "many", "", "9999999"}) {
            assertThatThrownBy(() -> Text.retries("migrate.x", bad))
                    .as(bad)
                    .hasMessageContaining("Write a whole number");
        }
    }

    @Test
    void pairs() {
        assertThat(Text.pairs("migrate.parameters", "a=1, b = x=y ,,c="))
                .containsExactly(Map.entry("a", "1"), Map.entry("b", " x=y "), Map.entry("c", ""));
    }

    @Test
    void aPairThatIsNoneIsNotRepeatedForItMayBeASecret() {
        assertThatThrownBy(() -> Text.pairs("migrate.parameters", "a=1,zebra7"))
                .hasMessageContaining("migrate.parameters has an entry without a name and a value")
                .hasMessageNotContaining("zebra7");
        assertThatThrownBy(() -> Text.pairs("migrate.parameters", "=1")).isInstanceOf(MigrateException.class);
    }
}
