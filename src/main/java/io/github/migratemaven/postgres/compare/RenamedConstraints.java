package io.github.migratemaven.postgres.compare;

import io.github.migratemaven.model.CatalogueChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Constraints that differ in nothing but their names. */
final class RenamedConstraints {
    private static final Pattern KEY =
            Pattern.compile("constraint (" + DescribedStatement.PART + ") on (" + DescribedStatement.NAME + ")");

    private static final String SEPARATOR = ": ";

    private RenamedConstraints() {}

    static List<CatalogueChange> between(Map<String, String> before, Map<String, String> after) {
        Map<String, String> gone = names(before, after);
        List<CatalogueChange> changes = new ArrayList<>();
        names(after, before).forEach((what, name) -> {
            String old = gone.get(what);
            if (old != null) {
                changes.add(DescribedStatement.of("ALTER TABLE " + what.substring(0, what.indexOf(SEPARATOR))
                        + "\n\tRENAME CONSTRAINT " + old + " TO " + name));
            }
        });
        return changes;
    }

    /** By table and definition; of several alike, one. */
    private static Map<String, String> names(Map<String, String> in, Map<String, String> notIn) {
        Map<String, String> names = new LinkedHashMap<>();
        in.forEach((key, definition) -> {
            Matcher constraint = KEY.matcher(key);
            if (!notIn.containsKey(key) && constraint.matches() && in.containsKey("table " + constraint.group(2))) {
                names.put(constraint.group(2) + SEPARATOR + definition, constraint.group(1));
            }
        });
        return names;
    }
}
