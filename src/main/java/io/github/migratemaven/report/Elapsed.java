package io.github.migratemaven.report;

import java.util.Locale;

/** Durations as people read them. Cut off, never rounded up: 59,999 ms is not yet a minute. */
final class Elapsed {
    private Elapsed() {}

    /** For example {@code 12 ms}, {@code 3.4 s}, {@code 2 min 05 s}, {@code 1 h 07 min}. */
    static String of(long millis) {
        if (millis < 1_000) {
            return Math.max(0, millis) + " ms";
        }
        if (millis < 60_000) {
            return millis / 1_000 + "." + millis % 1_000 / 100 + " s";
        }
        long seconds = millis / 1_000;
        if (seconds < 3_600) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d min", seconds / 3_600, seconds / 60 % 60);
    }
}
