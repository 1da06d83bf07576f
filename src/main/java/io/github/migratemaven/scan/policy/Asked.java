package io.github.migratemaven.scan.policy;

import io.github.migratemaven.scan.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was written, in XML or in a file, not yet checked.
 *
 * @param general {@code strict} and {@code developmentScripts}
 * @param severities items with {@code id} and {@code severity}
 * @param catalogs paths from the scanned folder
 */
record Asked(
        Written general,
        List<String> includes,
        List<String> excludes,
        List<Written> severities,
        List<Written> exceptions,
        List<Written> entries,
        List<String> catalogs) {

    /** Both together; where there can be only one answer it is this one's. */
    Asked over(Asked other) {
        Map<String, String> values = new HashMap<>(other.general.values());
        values.putAll(general.values());
        return new Asked(
                new Written(general.values().isEmpty() ? other.general.place() : general.place(), values),
                both(includes, other.includes),
                both(excludes, other.excludes),
                both(other.severities, severities),
                both(exceptions, other.exceptions),
                both(entries, other.entries),
                both(catalogs, other.catalogs));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
