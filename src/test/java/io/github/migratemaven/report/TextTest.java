package io.github.migratemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource({
        "-5, 0 ms",
        "0, 0 ms",
        "12, 12 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "3449, 3.4 s",
        "59999, 59.9 s",
        "60000, 1 min 00 s",
        "125300, 2 min 05 s",
        "3599999, 59 min 59 s",
        "3600000, 1 h 00 min",
        "90000000, 25 h 00 min"
    })
    void durationsAreCutNeverRoundedUp(long millis, String expected) {
        assertThat(Elapsed.of(millis)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, no steps", "1, 1 step", "2, 2 steps", "12345, '12,345 steps'"})
    void countsAgreeWithTheirNoun(long number, String expected) {
        assertThat(Count.of(number, "step")).isEqualTo(expected);
    }

    @Test
    void widthsAreCodePointsAndNoPairIsTornApart() {
        String rockets = "🚀".repeat(20);
        assertThat(Fit.middle(rockets, 9)).isEqualTo("🚀🚀🚀🚀…🚀🚀🚀🚀");
        assertThat(Fit.end(rockets, 3)).isEqualTo("🚀🚀…");
        assertThat(Fit.wrap(rockets, 8)).containsExactly("🚀".repeat(8), "🚀".repeat(8), "🚀".repeat(4));
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/resources/db/0001-a.sql:3, 40, src/main/resources/db/0001-a.sql:3",
        "src/main/resources/db/0001-a.sql:3, 25, src/…/db/0001-a.sql:3",
        "src/main/resources/db/0001-a.sql:3, 16, …0001-a.sql:3",
        "src/main/resources/db/0001-a.sql:3, 9, src/…ql:3",
        "/abs/db/0001-a.sql:3, 19, /abs/…/0001-a.sql:3"
    })
    void pathsLoseTheirMiddleBeforeTheirName(String path, int width, String expected) {
        assertThat(Fit.path(path, width)).isEqualTo(expected);
    }

    @Test
    void wrappingNeverLosesAWord() {
        assertThat(Fit.wrap("one two  three", 7)).containsExactly("one two", "three");
        assertThat(Fit.wrap("", 7)).containsExactly("");
        assertThat(Fit.wrap("a 123456789 b", 4)).containsExactly("a", "1234", "5678", "9 b");
    }

    @Test
    void textWithoutTroubleIsLeftAlone() {
        assertThat(Printable.line("naïve 長い 🚀 'quoted'")).isEqualTo("naïve 長い 🚀 'quoted'");
        assertThat(Printable.line("a\nb\u001b\u202e\uD800")).isEqualTo("a\\nb\\u001b\\u202e\\ud800");
        assertThat(Printable.logged("  ::error::x ##[group] a::b ## c")).isEqualTo("  ∶:error::x ♯#[group] a::b ## c");
    }
}
