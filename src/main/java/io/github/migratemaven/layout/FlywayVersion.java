package io.github.migratemaven.layout;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version as Flyway compares it: number by number, a missing one counting as zero, so that 1.0 is 1 and 1.10 comes after 1.9.
 *
 * @param text with dots
 */
record FlywayVersion(String text, List<BigInteger> parts) implements Comparable<FlywayVersion> {
    private static final Pattern FORM = Pattern.compile("\\d+(\\.\\d+)*");

    /** @param written with dots or underscores between the numbers; empty for anything else */
    static Optional<FlywayVersion> of(String written) {
        String text = written.replace('_', '.');
        return FORM.matcher(text).matches()
                ? Optional.of(new FlywayVersion(
                        text,
                        Arrays.stream(text.split("\\.")).map(BigInteger::new).toList()))
                : Optional.empty();
    }

    /** One and the same for all versions that compare as equal. */
    FlywayVersion normal() {
        int length = parts.size();
        while (length > 1 && part(length - 1).signum() == 0) {
            length--;
        }
        List<BigInteger> kept = List.copyOf(parts.subList(0, length));
        return new FlywayVersion(
                String.join(".", kept.stream().map(BigInteger::toString).toList()), kept);
    }

    @Override
    public int compareTo(FlywayVersion other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int compared = part(i).compareTo(other.part(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private BigInteger part(int i) {
        return i < parts.size() ? parts.get(i) : BigInteger.ZERO;
    }

    @Override
    public String toString() {
        return text;
    }
}
