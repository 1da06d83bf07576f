package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A changeset's name, made from what it does. */
final class StageName {
    /** PostgreSQL's limit for a name, in bytes. */
    private static final int LONGEST_NAME = 63;

    private static final int LONGEST = 60;

    private static final Pattern COLUMN = Pattern.compile(
            "(?s)ALTER TABLE (?:ONLY )?(" + SqlNames.NAME + ")\\s+(ADD|DROP|ALTER) COLUMN (" + SqlNames.PART + ").*");

    private StageName() {}

    /** For example {@code add-column-total-to-orders}. */
    static String of(List<CatalogueChange> changes) {
        Set<String> names = new LinkedHashSet<>();
        for (CatalogueChange change : changes) {
            String sql = change.sql();
            if (!sql.startsWith("GRANT") && !sql.startsWith("REVOKE") && !sql.startsWith("COMMENT")) {
                names.add(one(change));
            }
        }
        if (names.isEmpty()) {
            names.add("change-" + word(changes.get(0).object()));
        }
        String first = names.iterator().next();
        return cut(names.size() == 1 ? first : first + "-and-" + (names.size() - 1) + "-more");
    }

    private static String one(CatalogueChange change) {
        Matcher column = COLUMN.matcher(change.sql());
        if (column.matches()) {
            String verb = column.group(2).toLowerCase(Locale.ROOT);
            String joint = verb.equals("add") ? "-to-" : verb.equals("drop") ? "-from-" : "-of-";
            return verb + "-column-" + word(SqlNames.last(column.group(3))) + joint
                    + word(SqlNames.last(column.group(1)));
        }
        String verb = UncheckedRoutine.checked(change.sql()).split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        String object = change.object();
        int blank = object.indexOf(' ');
        return verb + "-" + word(blank < 0 ? object : object.substring(0, blank)) + "-"
                + word(SqlNames.last(object.substring(blank + 1)));
    }

    /** Letters, digits and hyphens. */
    static String word(String text) {
        String word = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return word.replaceAll("^-|-$", "");
    }

    static String limited(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST).replaceAll("-$", "");
    }
}
