package io.github.migratemaven.author.entities;

import io.github.migratemaven.author.entities.MergeSteps.Kind;
import io.github.migratemaven.model.SchemaShape;
import io.github.migratemaven.model.SchemaShape.Relation;
import io.github.migratemaven.model.SchemaShape.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has to be done to the changelog's schema so that the entities fit it. Tables and their columns are the entities'; sequences
 * and enums, constraints and indexes are added, and changed where an entity says otherwise; everything else stays.
 */
final class EntityMerge {
    private static final int NAMED = 5;

    private final SchemaShape now;
    private final SchemaShape wanted;
    private final Kept kept;
    private final MergeSteps steps = new MergeSteps();
    private final List<String> notes = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    /**
     * @param now what the changelog makes
     * @param wanted what Hibernate's export makes
     */
    EntityMerge(SchemaShape now, SchemaShape wanted, Kept kept) {
        this.now = now;
        this.wanted = wanted;
        this.kept = kept;
        Set<String> schemas = schemas();
        wanted.schemas().stream()
                .filter(name -> !now.schemas().contains(name))
                .forEach(name -> steps.add(Kind.SCHEMA, "CREATE SCHEMA " + name));
        enums();
        sequences(schemas);
        wanted.tables().values().stream().filter(EntityMerge::isTable).forEach(this::table);
        unmapped(schemas);
        if (!left.isEmpty()) {
            String more = left.size() > NAMED ? " and " + (left.size() - NAMED) + " more" : "";
            notes.add("no entity has these, they stay: "
                    + String.join(", ", left.subList(0, Math.min(NAMED, left.size()))) + more);
        }
    }

    /** In the order of running. */
    List<String> statements() {
        return steps.inOrder();
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private Set<String> schemas() {
        return wanted.tables().values().stream()
                .filter(EntityMerge::isTable)
                .map(Relation::schema)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static boolean isTable(Relation relation) {
        return relation.kind() == 'r' || relation.kind() == 'p';
    }

    private void enums() {
        wanted.enums().forEach((name, labels) -> {
            List<String> have = now.enums().get(name);
            if (have == null) {
                steps.add(
                        Kind.TYPE,
                        "CREATE TYPE " + name + " AS ENUM ("
                                + labels.stream().map(EntityMerge::literal).collect(Collectors.joining(", ")) + ")");
                return;
            }
            String before = "";
            for (String label : labels) {
                if (!have.contains(label)) {
                    String place = before.isEmpty() ? " BEFORE " + literal(have.get(0)) : " AFTER " + literal(before);
                    steps.add(Kind.TYPE, "ALTER TYPE " + name + " ADD VALUE " + literal(label) + place);
                }
                before = label;
            }
            have.stream()
                    .filter(label -> !labels.contains(label))
                    .forEach(label -> left.add("value " + label + " of " + name));
        });
    }

    private void sequences(Set<String> schemas) {
        for (Sequence sequence : wanted.sequences().values()) {
            Sequence old = now.sequences().get(sequence.name());
            if (old == null && !sequence.owned()) {
                steps.add(
                        Kind.SEQUENCE,
                        "CREATE SEQUENCE " + sequence.name() + " START WITH " + sequence.start() + " INCREMENT BY "
                                + sequence.increment());
                if (wanted.tables().keySet().stream().anyMatch(now.tables()::containsKey)) {
                    notes.add("sequence " + sequence.name() + " is new and begins at " + sequence.start()
                            + ": where its numbers are ids of rows that are there, set it behind them (setval)");
                }
            } else if (old != null && old.increment() != sequence.increment()) {
                steps.add(Kind.SEQUENCE, "ALTER SEQUENCE " + sequence.name() + " INCREMENT BY " + sequence.increment());
            }
        }
        now.sequences().values().stream()
                .filter(s -> !s.owned() && !wanted.sequences().containsKey(s.name()) && !kept.has(s.name()))
                .filter(s -> schemas.stream().anyMatch(schema -> s.name().startsWith(schema + ".")))
                .forEach(s -> left.add("sequence " + s.name()));
    }

    private void table(Relation table) {
        Relation old = now.tables().get(table.name());
        if (kept.has(table.name())) {
            return;
        }
        if (old == null) {
            create(table);
        } else if (isTable(old)) {
            ColumnMerge columns = new ColumnMerge(old, table, kept, steps);
            columns.merge();
            notes.addAll(columns.notes());
            ConstraintMerge constraints = new ConstraintMerge(old, table, steps);
            constraints.merge();
            left.addAll(constraints.left());
        } else {
            notes.add(table.name() + " is no table in the changelog but a view or a foreign table: it is not compared");
        }
    }

    private void create(Relation table) {
        steps.add(
                Kind.TABLE,
                "CREATE TABLE " + table.name() + " ("
                        + table.columns().values().stream()
                                .map(ColumnMerge::definition)
                                .collect(Collectors.joining(", "))
                        + ")");
        table.constraints().forEach(c -> ConstraintMerge.add(table.name(), c.name(), c, steps));
        table.indexes().forEach(index -> steps.add(Kind.INDEX, index.statement()));
    }

    /** Parts of a partitioned table come and go without an entity. */
    private void unmapped(Set<String> schemas) {
        List<String> tables = now.tables().values().stream()
                .filter(t -> isTable(t) && !t.partition() && schemas.contains(t.schema()))
                .map(Relation::name)
                .filter(name -> !wanted.tables().containsKey(name) && !kept.has(name))
                .toList();
        if (!tables.isEmpty()) {
            steps.add(Kind.DROP_TABLE, "DROP TABLE " + String.join(", ", tables));
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
