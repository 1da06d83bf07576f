package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Constraints, indexes and sequences of a table that differ from the desired ones in nothing but their names: these are often made
 * from names of the table and its columns, and so of their old ones. Dropped and made again, a key would not hold meanwhile, and a
 * sequence would begin anew.
 */
final class RenamedParts {
    private static final Pattern INDEX = Pattern.compile(
            "(CREATE (?:UNIQUE )?INDEX )" + SqlNames.PART + "( ON (" + SqlNames.NAME + ") .*)", Pattern.DOTALL);

    private final String table;
    private final List<CatalogueChange> changes = new ArrayList<>();
    private final List<String> undo = new ArrayList<>();

    private RenamedParts(String table) {
        this.table = table;
    }

    /**
     * @param table with its schema, as both have it
     * @return empty where there are none
     */
    static Optional<Stage> of(String table, Map<String, String> now, Map<String, String> desired) {
        RenamedParts parts = new RenamedParts(table);
        parts.pair(
                parts.constraints(now),
                parts.constraints(desired),
                "ALTER TABLE " + table + " RENAME CONSTRAINT %s TO %s");
        parts.pair(parts.indexes(now), parts.indexes(desired), "ALTER INDEX %s RENAME TO %s");
        parts.pair(parts.sequences(now), parts.sequences(desired), "ALTER SEQUENCE %s RENAME TO %s");
        return parts.stage();
    }

    /** What an inherited one is called, its parent says. */
    private Map<String, String> constraints(Map<String, String> catalogue) {
        String end = " on " + table;
        Map<String, String> found = new TreeMap<>();
        catalogue.forEach((key, definition) -> {
            if (key.startsWith("constraint ")
                    && key.endsWith(end)
                    && !definition.matches("(?s).* (?:derived|inherited)")) {
                found.put(key.substring("constraint ".length(), key.length() - end.length()), definition);
            }
        });
        return found;
    }

    /** Without those of constraints, which are called as these. */
    private Map<String, String> indexes(Map<String, String> catalogue) {
        Map<String, String> found = new TreeMap<>();
        catalogue.forEach((key, definition) -> {
            Matcher index = INDEX.matcher(definition);
            if (key.startsWith("index ") && index.matches() && index.group(3).equals(table)) {
                String name = key.substring("index ".length());
                if (!catalogue.containsKey("constraint " + SqlNames.plainLast(name) + " on " + table)) {
                    found.put(name, index.group(1) + index.group(2));
                }
            }
        });
        return found;
    }

    private Map<String, String> sequences(Map<String, String> catalogue) {
        Map<String, String> found = new TreeMap<>();
        catalogue.forEach((key, definition) -> {
            if (key.startsWith("sequence ") && definition.contains("owned by " + table + ".")) {
                found.put(key.substring("sequence ".length()), definition);
            }
        });
        return found;
    }

    private void pair(Map<String, String> now, Map<String, String> desired, String rename) {
        Map<String, String> free = new TreeMap<>(desired);
        free.keySet().removeAll(now.keySet());
        now.forEach((old, definition) -> {
            Optional<String> wanted = desired.containsKey(old)
                    ? Optional.empty()
                    : free.keySet().stream()
                            .filter(name -> free.get(name).equals(definition))
                            .findFirst();
            wanted.ifPresent(name -> {
                free.remove(name);
                String object = rename.split(" ")[1].toLowerCase(Locale.ROOT);
                changes.add(new CatalogueChange(
                        rename.formatted(old, SqlNames.plainLast(name)), object + " " + old, Optional.empty(), true));
                undo.add(0, rename.formatted(name, SqlNames.plainLast(old)));
            });
        });
    }

    private Optional<Stage> stage() {
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stage(
                        StageName.cut("rename-parts-of-" + StageName.word(SqlNames.last(table))),
                        true,
                        changes,
                        List.of("what names them fails from then on: ON CONFLICT ON CONSTRAINT, nextval('…')"),
                        undo));
    }
}
