package io.github.migratemaven.author;

import io.github.migratemaven.model.CatalogueChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The renames that hints ask for and that have not happened yet, tables before their columns. */
final class Renames {
    private final Map<String, String> before;
    private final Map<String, String> desired;
    private final String schema;

    /** @param schema of unqualified names */
    Renames(Map<String, String> before, Map<String, String> desired, String schema) {
        this.before = before;
        this.desired = desired;
        this.schema = SqlNames.quoted(schema);
    }

    /** One stage for each: an application must be told of each. */
    List<Stage> stages(List<RenameHints.Hint> all) {
        List<RenameHints.Hint> hints =
                all.stream().filter(h -> h.way() == RenameHints.Way.AT_ONCE).toList();
        List<Stage> stages = new ArrayList<>();
        hints.stream().filter(h -> h.table().isEmpty()).forEach(h -> object(h).ifPresent(stages::add));
        hints.stream()
                .filter(h -> h.table().isPresent())
                .forEach(h -> column(h, hints).ifPresent(stages::add));
        return stages;
    }

    private Optional<Stage> object(RenameHints.Hint hint) {
        String to = SqlNames.qualified(hint.to(), schema);
        String from = SqlNames.beside(to, hint.from());
        boolean open =
                has(before, hint.kind(), from) && !has(before, hint.kind(), to) && !has(desired, hint.kind(), from);
        String rename = "ALTER " + hint.kind() + " %s RENAME TO %s";
        return open
                ? Optional.of(stage(
                        hint.kind(),
                        from,
                        to,
                        rename.formatted(from, SqlNames.plainLast(to)),
                        rename.formatted(to, SqlNames.plainLast(from))))
                : Optional.empty();
    }

    private Optional<Stage> column(RenameHints.Hint hint, List<RenameHints.Hint> all) {
        String table = SqlNames.qualified(hint.table().orElseThrow(), schema);
        String old = all.stream()
                .filter(h -> h.kind().equals("TABLE")
                        && SqlNames.qualified(h.to(), schema).equals(table))
                .map(h -> SqlNames.beside(table, h.from()))
                .filter(from -> !before.containsKey("table " + table))
                .findFirst()
                .orElse(table);
        String from = SqlNames.plain(hint.from());
        String to = SqlNames.plain(hint.to());
        boolean open = before.containsKey("column " + old + "." + from)
                && !before.containsKey("column " + old + "." + to)
                && !desired.containsKey("column " + table + "." + from);
        String rename = "ALTER TABLE " + table + " RENAME COLUMN %s TO %s";
        return open
                ? Optional.of(
                        stage("COLUMN", table + "." + from, to, rename.formatted(from, to), rename.formatted(to, from)))
                : Optional.empty();
    }

    /** The way back is the rename back: a comparison would drop what it calls new. */
    private static Stage stage(String kind, String from, String to, String sql, String undo) {
        String object = kind.toLowerCase(Locale.ROOT) + " " + from;
        String name = "rename-" + StageName.word(kind) + "-" + StageName.word(SqlNames.last(from)) + "-to-"
                + StageName.word(SqlNames.last(to));
        return new Stage(
                StageName.cut(name),
                true,
                List.of(new CatalogueChange(sql, object, Optional.empty(), true)),
                List.of(object + " is renamed at once: what still uses the old name fails from then on"),
                List.of(undo));
    }

    private static boolean has(Map<String, String> catalogue, String kind, String name) {
        return switch (kind) {
            case "TYPE" ->
                catalogue.containsKey("enum " + name)
                        || catalogue.containsKey("composite type " + name)
                        || catalogue.containsKey("range " + name);
            default -> catalogue.containsKey(kind.toLowerCase(Locale.ROOT) + " " + name);
        };
    }
}
