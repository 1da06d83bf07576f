package io.github.migratemaven.author;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a new changelog file is called: as the newest of those before it. Where that begins with a number, with the next one in
 * the same width; where it begins with a date or a time, with that of now (UTC), else with a time of 14 digits.
 *
 * @param before the newest file's name; empty = there is none
 */
record FileNaming(Optional<String> before, Clock clock) {
    private static final Pattern NUMBERED = Pattern.compile("(\\d+)([-_.]+)(.*?)\\.([A-Za-z]+)");
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([-_.]+)(.*?)\\.([A-Za-z]+)");

    String next(ChangesetName name, ChangesetFormat format) {
        Matcher dated = DATED.matcher(before.orElse(""));
        if (dated.matches()) {
            return file(now("yyyy-MM-dd"), dated.group(1), name, separator(dated.group(2), dated.group(1)), format);
        }
        Matcher numbered = NUMBERED.matcher(before.orElse(""));
        if (numbered.matches()) {
            String prefix = prefix(numbered.group(1));
            String between = numbered.group(2);
            return file(prefix, between, name, separator(numbered.group(3), between), format);
        }
        String words = before.orElse("_").contains("-") ? "-" : "_";
        return file(now("yyyyMMddHHmmss"), words, name, words, format);
    }

    private String file(String prefix, String between, ChangesetName name, String words, ChangesetFormat format) {
        return prefix + between + name.joined(words) + "." + ending(format);
    }

    private String prefix(String digits) {
        if (digits.length() == 8 && digits.startsWith("20")) {
            return now("yyyyMMdd");
        }
        if (digits.length() >= 12) {
            return now(digits.length() >= 14 ? "yyyyMMddHHmmss" : "yyyyMMddHHmm");
        }
        return String.format(Locale.ROOT, "%0" + digits.length() + "d", Long.parseLong(digits) + 1);
    }

    /** Between words as before; where that had only one, as after its number. */
    private static String separator(String words, String between) {
        if (words.contains("-")) {
            return "-";
        }
        return words.contains("_") || !between.equals("-") ? "_" : "-";
    }

    private String ending(ChangesetFormat format) {
        return before.filter(b -> ChangesetFormat.ofFile(b) == format)
                .map(b -> b.substring(b.lastIndexOf('.') + 1))
                .orElse(format.ending());
    }

    private String now(String pattern) {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC))
                .format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }
}
