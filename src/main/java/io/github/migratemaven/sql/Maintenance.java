package io.github.migratemaven.sql;

import java.util.List;

/**
 * {@code VACUUM}, {@code ANALYZE} and {@code CLUSTER}: options, old style or in brackets, then tables.
 *
 * @param tables empty: every table of the database
 */
record Maintenance(boolean full, List<String> tables) {

    /** @param words behind the verb */
    static Maintenance of(Words words) {
        Words rest = words.copy();
        boolean full = Options.enabled(rest.parentheses(), "full", false);
        boolean option = true;
        while (option) {
            if (rest.take("FULL")) {
                full = true;
            } else {
                option = rest.takeAny("FREEZE", "VERBOSE", "ANALYZE", "ANALYSE");
            }
        }
        return new Maintenance(full, rest.tables());
    }
}
