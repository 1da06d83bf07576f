package io.github.migratemaven.postgres.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** New tables, and the columns of plain ones that come, go and change. */
final class OrdinaryColumns {
    private final Map<String, String> before;
    private final Map<String, String> after;
    private final Set<String> keys;
    private final Map<String, ColumnDetail> was;
    private final Map<String, ColumnDetail> is;
    private final List<String> tables = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final List<String> drops = new ArrayList<>();
    private boolean ordinary = true;

    /** @param keys of what differs; the others as in {@link OrdinaryChanges#statements} */
    OrdinaryColumns(
            Map<String, String> before,
            Map<String, String> after,
            Set<String> keys,
            Map<String, ColumnDetail> was,
            Map<String, ColumnDetail> is) {
        this.before = before;
        this.after = after;
        this.keys = keys;
        this.was = was;
        this.is = is;
        read();
    }

    boolean ordinary() {
        return ordinary;
    }

    List<String> tables() {
        return tables;
    }

    List<String> changes() {
        return changes;
    }

    List<String> drops() {
        return drops;
    }

    private void read() {
        for (String table : OrdinaryChanges.tables(keys, after::containsKey)) {
            if (before.containsKey("table " + table)) {
                change(table);
            } else if (OrdinaryChanges.plain(table, before, after)) {
                tables.add("CREATE TABLE " + table + " (\n\t" + String.join(",\n\t", lines(table)) + "\n)");
            }
        }
        for (String key : keys) {
            Matcher column = OrdinaryChanges.COLUMN.matcher(key);
            if (column.matches() && !OrdinaryChanges.gone(column.group(1), before, after)) {
                ordinary = ordinary && OrdinaryChanges.plain(column.group(1), before, after);
                if (!after.containsKey(key)) {
                    drops.add("ALTER TABLE " + column.group(1) + "\n\tDROP COLUMN " + column.group(2));
                }
            }
        }
    }

    private List<String> lines(String table) {
        List<String> lines = new ArrayList<>();
        is.forEach((key, detail) -> {
            Matcher column = OrdinaryChanges.COLUMN.matcher(key);
            if (column.matches() && column.group(1).equals(table)) {
                lines.add(column.group(2) + " " + detail.definition());
            }
        });
        return lines;
    }

    private void change(String table) {
        is.forEach((key, wanted) -> {
            Matcher column = OrdinaryChanges.COLUMN.matcher(key);
            if (keys.contains(key) && column.matches() && column.group(1).equals(table)) {
                ColumnDetail old = was.get(key);
                if (old != null) {
                    alter(table, column.group(2), old, wanted);
                } else if (wanted.identity().isEmpty()) {
                    changes.add(
                            "ALTER TABLE " + table + "\n\tADD COLUMN " + column.group(2) + " " + wanted.definition());
                } else {
                    ordinary = false;
                }
            }
        });
    }

    private void alter(String table, String column, ColumnDetail old, ColumnDetail wanted) {
        // Rows without a value get the default before it is required: pgcodekeeper writes that.
        boolean fills = !old.required() && wanted.required() && wanted.value().isPresent();
        ordinary = ordinary && old.sameBut(wanted) && !fills;
        if (!old.isPlain() || !wanted.isPlain()) {
            return;
        }
        String start = "ALTER TABLE " + table + "\n\tALTER COLUMN " + column + " ";
        if (!old.sameBut(wanted)) {
            String own = old.collation().isPresent() ? "pg_catalog.\"default\"" : "";
            String collation = wanted.collation().orElse(own);
            changes.add(start + "TYPE " + wanted.type() + (collation.isEmpty() ? "" : " COLLATE " + collation));
        }
        if (!old.value().equals(wanted.value())) {
            changes.add(
                    start + wanted.value().map(value -> "SET DEFAULT " + value).orElse("DROP DEFAULT"));
        }
        if (old.required() != wanted.required()) {
            changes.add(start + (wanted.required() ? "SET NOT NULL" : "DROP NOT NULL"));
        }
    }
}
