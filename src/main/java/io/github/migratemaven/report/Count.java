package io.github.migratemaven.report;

import java.util.Locale;

/** Numbers of things. */
final class Count {
    private Count() {}

    /** For example {@code no changesets}, {@code 1 changeset}, {@code 1,204 changesets}. */
    static String of(long number, String noun) {
        String amount = number == 0 ? "no" : String.format(Locale.ROOT, "%,d", number);
        return amount + " " + noun + (number == 1 ? "" : "s");
    }
}
