package io.github.migratemaven.author;

import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as it is written in a Flyway file's name, and the one that comes after it in the same style.
 *
 * @param text digits, with dots or underscores between them
 */
record FlywayNumber(String text) implements Comparable<FlywayNumber> {
    private static final Pattern LAST = Pattern.compile("(.*?)(\\d+)", Pattern.DOTALL);

    /** Times and dates in the forms that are usual, the longest first; each with how much of it Java's clock knows. */
    private static final List<Style> STYLES = List.of(
            new Style("20\\d{12}", "uuuuMMddHHmmss"),
            new Style("20\\d{10}", "uuuuMMddHHmm"),
            new Style("20\\d{2}_\\d{2}_\\d{2}_\\d{6}", "uuuu'_'MM'_'dd'_'HHmmss"),
            new Style("20\\d{2}_\\d{2}_\\d{2}_\\d{4}", "uuuu'_'MM'_'dd'_'HHmm"),
            new Style("20\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{6}", "uuuu.MM.dd.HHmmss"),
            new Style("20\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}", "uuuu.MM.dd.HHmm"),
            new Style("20\\d{6}_\\d{6}", "uuuuMMdd'_'HHmmss"),
            new Style("20\\d{6}_\\d{4}", "uuuuMMdd'_'HHmm"),
            new Style("20\\d{6}", "uuuuMMdd"));

    private record Style(String form, String pattern) {}

    static FlywayNumber of(String text) {
        return new FlywayNumber(text);
    }

    /** A time is that of now (UTC), if it comes after this one; of anything else the last number goes on, in its width. */
    FlywayNumber next(Clock clock) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        for (Style style : STYLES) {
            if (text.matches(style.form())) {
                FlywayNumber today = of(now.format(DateTimeFormatter.ofPattern(style.pattern())));
                return today.compareTo(this) > 0 ? today : counted();
            }
        }
        return counted();
    }

    private FlywayNumber counted() {
        Matcher last = LAST.matcher(text);
        if (!last.matches()) {
            throw new IllegalStateException(text);
        }
        String number = new BigInteger(last.group(2)).add(BigInteger.ONE).toString();
        String zeros = "0".repeat(Math.max(0, last.group(2).length() - number.length()));
        return of(last.group(1) + zeros + number);
    }

    @Override
    public int compareTo(FlywayNumber other) {
        List<BigInteger> mine = parts();
        List<BigInteger> theirs = other.parts();
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            BigInteger left = i < mine.size() ? mine.get(i) : BigInteger.ZERO;
            int compared = left.compareTo(i < theirs.size() ? theirs.get(i) : BigInteger.ZERO);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private List<BigInteger> parts() {
        return Arrays.stream(text.split("[._]")).map(BigInteger::new).toList();
    }
}
