package io.github.migratemaven.author;

import io.github.migratemaven.author.RenameHints.Hint;
import io.github.migratemaven.author.RenameHints.Way;
import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.SqlFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Renames that hints ask for, at once or in steps. In steps: first both names work, then only the new one. What is there in between belongs to no schema that anybody
 * declares, so the desired one gets it, too, before the two are compared.
 */
final class SafeRenames {
    private final ScratchPad pad;
    private final SchemaDifference difference;
    private final String schema;
    private final boolean ours;
    private final boolean entities;
    private final List<Hint> all;
    private final List<Hint> hints;

    /** @param schema of unqualified names; empty = {@code public} */
    SafeRenames(ScratchPad pad, SchemaDifference difference, Optional<String> schema, Desired desired) {
        this.pad = pad;
        this.difference = difference;
        this.schema = schema.orElse("public");
        this.ours = !(desired instanceof Desired.Database);
        this.entities = desired instanceof Desired.Entities;
        this.all = desired instanceof Desired.Script script ? RenameHints.in(script.text()) : List.of();
        this.hints = all.stream().filter(h -> h.way() != Way.AT_ONCE).toList();
    }

    /** Gives tables their new names: hints at columns name them so. */
    private void tables(Target work, Target desired) {
        for (Hint hint : hints) {
            if (hint.table().isEmpty()) {
                RenameChecks checks = new RenameChecks(pad.catalogue(work), pad.catalogue(desired));
                TableRename rename = table(hint);
                if (checks.table(hint, rename)) {
                    difference.apply(work, RenameStages.expand(rename, pad.catalogue(work)));
                }
            }
        }
    }

    /**
     * The stages that take one database to another, by way of what renames need.
     *
     * @param work is changed until it is like the other
     */
    List<ProvenRollback.Proven> between(Target work, Target desired) {
        tables(work, desired);
        new Renames(pad.catalogue(work), pad.catalogue(desired), schema)
                .stages(all)
                .forEach(stage -> difference.apply(work, stage));
        parts(work, desired);
        columns(work, desired);
        List<ColumnRename> columns = ColumnRename.under(pad.catalogue(work)).stream()
                .filter(rename -> isWanted(rename, pad.catalogue(desired)))
                .toList();
        List<TableRename> tables = hints.stream()
                .filter(h -> h.table().isEmpty() && h.way() == Way.EXPAND)
                .map(this::table)
                .filter(rename -> pad.catalogue(work).containsKey("view " + rename.from()))
                .toList();
        // Somebody's database has what a rename needs meanwhile, or has it no more.
        if (!ours || columns.isEmpty() && tables.isEmpty()) {
            return difference.between(work, desired);
        }
        if (entities) {
            release(desired, columns);
            columns.forEach(rename -> contract(work, rename));
            return difference.between(work, desired);
        }
        Target bridged = bridged(work, desired, columns, tables);
        List<ProvenRollback.Proven> stages = difference.between(work, bridged);
        List<ColumnRename> ending = columns.stream().filter(c -> !expanding(c)).toList();
        for (ColumnRename rename : ending) {
            contract(work, rename);
        }
        return ending.isEmpty()
                ? stages
                : difference.between(work, tables.isEmpty() ? desired : bridged(work, desired, List.of(), tables));
    }

    /** What is called by the old names goes with them. */
    private void parts(Target work, Target desired) {
        all.stream()
                .flatMap(h -> h.kind().equals("TABLE") ? Stream.of(h.to()) : h.table().stream())
                .map(table -> SqlNames.qualified(table, SqlNames.quoted(schema)))
                .distinct()
                .forEach(table -> RenamedParts.of(table, pad.catalogue(work), pad.catalogue(desired))
                        .ifPresent(stage -> difference.apply(work, stage)));
    }

    private void columns(Target work, Target desired) {
        for (Hint hint : hints) {
            if (hint.table().isPresent()) {
                ColumnRename rename = column(hint);
                RenameChecks checks = new RenameChecks(pad.catalogue(work), pad.catalogue(desired));
                if (checks.column(hint, rename)) {
                    NewColumn from = added(desired, work, rename.table(), rename.from());
                    NewColumn to = added(work, desired, rename.table(), rename.to());
                    checks.columns(rename, from, to);
                    checks.takesNull(rename, to, takesNull(work, to));
                    difference.apply(work, RenameStages.expand(rename, from, to, pad.catalogue(work)));
                    difference.apply(work, RenameStages.copy(rename));
                }
            }
        }
    }

    /** A domain may not: who does not know the new column leaves it null until the trigger fills it. */
    private boolean takesNull(Target work, NewColumn column) {
        try {
            String question = "SELECT CAST(NULL AS " + column.typeWithoutCollation() + ")";
            return pad.tryInAnyOrder(work, List.of(question)).failed().isEmpty();
        } catch (SqlFailure e) {
            throw new IllegalStateException(e);
        }
    }

    private NewColumn added(Target database, Target to, String table, String column) {
        return NewColumn.in(pad.compare(database, to), table, column)
                .orElseThrow(() -> RenameChecks.refused(
                        "rename-not-possible",
                        "column " + column + " of table " + table
                                + " cannot be renamed in steps: it is not added by itself",
                        "Rename it at once (without expand), or by hand: mvn migrate:new."));
    }

    private void contract(Target work, ColumnRename rename) {
        Target before = pad.copy(work);
        Target after = pad.copy(work);
        try {
            pad.run(after, rename.contract(), true);
            List<String> back = new ArrayList<>(rename.comeBack(added(after, before, rename.table(), rename.from())));
            pad.run(after, back, true);
            pad.approach(after, before).forEach(change -> back.add(change.sql()));
            difference.apply(work, RenameStages.compare(rename));
            difference.apply(work, RenameStages.contract(rename, back));
        } catch (SqlFailure e) {
            throw RenameChecks.refused(
                    "rename-not-possible",
                    "column " + rename.from() + " of table " + rename.table() + " cannot go: " + e.getMessage(),
                    "Take out of the desired schema what still uses it.");
        } finally {
            pad.drop(before);
            pad.drop(after);
        }
    }

    /** What entities desire began as the changelog's schema: it has a trigger for a column that is gone, and rows. */
    private void release(Target desired, List<ColumnRename> columns) {
        try {
            for (ColumnRename rename : columns) {
                pad.run(desired, rename.release(), true);
            }
        } catch (SqlFailure e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean expanding(ColumnRename rename) {
        return hints.stream()
                .anyMatch(h -> h.table().isPresent()
                        && h.way() == Way.EXPAND
                        && column(h).equals(rename));
    }

    private static boolean isWanted(ColumnRename rename, Map<String, String> desired) {
        return desired.containsKey("column " + rename.table() + "." + rename.to())
                && !desired.containsKey("column " + rename.table() + "." + rename.from());
    }

    /** The desired schema with what a rename needs meanwhile, as it is in the other database. */
    private Target bridged(Target work, Target desired, List<ColumnRename> columns, List<TableRename> tables) {
        Target bridged = pad.copy(desired);
        Bridge bridge = new Bridge(columns, tables);
        Set<String> chosen = new LinkedHashSet<>();
        pad.compare(desired, work).stream()
                .map(CatalogueChange::sql)
                .filter(bridge::needs)
                .forEach(chosen::add);
        List<String> statements = new ArrayList<>(chosen);
        try {
            Optional<SqlFailure> failed = pad.runInAnyOrder(bridged, statements).failed().values().stream()
                    .findFirst();
            if (failed.isPresent()) {
                throw failed.get();
            }
            return bridged;
        } catch (SqlFailure e) {
            String names = Stream.concat(
                            columns.stream().map(c -> "column " + c.from() + " of table " + c.table()),
                            tables.stream().map(t -> "table " + t.from()))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            throw RenameChecks.refused(
                    "rename-under-way",
                    "the desired schema does not fit with the old names that are still there (" + names + "): "
                            + e.getMessage(),
                    "End the rename first: write contract instead of expand, without other changes.");
        }
    }

    private TableRename table(Hint hint) {
        String to = SqlNames.qualified(hint.to(), SqlNames.quoted(schema));
        return new TableRename(SqlNames.beside(to, hint.from()), to);
    }

    private ColumnRename column(Hint hint) {
        return new ColumnRename(
                SqlNames.qualified(hint.table().orElseThrow(), SqlNames.quoted(schema)),
                SqlNames.plain(hint.from()),
                SqlNames.plain(hint.to()));
    }
}
