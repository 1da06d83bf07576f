package io.github.migratemaven.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerVersionTest {
    @ParameterizedTest
    @CsvSource({
        "13, 13, 13.23.0",
        "14, 14, 14.24.0",
        "15, 15, 15.19.0",
        "16, 16, 16.15.0",
        "17, 17, 17.11.0",
        "18, 18, 18.6.0",
        "' 18 ', 18, 18.6.0",
        "16.4, 16, 16.4.0",
        "16.4.0, 16, 16.4.0",
        "13.1.0-1, 13, 13.1.0-1",
    })
    void isAMajorOrAFullOne(String text, int major, String artifact) {
        assertThat(ServerVersion.parse(text)).isEqualTo(new ServerVersion(major, artifact));
    }

    @Test
    void isTheNewestByDefault() {
        assertThat(ServerVersion.newest()).isEqualTo(ServerVersion.ofMajor(18));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "19", "12.4.0", "9.6.24", "latest", "", "18.", "18/../x", "99999999999"})
    void anyOtherIsRefusedWithTheKnownOnes(String text) {
        assertThatThrownBy(() -> ServerVersion.parse(text))
                .isInstanceOfSatisfying(
                        MigrateException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.InvalidInput.class))
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("18 = 18.6.0")
                .hasMessageContaining("13 = 13.23.0");
    }
}
