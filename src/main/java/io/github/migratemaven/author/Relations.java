package io.github.migratemaven.author;

import java.util.Map;
import java.util.Optional;

/** What a catalogue says of relations, by their names as SQL spells them. */
final class Relations {
    private final Map<String, String> catalogue;

    /** @param catalogue from {@link io.github.migratemaven.port.CatalogueComparison#catalogue} */
    Relations(Map<String, String> catalogue) {
        this.catalogue = catalogue;
    }

    /** A table of its own: neither partitioned nor a partition, so that CONCURRENTLY and NOT VALID work on it. */
    boolean plainTable(String name) {
        return table(name).filter(d -> d.startsWith("r |") && !partition(d)).isPresent();
    }

    boolean partitioned(String name) {
        return table(name).filter(d -> d.startsWith("p |")).isPresent();
    }

    boolean materializedView(String name) {
        return catalogue.containsKey("materialized view " + SqlNames.plain(name));
    }

    boolean table(String name, boolean partitionsToo) {
        return table(name).filter(d -> partitionsToo || !partition(d)).isPresent();
    }

    boolean column(String table, String column) {
        return catalogue.containsKey("column " + SqlNames.plain(table) + "." + SqlNames.plain(column));
    }

    private Optional<String> table(String name) {
        return Optional.ofNullable(catalogue.get("table " + SqlNames.plain(name)));
    }

    private static boolean partition(String definition) {
        return definition.contains("FOR VALUES ") || definition.contains("| DEFAULT");
    }
}
