package io.github.migratemaven.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people read them, to the second. */
final class Moment {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Moment() {}

    static String of(Instant instant) {
        return SECONDS.format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** @param local the server's local time; null gives the empty string */
    static String of(LocalDateTime local) {
        return local == null ? "" : SECONDS.format(local);
    }
}
