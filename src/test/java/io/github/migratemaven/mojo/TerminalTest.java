package io.github.migratemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void whatMavenIsToldWins() {
        assertThat(Terminal.takesColour("always", false, Map.of("NO_COLOR", "1")))
                .isTrue();
        assertThat(Terminal.takesColour("never", true, Map.of())).isFalse();
    }

    /** Surefire's JVM has no console: a positive answer cannot be had here. */
    @Test
    void withoutATerminalThereIsNone() {
        assertThat(Terminal.takesColour(null, true, Map.of())).isFalse();
        assertThat(Terminal.takesColour("auto", false, Map.of("TERM", "xterm"))).isFalse();
    }
}
