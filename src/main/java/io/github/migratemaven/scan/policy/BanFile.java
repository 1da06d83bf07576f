package io.github.migratemaven.scan.policy;

import io.github.migratemaven.scan.Place;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.Written;
import io.github.migratemaven.scan.catalog.Fields;
import io.github.migratemaven.scan.catalog.StrictYaml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code .migrate-ban.yml}: the same keys as the elements of the rule's configuration. */
final class BanFile {
    private static final String CODE = "bad-configuration";
    private static final Set<String> GENERAL = Set.of("strict", "developmentScripts");
    private static final Set<String> KEYS = Set.of(
            "strict", "developmentScripts", "includes", "excludes", "severities", "exceptions", "entries", "catalogs");
    private static final Set<String> EXCEPTION = Set.of("file", "id", "reason", "until");
    private static final Set<String> ENTRY = Set.of("id", "command", "setting", "why", "instead", "severity", "link");

    private BanFile() {}

    /** @throws io.github.migratemaven.model.MigrateException {@code bad-configuration}, with the place */
    static Asked read(SourceFile file) {
        List<Node> documents = StrictYaml.documents(file, CODE);
        if (documents.isEmpty()) {
            return new BanSettings().asked();
        }
        Fields fields = new Fields(CODE, file.path(), documents.get(0), KEYS);
        fields.flag("strict");
        return new Asked(
                written(fields, GENERAL),
                fields.strings("includes"),
                fields.strings("excludes"),
                fields.pairs("severities").stream()
                        .map(pair -> new Written(
                                Place.at(pair.position()), Map.of("id", pair.key(), "severity", pair.value())))
                        .toList(),
                items(file, fields, "exceptions", EXCEPTION),
                items(file, fields, "entries", ENTRY),
                fields.strings("catalogs"));
    }

    private static List<Written> items(SourceFile file, Fields fields, String key, Set<String> known) {
        return fields.nodes(key).stream()
                .map(node -> written(new Fields(CODE, file.path(), node, known), known))
                .toList();
    }

    private static Written written(Fields fields, Set<String> keys) {
        Map<String, String> values = new HashMap<>();
        keys.forEach(key -> fields.optional(key).ifPresent(value -> values.put(key, value)));
        return new Written(Place.at(fields.position()), values);
    }
}
