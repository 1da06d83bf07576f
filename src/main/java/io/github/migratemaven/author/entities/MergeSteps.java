package io.github.migratemaven.author.entities;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Statements by what they have to come before. */
final class MergeSteps {
    /** In the order of running. */
    enum Kind {
        SCHEMA,
        TYPE,
        SEQUENCE,
        UNDO,
        TABLE,
        COLUMN,
        DROP_COLUMN,
        DROP_TABLE,
        KEY,
        CONSTRAINT,
        INDEX
    }

    private final Map<Kind, List<String>> statements = new EnumMap<>(Kind.class);

    void add(Kind kind, String sql) {
        statements.computeIfAbsent(kind, any -> new ArrayList<>()).add(sql);
    }

    List<String> inOrder() {
        return statements.values().stream().flatMap(List::stream).toList();
    }
}
