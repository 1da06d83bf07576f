package io.github.migratemaven.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Of a database, what a mapping of objects to tables can say something about. Names are as SQL writes them, with quotes where they
 * need some; those of relations, sequences and types are qualified.
 *
 * @param schemas all but the system's
 * @param tables tables, partitions, foreign tables, views and materialized views, by name
 * @param sequences without those of identity columns
 * @param enums labels in their order, by the type's name
 */
public record SchemaShape(
        List<String> schemas,
        Map<String, Relation> tables,
        Map<String, Sequence> sequences,
        Map<String, List<String>> enums) {

    /**
     * @param kind as in {@code pg_class.relkind}: r, p, v, m, f
     * @param partition whether it is a part of another, or inherits from one
     * @param columns by name, in their order
     */
    public record Relation(
            String name,
            String schema,
            char kind,
            boolean partition,
            Map<String, Column> columns,
            List<Constraint> constraints,
            List<Index> indexes) {}

    /**
     * @param type as PostgreSQL prints it
     * @param collation only where it is not the type's own
     * @param builtIn false for what a changelog or an extension made: an enum, a domain, {@code citext}
     * @param defaultValue an expression, the computed column's too
     * @param serial whether its default is the next value of its own sequence
     * @param computed {@code GENERATED ALWAYS AS (…) STORED}
     */
    public record Column(
            String name,
            String type,
            Optional<String> collation,
            boolean builtIn,
            boolean notNull,
            Optional<String> defaultValue,
            boolean identity,
            boolean serial,
            boolean computed) {}

    /**
     * @param kind as in {@code pg_constraint.contype}: p, u, f, c, x
     * @param definition without its name
     * @param columns of its own table, in its order
     */
    public record Constraint(String name, char kind, String definition, List<String> columns) {}

    /**
     * One that is no constraint's.
     *
     * @param name unqualified
     * @param definition the whole statement without the index's name: equal for equal indexes
     * @param plain a valid B-tree of whole columns, with nothing else said
     * @param columns empty unless plain
     */
    public record Index(
            String name, String statement, String definition, boolean unique, boolean plain, List<String> columns) {}

    /** @param owned whether a column's default is its owner */
    public record Sequence(String name, long start, long increment, boolean owned) {}
}
