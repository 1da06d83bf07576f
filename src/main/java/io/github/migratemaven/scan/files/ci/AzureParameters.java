package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.Surroundings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameters of pipelines and templates of Azure, kept as {@code parameters.NAME} beside the variables, as its expressions call them. */
final class AzureParameters {
    private static final String PREFIX = "parameters.";
    /** Longer values are nobody's commands. */
    private static final int MAX_VALUE = 5_000;

    private AzureParameters() {}

    /** What a template begins with: only what its caller gives it. */
    static Surroundings given(Optional<Node> parameters, Surroundings outer) {
        Map<String, String> all = new HashMap<>(outer.environment());
        all.keySet().removeIf(name -> name.startsWith(PREFIX));
        for (Node.Entry parameter : parameters.map(Node::entries).orElse(List.of())) {
            put(parameter.key(), Optional.of(parameter.value()), all);
        }
        return new Surroundings(outer.title(), outer.entry(), outer.folder(), all, outer.evidence(), outer.dialect());
    }

    /** What holds where nothing is given: a list of parameters, or a mapping as templates have it. */
    static Surroundings defaults(Optional<Node> parameters, Surroundings outer) {
        Map<String, String> all = new HashMap<>();
        for (Node parameter : parameters.map(Node::items).orElse(List.of())) {
            put(parameter.get("name").map(Node::text).orElse(""), parameter.get("default"), all);
        }
        for (Node.Entry parameter : parameters.map(Node::entries).orElse(List.of())) {
            put(parameter.key(), Optional.of(parameter.value()), all);
        }
        all.keySet().removeAll(outer.environment().keySet());
        return outer.environment(all);
    }

    private static void put(String name, Optional<Node> value, Map<String, String> into) {
        value.flatMap(Node::source)
                .filter(text -> text.text().length() <= MAX_VALUE)
                .ifPresent(text -> into.put(PREFIX + name, text.text()));
    }
}
