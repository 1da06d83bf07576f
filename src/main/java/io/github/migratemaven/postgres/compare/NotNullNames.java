package io.github.migratemaven.postgres.compare;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Since server 18 a NOT NULL is a constraint with a name, which stays when its column is renamed. A column that is added beside the old
 * one cannot have that name too, and older servers have no such constraint to rename. Nobody compares these names: the statements do
 * without them, and so mean the same on every server.
 *
 * @see <a href="https://www.postgresql.org/docs/18/release-18.html">PostgreSQL 18, release notes: NOT NULL in pg_constraint</a>
 */
final class NotNullNames {
    private static final String NAME = DescribedStatement.NAME;
    private static final String PART = DescribedStatement.PART;

    private static final Pattern COLUMN = Pattern.compile(
            "(ALTER (?:FOREIGN )?TABLE (?:ONLY )?" + NAME + "\\s+ADD COLUMN .*) CONSTRAINT (" + PART + ") NOT NULL",
            Pattern.DOTALL);
    private static final Pattern ADDED = Pattern.compile("(ALTER (?:FOREIGN )?TABLE (?:ONLY )?" + NAME
            + "\\s+)ADD CONSTRAINT (" + PART + ") NOT NULL (" + PART + ")");
    private static final Pattern RENAMED = Pattern.compile(
            "ALTER (?:FOREIGN )?TABLE (?:ONLY )?(" + NAME + ")\\s+RENAME CONSTRAINT (" + PART + ") TO (" + PART + ")");

    private final List<String> statements;
    private final Map<String, String> before;

    /** @param before the catalogue of the database that is to be changed */
    NotNullNames(List<String> statements, Map<String, String> before) {
        this.statements = statements;
        this.before = before;
    }

    List<String> leftOut() {
        return statements.stream()
                .filter(sql -> !renames(sql))
                .map(this::withoutName)
                .toList();
    }

    /** The catalogue has all other constraints. */
    private boolean renames(String sql) {
        Matcher renamed = RENAMED.matcher(sql);
        return renamed.matches()
                && !before.containsKey("constraint " + renamed.group(2) + " on " + renamed.group(1))
                && !commented(renamed.group(2))
                && !commented(renamed.group(3));
    }

    private String withoutName(String sql) {
        Matcher column = COLUMN.matcher(sql);
        if (column.matches() && !commented(column.group(2))) {
            return column.group(1) + " NOT NULL";
        }
        Matcher added = ADDED.matcher(sql);
        if (added.matches() && !commented(added.group(2))) {
            return added.group(1) + "ALTER COLUMN " + added.group(3) + " SET NOT NULL";
        }
        return sql;
    }

    /** A comment needs its name. */
    private boolean commented(String name) {
        return statements.stream().anyMatch(sql -> sql.startsWith("COMMENT ON CONSTRAINT " + name + " "))
                || before.keySet().stream().anyMatch(key -> key.startsWith("comment on constraint " + name + " on "));
    }
}
