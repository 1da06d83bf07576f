package io.github.migratemaven.scan.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A TOML table while it is read: headers come back to it, dotted keys reach into it. */
final class TomlTable {
    private final int start;
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    TomlTable(int start) {
        this.start = start;
    }

    /** What a key holds: one of the three. */
    private record Slot(int keyStart, Node value, TomlTable table, List<TomlTable> tables) {
        Node toNode() {
            if (value != null) {
                return value;
            }
            if (table != null) {
                return table.toNode();
            }
            return new Node.Sequence(tables.stream().map(TomlTable::toNode).toList(), tables.get(0).start, "");
        }
    }

    void put(TomlText.Key key, Node value) {
        slots.put(key.name(), new Slot(key.start(), value, null, null));
    }

    /** The table behind a dotted key, made where it is not there yet; in an array of tables the last one. */
    TomlTable descend(List<TomlText.Key> keys, int tableStart) {
        TomlTable table = this;
        for (TomlText.Key key : keys) {
            Slot slot = table.slots.get(key.name());
            if (slot != null && slot.tables() != null) {
                table = slot.tables().get(slot.tables().size() - 1);
            } else if (slot != null && slot.table() != null) {
                table = slot.table();
            } else {
                TomlTable made = new TomlTable(tableStart);
                table.slots.put(key.name(), new Slot(key.start(), null, made, null));
                table = made;
            }
        }
        return table;
    }

    /** A new table at the end of an array of tables. */
    TomlTable append(List<TomlText.Key> keys) {
        if (keys.isEmpty()) {
            return new TomlTable(start);
        }
        TomlText.Key last = keys.get(keys.size() - 1);
        TomlTable owner = descend(keys.subList(0, keys.size() - 1), last.start());
        TomlTable made = new TomlTable(last.start());
        Slot slot = owner.slots.get(last.name());
        if (slot != null && slot.tables() != null) {
            slot.tables().add(made);
        } else {
            owner.slots.put(last.name(), new Slot(last.start(), null, null, new ArrayList<>(List.of(made))));
        }
        return made;
    }

    Node toNode() {
        List<Node.Entry> entries = new ArrayList<>();
        slots.forEach((name, slot) -> entries.add(new Node.Entry(name, slot.keyStart(), slot.toNode())));
        return new Node.Mapping(entries, start, "");
    }
}
