package io.github.migratemaven.author.entities;

import io.github.migratemaven.author.entities.MergeSteps.Kind;
import io.github.migratemaven.model.SchemaShape.Column;
import io.github.migratemaven.model.SchemaShape.Constraint;
import io.github.migratemaven.model.SchemaShape.Index;
import io.github.migratemaven.model.SchemaShape.Relation;
import java.util.List;
import java.util.Optional;

/**
 * The constraints and indexes of a table that its entities ask for, and that it has not in any form. None goes for want of an entity
 * that asks for it: an index, a foreign key on a plain number or a CHECK is often the database's alone.
 */
final class ConstraintMerge {
    private final Relation now;
    private final Relation wanted;
    private final MergeSteps steps;
    private final Equivalent equivalent;

    ConstraintMerge(Relation now, Relation wanted, MergeSteps steps) {
        this.now = now;
        this.wanted = wanted;
        this.steps = steps;
        this.equivalent = new Equivalent(now);
    }

    void merge() {
        wanted.constraints().stream()
                .filter(c -> !equivalent.has(c)
                        && (c.kind() != 'c' || c.columns().stream().allMatch(this::isOfBothTypes)))
                .forEach(this::put);
        wanted.indexes().stream().filter(i -> !equivalent.has(i)).forEach(this::put);
    }

    private void put(Constraint constraint) {
        Optional<Constraint> replaced = equivalent.replacedBy(constraint);
        replaced.ifPresent(old -> steps.add(Kind.UNDO, "ALTER TABLE " + now.name() + " DROP CONSTRAINT " + old.name()));
        if (constraint.kind() == 'c' && replaced.isEmpty() && equivalent.hasName(constraint)) {
            // PostgreSQL has given both their names: it finds another one.
            steps.add(Kind.CONSTRAINT, "ALTER TABLE " + now.name() + " ADD " + constraint.definition());
            return;
        }
        String name = replaced.filter(old -> constraint.kind() == 'c')
                .map(Constraint::name)
                .orElse(constraint.name());
        add(now.name(), name, constraint, steps);
    }

    static void add(String table, String name, Constraint constraint, MergeSteps steps) {
        Kind kind = constraint.kind() == 'p' || constraint.kind() == 'u' ? Kind.KEY : Kind.CONSTRAINT;
        steps.add(kind, "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " " + constraint.definition());
    }

    private void put(Index index) {
        Optional<Index> old = equivalent.named(index.name());
        // With a condition or an expression it is one that no entity could have asked for.
        if (old.isEmpty() || old.get().plain()) {
            old.ifPresent(i -> steps.add(Kind.UNDO, "DROP INDEX " + now.schema() + "." + i.name()));
            steps.add(Kind.INDEX, index.statement());
        }
    }

    /** A column whose type stays the changelog's own enum takes no CHECK on texts. */
    private boolean isOfBothTypes(String column) {
        Column have = now.columns().get(column);
        Column want = wanted.columns().get(column);
        return have == null || want == null || have.builtIn() == want.builtIn();
    }

    /** What an application may stumble over although no entity has it: uniqueness, references, lists of values. */
    List<String> left() {
        Equivalent entities = new Equivalent(wanted);
        return now.constraints().stream()
                .filter(c -> c.kind() == 'u' || c.kind() == 'f' || c.kind() == 'c' && Equivalent.listsValues(c))
                .filter(c -> wanted.columns().keySet().containsAll(c.columns()))
                .filter(c -> !entities.has(c)
                        && wanted.constraints().stream()
                                .noneMatch(w -> equivalent
                                        .replacedBy(w)
                                        .filter(c::equals)
                                        .isPresent()))
                .map(c -> "constraint " + c.name() + " on " + now.name())
                .toList();
    }
}
