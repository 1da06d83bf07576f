package io.github.migratemaven.postgres.compare;

import io.github.migratemaven.model.CatalogueChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts right what pgcodekeeper's script gets wrong. */
final class Mending {
    private static final String NAME = DescribedStatement.NAME;
    private static final String PART = DescribedStatement.PART;

    private static final Pattern DROPPED =
            Pattern.compile("ALTER (?:FOREIGN )?TABLE (?:ONLY )?(" + NAME + ")\\s+DROP COLUMN (" + PART + ")");
    private static final Pattern ADDED = Pattern.compile(
            "ALTER (?:FOREIGN )?TABLE (?:ONLY )?(" + NAME + ")\\s+ADD COLUMN (" + PART + ") (.*)", Pattern.DOTALL);
    private static final Pattern ATTRIBUTES =
            Pattern.compile("ALTER TYPE (" + NAME + ")\\s+((?:ADD|DROP|ALTER) ATTRIBUTE .*)", Pattern.DOTALL);

    private final List<String> statements;
    private final Map<String, String> before;
    private final Map<String, String> after;
    private final List<CatalogueChange> changes = new ArrayList<>();

    /**
     * @param before the catalogue of the database that is to be changed
     * @param after of the one that it is to be like
     */
    Mending(List<String> statements, Map<String, String> before, Map<String, String> after) {
        List<String> ours = statements.stream().filter(Mending::isOurs).toList();
        this.statements = new NotNullNames(ours, before).leftOut();
        this.before = before;
        this.after = after;
    }

    /** Whose objects they are is decided by who deploys. */
    private static boolean isOurs(String sql) {
        return !sql.startsWith("SET search_path") && !sql.matches("(?s)ALTER .* OWNER TO .*");
    }

    List<CatalogueChange> changes() {
        Map<String, ColumnText> added = new HashMap<>();
        for (String sql : statements) {
            Matcher column = ADDED.matcher(sql);
            if (column.matches()) {
                added.put(column.group(1) + "." + column.group(2), ColumnText.of(column.group(3)));
            }
        }
        List<String> kept = new ArrayList<>();
        widenTypesInUse();
        for (String sql : statements) {
            Matcher dropped = DROPPED.matcher(sql);
            Matcher column = ADDED.matcher(sql);
            if (dropped.matches() && added.containsKey(dropped.group(1) + "." + dropped.group(2))) {
                kept.add(dropped.group(1) + "." + dropped.group(2));
                leave(dropped.group(1), dropped.group(2), added.get(dropped.group(1) + "." + dropped.group(2)), sql);
            } else if (dropped.matches() && comesFromParent(dropped.group(1), dropped.group(2))) {
                // It must be there when the table gets that parent, with all that is in it.
                continue;
            } else if (column.matches() && kept.contains(column.group(1) + "." + column.group(2))) {
                comeBack(column.group(1), column.group(2), ColumnText.of(column.group(3)), sql);
            } else if (ATTRIBUTES.matcher(sql).matches()) {
                retypeAttributes(sql);
            } else {
                add(sql);
            }
        }
        return AttachedPartitions.keepingConstraints(changes);
    }

    /**
     * pgcodekeeper drops the columns of a type that it must replace, with all that is in them, and adds them again afterwards.
     * They become text meanwhile.
     */
    private void leave(String table, String column, ColumnText after, String sql) {
        boolean computed = generated(table, column);
        if (after.generated()) {
            // What is computed is computed again; what was stored by somebody is lost.
            Optional<String> loss =
                    computed ? Optional.empty() : DescribedStatement.of(sql).loss();
            changes.add(new CatalogueChange(sql, "column " + table + "." + column, loss, true));
        } else if (computed) {
            alter(table, column, "DROP EXPRESSION");
        } else if (!onlyWidened(after)) {
            alter(table, column, "DROP DEFAULT");
            alter(table, column, "TYPE " + after.text() + " USING " + column + "::" + after.text());
        }
    }

    private void comeBack(String table, String column, ColumnText after, String sql) {
        if (after.generated()) {
            add(sql);
        } else if (generated(table, column)) {
            after.defaultValue().ifPresent(value -> alter(table, column, "SET DEFAULT " + value));
        } else if (!onlyWidened(after)) {
            alter(
                    table,
                    column,
                    "TYPE " + after.typeWithCollation() + " USING " + column + "::" + after.text() + "::"
                            + after.type());
            after.defaultValue().ifPresent(value -> alter(table, column, "SET DEFAULT " + value));
        }
    }

    private boolean comesFromParent(String table, String column) {
        return after.getOrDefault("column " + table + "." + column, "").matches("(?s).* inherited\\b.*");
    }

    private boolean generated(String table, String column) {
        return before.getOrDefault("column " + table + "." + column, "").contains("generated ");
    }

    /** Attributes may come and go while a column has the type; only another type of one needs the columns out of the way. */
    private boolean onlyWidened(ColumnText column) {
        return statements.stream()
                .map(ATTRIBUTES::matcher)
                .anyMatch(m -> m.matches()
                        && column.type().replace("[]", "").equals(m.group(1))
                        && actions(m.group(2)).stream().noneMatch(a -> a.startsWith("ALTER ")));
    }

    /** First of all: as text a value would have too few or too many attributes for the type as it will be. */
    private void widenTypesInUse() {
        for (String sql : statements) {
            Matcher type = ATTRIBUTES.matcher(sql);
            if (type.matches()) {
                actions(type.group(2)).stream()
                        .filter(action -> !action.startsWith("ALTER "))
                        .forEach(action -> add("ALTER TYPE " + type.group(1) + "\n\t" + action));
            }
        }
    }

    private void retypeAttributes(String sql) {
        Matcher type = ATTRIBUTES.matcher(sql);
        if (type.matches()) {
            actions(type.group(2)).stream()
                    .filter(action -> action.startsWith("ALTER "))
                    .forEach(action -> add("ALTER TYPE " + type.group(1) + "\n\t" + action));
        }
    }

    private static List<String> actions(String text) {
        return List.of(text.split(",\\s*(?=(?:ADD|DROP|ALTER) ATTRIBUTE )"));
    }

    private void alter(String table, String column, String action) {
        add("ALTER TABLE " + table + "\n\tALTER COLUMN " + column + " " + action);
    }

    private void add(String sql) {
        changes.add(DescribedStatement.of(sql));
    }
}
