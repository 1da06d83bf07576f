package io.github.migratemaven.postgres.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements for comments that two catalogues show. */
final class OrdinaryComments {
    private static final String COMMENT = "comment on ";
    private static final List<String> RELATIONS = List.of("table", "view", "materialized view", "index", "sequence");

    private final Map<String, String> before;
    private final Map<String, String> after;

    OrdinaryComments(Map<String, String> before, Map<String, String> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param keys of what differs
     * @return none for what goes with its object; an empty text for what is not ordinary
     */
    List<String> of(Collection<String> keys) {
        List<String> statements = new ArrayList<>();
        for (String key : keys) {
            if (key.startsWith(COMMENT) && (after.containsKey(key) || stays(key.substring(COMMENT.length())))) {
                statements.add(object(key.substring(COMMENT.length()))
                        .map(object -> "COMMENT ON " + object + " IS " + Residue.literal(after.get(key)))
                        .orElse(""));
            }
        }
        return statements;
    }

    private boolean stays(String object) {
        return after.containsKey(object)
                || object.startsWith("type ")
                || object.startsWith("relation ")
                        && RELATIONS.stream().anyMatch(kind -> after.containsKey(kind + object.substring(8)));
    }

    private Optional<String> object(String object) {
        int blank = object.indexOf(' ');
        String name = object.substring(blank);
        return switch (object.substring(0, blank)) {
            case "relation" ->
                RELATIONS.stream()
                        .filter(kind -> after.containsKey(kind + name))
                        .map(kind -> kind.toUpperCase(java.util.Locale.ROOT) + name)
                        .findFirst();
            case "column" -> Optional.of("COLUMN" + name);
            case "schema" -> Optional.of("SCHEMA" + name);
            case "constraint" -> after.containsKey(object) ? Optional.of("CONSTRAINT" + name) : Optional.empty();
            case "trigger" -> Optional.of("TRIGGER" + name);
            case "function" ->
                Optional.ofNullable(after.get(object))
                        .filter(text -> text.startsWith("CREATE OR REPLACE FUNCTION "))
                        .map(text -> "FUNCTION" + name);
            default -> Optional.empty();
        };
    }
}
