package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The changesets of a rename in steps. */
final class RenameStages {
    private RenameStages() {}

    static Stage expand(TableRename rename, Map<String, String> before) {
        List<String> notes = new ArrayList<>();
        notes.add(rename.from()
                + " is a view from now on, for what still uses the old name: it can be read and written, not"
                + " truncated, copied into or referred to by a foreign key; write contract instead of expand when nothing"
                + " uses it any more");
        if (rename.rowSecurity(before)) {
            notes.add("the view obeys row security as security_invoker, which servers before 15 do not know");
        }
        return stage(
                "expand-rename-table-" + pair(rename.from(), rename.to()),
                "table " + rename.from(),
                rename.expand(before),
                notes,
                rename.withdraw());
    }

    static Stage expand(ColumnRename rename, NewColumn old, NewColumn column, Map<String, String> before) {
        List<String> notes = new ArrayList<>();
        notes.add("columns " + rename.from() + " and " + rename.to() + " of " + rename.table()
                + " are kept in step from now on, whichever is written; write contract instead of expand when nothing uses "
                + rename.from() + " any more");
        if (column.defaultValue().isPresent() && column.defaultBeside(old).isEmpty()) {
            notes.add("column " + rename.to() + " gets its default when the rename is ended: until then it takes what "
                    + rename.from() + " got");
        }
        return stage(
                "expand-rename-" + pair(rename.from(), rename.to()),
                "column " + rename.table() + "." + rename.to(),
                rename.expand(old, column, before),
                notes,
                rename.withdraw());
    }

    /** Has nothing to undo: the column goes with the stage before. */
    static Stage copy(ColumnRename rename) {
        return new Stage(
                StageName.cut("copy-" + pair(rename.from(), rename.to())),
                false,
                changes(
                        "column " + rename.table() + "." + rename.to(),
                        List.of(rename.copy()),
                        Optional.empty(),
                        false),
                List.of("changes all rows, portion by portion: triggers on UPDATE fire for each"));
    }

    static Stage compare(ColumnRename rename) {
        return new Stage(
                StageName.cut("compare-" + pair(rename.from(), rename.to())),
                true,
                changes("table " + rename.table(), List.of(rename.compare()), Optional.empty(), true),
                List.of("fails where a row has different values in them, so that nothing is lost"));
    }

    /** @param back what brings back all that goes, in its order */
    static Stage contract(ColumnRename rename, List<String> back) {
        String object = "column " + rename.table() + "." + rename.from();
        String loss = "column " + rename.from() + " of table " + rename.table() + ", whose values column " + rename.to()
                + " has, too (nothing but the old name goes)";
        return new Stage(
                StageName.cut("contract-rename-" + pair(rename.from(), rename.to())),
                true,
                changes(object, rename.contract(), Optional.of(loss), true),
                List.of("whatever still uses " + rename.from() + " fails from then on"),
                back);
    }

    private static Stage stage(String name, String object, List<String> sql, List<String> notes, List<String> undo) {
        return new Stage(StageName.cut(name), true, changes(object, sql, Optional.empty(), true), notes, undo);
    }

    /** @param loss of the last one */
    private static List<CatalogueChange> changes(
            String object, List<String> sql, Optional<String> loss, boolean transactional) {
        List<CatalogueChange> changes = new ArrayList<>();
        for (String one : sql) {
            boolean last = changes.size() == sql.size() - 1;
            changes.add(new CatalogueChange(one, object, last ? loss : Optional.empty(), transactional));
        }
        return changes;
    }

    private static String pair(String from, String to) {
        return StageName.word(SqlNames.last(from)) + "-to-" + StageName.word(SqlNames.last(to));
    }
}
