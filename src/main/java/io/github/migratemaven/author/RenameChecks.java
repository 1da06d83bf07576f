package io.github.migratemaven.author;

import io.github.migratemaven.author.RenameHints.Hint;
import io.github.migratemaven.author.RenameHints.Way;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a rename in steps is to begin, and whether it can. */
final class RenameChecks {
    private static final Pattern PRIMARY_KEY = Pattern.compile("PRIMARY KEY \\((.*?)\\).*");
    private static final Pattern PARTITION_KEY = Pattern.compile("(?:RANGE|LIST|HASH) \\(.*", Pattern.DOTALL);
    private static final Pattern INDEX =
            Pattern.compile("CREATE (?:UNIQUE )?INDEX .*? ON (?:ONLY )?(" + SqlNames.NAME + ") .*");

    private final Map<String, String> before;
    private final Map<String, String> desired;

    RenameChecks(Map<String, String> before, Map<String, String> desired) {
        this.before = before;
        this.desired = desired;
    }

    /** @return false where it has begun, or is over */
    boolean table(Hint hint, TableRename rename) {
        if (!hint.kind().equals("TABLE")) {
            throw refused(
                    "rename-not-possible",
                    "a " + hint.kind().toLowerCase(java.util.Locale.ROOT) + " cannot be renamed in steps: "
                            + rename.to(),
                    "Tables and columns can. Without a word behind the old name it is renamed at once.");
        }
        boolean from = before.containsKey("table " + rename.from());
        boolean to = before.containsKey("table " + rename.to());
        return begins(
                hint,
                "table " + rename.from(),
                "table " + rename.to(),
                new There(
                        from, to, to && !from, declares("table ", rename.from()) || declares("view ", rename.from())));
    }

    /** @return false where it has begun, or is over */
    boolean column(Hint hint, ColumnRename rename) {
        String table = " of table " + rename.table();
        boolean from = before.containsKey("column " + rename.table() + "." + rename.from());
        boolean to = before.containsKey("column " + rename.table() + "." + rename.to());
        boolean under = ColumnRename.under(before).contains(rename);
        return begins(
                hint,
                "column " + rename.from() + table,
                "column " + rename.to() + table,
                new There(from, to, under || to && !from, declares("column ", rename.table() + "." + rename.from())));
    }

    /** @param settled the rename has begun, or is over */
    private record There(boolean from, boolean to, boolean settled, boolean declared) {}

    private boolean begins(Hint hint, String from, String to, There there) {
        if (there.declared()) {
            throw refused(
                    "rename-both-declared",
                    "the desired schema has " + from + " beside " + to + ", which is to take its place",
                    "Take the old one out of the file: the changesets keep it until the rename is ended.");
        }
        if (there.settled()) {
            return false;
        }
        if (there.from() && there.to()) {
            throw refused(
                    "rename-both-there",
                    "the changelog makes both " + from + " and " + to + ": which of them has the data is not known",
                    "Bring them together in a changeset of your own (mvn migrate:new), and take the hint away.");
        }
        if (!there.from()) {
            throw refused(
                    "rename-nothing",
                    "there is no " + from + " that could become " + to,
                    "Correct the name in the hint, or take the hint away.");
        }
        if (hint.way() == Way.CONTRACT) {
            throw refused(
                    "rename-not-begun",
                    "the rename of " + from + " cannot be ended: it has not begun",
                    "Write expand first, deploy that and an application that uses the new name everywhere, then write"
                            + " contract.");
        }
        return true;
    }

    private boolean declares(String kind, String name) {
        return desired.containsKey(kind + name);
    }

    /** Whether the new column can stand beside the old one. */
    void columns(ColumnRename rename, NewColumn from, NewColumn to) {
        String column = "column " + rename.from() + " of table " + rename.table();
        if (!from.type().equals(to.type())) {
            throw refused(
                    "rename-type-differs",
                    column + " is " + from.type() + ", " + rename.to() + " is " + to.type(),
                    "Change the type before or after the rename, in a changeset of its own.");
        }
        String now = before.getOrDefault("column " + rename.table() + "." + rename.from(), "");
        if (from.generated() || to.generated() || now.contains(" identity ") || now.contains("nextval(")) {
            throw impossible(column, "its values come from a sequence or are computed");
        }
        if (inPrimaryKey(rename)) {
            throw impossible(column, "it belongs to the primary key");
        }
        if (inPartitionKey(rename.table(), rename.from())) {
            throw impossible(column, "a partition of the table is partitioned by it");
        }
        if (!new Relations(before).table(rename.table(), false) || inherited(rename.table())) {
            throw impossible(column, "the table inherits, or others inherit from it");
        }
        sameName(rename).ifPresent(name -> {
            throw refused(
                    "rename-same-name",
                    name + " is on " + rename.from() + " in the changelog and on " + rename.to()
                            + " in the desired schema: while both columns are there, each needs one",
                    "Give the new one another name.");
        });
    }

    /** @param takesNull whether its type does */
    void takesNull(ColumnRename rename, NewColumn to, boolean takesNull) {
        if (!takesNull) {
            throw impossible(
                    "column " + rename.from() + " of table " + rename.table(),
                    "its type " + to.typeWithoutCollation()
                            + " takes no null, which old code leaves in the new column");
        }
    }

    /** A trigger of the table does not fire for the rows of its heirs; it does for those of its partitions. */
    private boolean inherited(String table) {
        return new Relations(before).plainTable(table)
                && (before.getOrDefault("table " + table, "").contains("inherits ")
                        || before.values().stream()
                                .anyMatch(d ->
                                        d.matches("(?s)r \\|.*inherits (.*, )?" + Pattern.quote(table) + "(,.*)?")));
    }

    private boolean inPrimaryKey(ColumnRename rename) {
        return before.entrySet().stream()
                .filter(e -> e.getKey().endsWith(" on " + rename.table()))
                .map(e -> PRIMARY_KEY.matcher(e.getValue()))
                .filter(Matcher::matches)
                .anyMatch(m -> Arrays.asList(m.group(1).split(", ")).contains(rename.from()));
    }

    /** A trigger's change moves no row to another partition: the server refuses it. */
    private boolean inPartitionKey(String table, String column) {
        return before.entrySet().stream()
                .filter(e -> e.getKey().startsWith("table "))
                .anyMatch(e -> {
                    String name = e.getKey().substring("table ".length());
                    List<String> parts = List.of(e.getValue().split(" \\| "));
                    boolean by = parts.stream()
                            .anyMatch(p -> PARTITION_KEY.matcher(p).matches() && Bridge.mentions(p, column));
                    return name.equals(table) && by
                            || parts.contains("inherits " + table) && inPartitionKey(name, column);
                });
    }

    /** An index or a constraint that would have to be on both columns at once. */
    private Optional<String> sameName(ColumnRename rename) {
        String onTable = " on " + rename.table();
        return before.entrySet().stream()
                .filter(e -> e.getKey().startsWith("constraint ") && e.getKey().endsWith(onTable)
                        || e.getKey().startsWith("index ") && isOn(rename.table(), e.getValue()))
                .filter(e -> Bridge.mentions(e.getValue(), rename.from())
                        && Bridge.mentions(desired.getOrDefault(e.getKey(), ""), rename.to()))
                .map(e -> e.getKey().replace(onTable, ""))
                .findFirst();
    }

    private static boolean isOn(String table, String definition) {
        Matcher index = INDEX.matcher(definition);
        return index.matches() && SqlNames.plain(index.group(1)).equals(table);
    }

    private static MigrateException impossible(String column, String why) {
        return refused(
                "rename-not-possible",
                column + " cannot be renamed in steps: " + why,
                "Rename it at once (without expand) while no application runs, or keep its name.");
    }

    static MigrateException refused(String code, String message, String hint) {
        return new MigrateException(Failure.InvalidInput.of(code, message, hint));
    }
}
