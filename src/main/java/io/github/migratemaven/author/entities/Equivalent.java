package io.github.migratemaven.author.entities;

import io.github.migratemaven.model.SchemaShape.Constraint;
import io.github.migratemaven.model.SchemaShape.Index;
import io.github.migratemaven.model.SchemaShape.Relation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What a table has of what an entity asks for, whatever its name is: Hibernate's names are made from hashes. */
final class Equivalent {
    private final Relation table;

    Equivalent(Relation table) {
        this.table = table;
    }

    boolean has(Constraint wanted) {
        return table.constraints().stream().anyMatch(c -> means(c, wanted))
                || wanted.kind() == 'u' && table.indexes().stream().anyMatch(i -> i.unique() && standsFor(i, wanted));
    }

    /** On {@code lower(mail)} it is what no entity could have asked for, and the name says what it is there for. */
    private static boolean standsFor(Index index, Constraint wanted) {
        return index.plain()
                ? sameSet(index.columns(), wanted.columns())
                : index.name().equals(wanted.name());
    }

    private static boolean means(Constraint now, Constraint wanted) {
        return switch (wanted.kind()) {
            case 'p' -> now.kind() == 'p' && sameSet(now.columns(), wanted.columns());
            case 'u' -> (now.kind() == 'p' || now.kind() == 'u') && sameSet(now.columns(), wanted.columns());
            case 'f' -> now.kind() == 'f' && Reference.of(now).satisfies(Reference.of(wanted));
            default ->
                now.kind() == wanted.kind()
                        && now.columns().equals(wanted.columns())
                        && Expression.same(now.definition(), wanted.definition());
        };
    }

    /** What has to go because the wanted one takes its place. */
    Optional<Constraint> replacedBy(Constraint wanted) {
        return table.constraints().stream()
                .filter(now -> now.kind() == wanted.kind()
                                && switch (wanted.kind()) {
                                    case 'p' -> true;
                                    case 'f' -> sameSet(now.columns(), wanted.columns());
                                    case 'c' ->
                                        listsValues(now)
                                                && listsValues(wanted)
                                                && now.columns().equals(wanted.columns());
                                    default -> false;
                                }
                        || now.name().equals(wanted.name()) && isOneKind(now, wanted))
                .findFirst();
    }

    /** A list of values and another CHECK have one name where neither was given any. */
    private static boolean isOneKind(Constraint now, Constraint wanted) {
        return wanted.kind() != 'c' || now.kind() == 'c' && listsValues(now) == listsValues(wanted);
    }

    boolean hasName(Constraint wanted) {
        return table.constraints().stream().anyMatch(now -> now.name().equals(wanted.name()));
    }

    /** Whether it may be an enum's: then it matters when no entity has it any more. */
    static boolean listsValues(Constraint check) {
        return check.columns().size() == 1 && Expression.isList(check.definition());
    }

    boolean has(Index wanted) {
        return table.indexes().stream()
                        .anyMatch(now -> now.definition().equals(wanted.definition())
                                || wanted.plain()
                                        && now.plain()
                                        && (now.unique() || !wanted.unique())
                                        && now.columns().equals(wanted.columns()))
                || wanted.plain()
                        && table.constraints().stream()
                                .filter(c -> c.kind() == 'p' || c.kind() == 'u')
                                .anyMatch(c -> c.columns().equals(wanted.columns())
                                        || wanted.unique() && sameSet(c.columns(), wanted.columns()));
    }

    Optional<Index> named(String name) {
        return table.indexes().stream().filter(i -> i.name().equals(name)).findFirst();
    }

    private static boolean sameSet(List<String> some, List<String> others) {
        return new HashSet<>(some).equals(new HashSet<>(others));
    }
}
