package io.github.migratemaven.author;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table that has two names for a while: the old one is a view. Names as SQL spells them, with their schema.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">PostgreSQL manual, CREATE VIEW, "Updatable Views"</a>
 */
record TableRename(String from, String to) {
    /** What a view can be read and written by; the other privileges mean nothing there. */
    private static final List<String> USEFUL = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

    private static final Pattern PRIVILEGE =
            Pattern.compile("(" + SqlNames.PART + "): (\\p{Upper}+)", Pattern.UNICODE_CHARACTER_CLASS);

    /** @param before the catalogue of the database as it is, with the table under its old name */
    List<String> expand(Map<String, String> before) {
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE " + from + " RENAME TO " + SqlNames.plainLast(to));
        // Otherwise the view's owner is who row security looks at.
        statements.add("CREATE VIEW " + from + (rowSecurity(before) ? " WITH (security_invoker = true)" : "")
                + " AS\n\tSELECT * FROM " + to);
        grants(before.getOrDefault("privileges on table " + from, ""))
                .forEach((role, privileges) ->
                        statements.add("GRANT " + privileges + " ON TABLE " + from + " TO " + role));
        String column = "privileges on column " + from + ".";
        before.forEach((key, privileges) -> {
            if (key.startsWith(column)) {
                String on = " (" + key.substring(column.length()) + ")";
                grants(privileges)
                        .forEach((role, words) -> statements.add(
                                "GRANT " + words.replace(",", on + ",") + on + " ON TABLE " + from + " TO " + role));
            }
        });
        return statements;
    }

    List<String> withdraw() {
        return List.of("DROP VIEW " + from, "ALTER TABLE " + to + " RENAME TO " + SqlNames.plainLast(from));
    }

    boolean rowSecurity(Map<String, String> before) {
        return Arrays.asList(before.getOrDefault("table " + from, "").split(" \\| "))
                .contains("row security");
    }

    private static Map<String, String> grants(String privileges) {
        Map<String, TreeSet<Integer>> found = new java.util.TreeMap<>();
        Matcher each = PRIVILEGE.matcher(privileges);
        while (each.find()) {
            int useful = USEFUL.indexOf(each.group(2));
            if (useful >= 0) {
                found.computeIfAbsent(each.group(1), role -> new TreeSet<>()).add(useful);
            }
        }
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().stream().map(USEFUL::get).collect(Collectors.joining(", ")),
                        (a, b) -> a,
                        java.util.TreeMap::new));
    }
}
