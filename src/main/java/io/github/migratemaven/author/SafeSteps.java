package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a list of statements what would lock a table for as long as its rows are read, and makes of it what PostgreSQL
 * offers instead. Tables that the same list creates have no rows: there nothing is changed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL manual, ALTER TABLE, "Notes"</a>
 */
final class SafeSteps {
    /** The name of a changeset that does nothing else. */
    static final String VALIDATION = "validate-constraints";

    private static final String NAME = SqlNames.NAME;
    private static final String PART = SqlNames.PART;

    private static final Pattern INDEX =
            Pattern.compile("CREATE (UNIQUE )?INDEX (" + PART + ") ON (?:ONLY )?(" + NAME + ")( .*)", Pattern.DOTALL);
    private static final Pattern CONSTRAINT = Pattern.compile(
            "ALTER TABLE (" + NAME + ")\\s+ADD CONSTRAINT (" + PART + ") ((CHECK|FOREIGN KEY|UNIQUE|PRIMARY KEY).*)",
            Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile(
            "(UNIQUE|PRIMARY KEY)( NULLS NOT DISTINCT)? (\\([^()]*\\))( INCLUDE \\([^()]*\\))?( WITH \\([^()]*\\))?((?: NOT)? DEFERRABLE.*)?",
            Pattern.DOTALL);
    private static final Pattern NOT_NULL =
            Pattern.compile("ALTER TABLE (?:ONLY )?(" + NAME + ")\\s+ALTER COLUMN (" + PART + ") SET NOT NULL");
    private static final Pattern ADDED = Pattern.compile(
            "ALTER TABLE (?:ONLY )?(" + NAME + ")\\s+ADD COLUMN (" + PART + ") (.*) NOT NULL", Pattern.DOTALL);

    private final Relations before;
    private final List<CatalogueChange> now = new ArrayList<>();
    private final List<CatalogueChange> rows = new ArrayList<>();
    private final List<Stage> indexes = new ArrayList<>();
    private final List<CatalogueChange> validations = new ArrayList<>();
    private final List<CatalogueChange> afterwards = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param changes in an order in which they run */
    SafeSteps(Relations before, List<CatalogueChange> changes) {
        this.before = before;
        changes.forEach(this::sort);
    }

    /** In their order; the first is all that need not wait. */
    List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        if (!now.isEmpty()) {
            stages.add(new Stage(StageName.of(now), true, now, notes));
        }
        if (!rows.isEmpty()) {
            stages.add(Stage.of("fill-in-values", rows, "changes rows: on a large table do it in portions"));
        }
        stages.addAll(indexes);
        if (!validations.isEmpty()) {
            stages.add(Stage.of(VALIDATION, validations));
        }
        if (!afterwards.isEmpty()) {
            stages.add(Stage.of(StageName.of(afterwards), afterwards));
        }
        return stages;
    }

    static boolean validates(CatalogueChange change) {
        return change.sql().matches("(?s)ALTER TABLE " + NAME + "\\s+VALIDATE CONSTRAINT .*");
    }

    private void sort(CatalogueChange change) {
        Matcher index = INDEX.matcher(change.sql());
        Matcher constraint = CONSTRAINT.matcher(change.sql());
        Matcher notNull = NOT_NULL.matcher(change.sql());
        if (change.sql().startsWith("UPDATE ")) {
            rows.add(change);
        } else if (index.matches()) {
            index(change, index);
        } else if (constraint.matches()) {
            constraint(change, constraint);
        } else if (notNull.matches() && before.column(notNull.group(1), notNull.group(2))) {
            notNull(change, notNull.group(1), notNull.group(2));
        } else {
            warn(change);
            now.add(change);
        }
    }

    private void index(CatalogueChange change, Matcher index) {
        String unique = index.group(1) == null ? "" : index.group(1);
        if (before.plainTable(index.group(3)) || before.materializedView(index.group(3))) {
            String concurrently = "CREATE " + unique + "INDEX CONCURRENTLY " + index.group(2) + " ON " + index.group(3)
                    + index.group(4);
            indexes.add(alone(index.group(2), change, concurrently));
            if (!unique.isEmpty()) {
                warnWhereDropped("DROP INDEX " + NAME, index.group(2), index.group(3));
            }
        } else {
            if (before.partitioned(index.group(3))) {
                notes.add("index " + index.group(2) + " is built while writes to " + index.group(3)
                        + " and its partitions wait: PostgreSQL has no CONCURRENTLY for partitioned tables");
            }
            now.add(change);
        }
    }

    /** Under its name only one can be there, and a build that excludes nobody takes its time. */
    private void warnWhereDropped(String drop, String name, String table) {
        Pattern dropped = Pattern.compile("(?s)" + drop);
        boolean again = now.stream()
                .map(CatalogueChange::sql)
                .anyMatch(sql -> dropped.matcher(sql).matches()
                        && SqlNames.plainLast(sql).equals(SqlNames.plain(name)));
        if (again) {
            notes.add(name + " of " + table
                    + " is dropped before it is built again: nothing keeps rows unique meanwhile");
        }
    }

    private static Stage alone(String index, CatalogueChange change, String sql) {
        CatalogueChange concurrent = new CatalogueChange(sql, change.object(), change.loss(), false);
        return new Stage("create-index-" + StageName.word(index), false, List.of(concurrent), List.of());
    }

    private void constraint(CatalogueChange change, Matcher constraint) {
        String table = constraint.group(1);
        String name = constraint.group(2);
        String definition = constraint.group(3);
        String kind = constraint.group(4);
        boolean key = kind.equals("UNIQUE") || kind.equals("PRIMARY KEY");
        boolean possible = kind.equals("FOREIGN KEY") ? before.plainTable(table) : before.table(table, false);
        Matcher plain = KEY.matcher(definition);
        if (key && before.plainTable(table) && plain.matches()) {
            key(change, table, name, plain);
        } else if (!key && possible && !definition.matches("(?s).*NOT (VALID|ENFORCED)( NO INHERIT)?$")) {
            now.add(changed(change, change.sql() + " NOT VALID"));
            validations.add(changed(change, "ALTER TABLE " + table + "\n\tVALIDATE CONSTRAINT " + name));
        } else {
            now.add(change);
        }
    }

    private void key(CatalogueChange change, String table, String name, Matcher key) {
        String index = "CREATE UNIQUE INDEX CONCURRENTLY " + name + " ON " + table + " " + key.group(3)
                + Optional.ofNullable(key.group(4)).orElse("")
                + Optional.ofNullable(key.group(2)).orElse("")
                + Optional.ofNullable(key.group(5)).orElse("");
        indexes.add(alone(name, change, index));
        warnWhereDropped("ALTER TABLE " + NAME + "\\s+DROP CONSTRAINT " + PART, name, table);
        afterwards.add(changed(
                change,
                "ALTER TABLE " + table + "\n\tADD CONSTRAINT " + name + " " + key.group(1) + " USING INDEX " + name
                        + Optional.ofNullable(key.group(6)).orElse("")));
    }

    /** A validated CHECK spares SET NOT NULL its scan under the strongest lock: server 12 and newer. */
    private void notNull(CatalogueChange change, String table, String column) {
        String check = SqlNames.quoted(StageName.limited(SqlNames.last(column) + "_is_set"));
        now.add(changed(
                change,
                "ALTER TABLE " + table + "\n\tADD CONSTRAINT " + check + " CHECK (" + column
                        + " IS NOT NULL) NOT VALID"));
        validations.add(changed(change, "ALTER TABLE " + table + "\n\tVALIDATE CONSTRAINT " + check));
        afterwards.add(0, changed(change, "ALTER TABLE " + table + "\n\tDROP CONSTRAINT " + check));
        afterwards.add(0, change);
    }

    private void warn(CatalogueChange change) {
        Matcher added = ADDED.matcher(change.sql());
        if (added.matches()
                && before.table(added.group(1), true)
                && !added.group(3).contains(" DEFAULT ")
                && !added.group(3).contains("GENERATED")) {
            notes.add("column " + added.group(2) + " of " + added.group(1)
                    + " is NOT NULL without a default: this fails where the table has rows");
        }
        if (change.sql().matches("(?s)ALTER TABLE .*ALTER COLUMN " + PART + " TYPE .*")) {
            notes.add(change.object() + ": a new type may rewrite the table under the strongest lock");
        }
        if (UncheckedRoutine.is(change.sql())) {
            notes.add(change.object()
                    + ": the server refuses its text, which is the desired one; it is made without a check");
        }
    }

    private static CatalogueChange changed(CatalogueChange change, String sql) {
        return new CatalogueChange(sql, change.object(), Optional.empty(), true);
    }
}
