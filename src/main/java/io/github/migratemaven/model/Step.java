package io.github.migratemaven.model;

import java.util.function.IntFunction;

/** One piece of work of a changeset, in its order. */
public sealed interface Step {
    Position position();

    /** What a person reads in a progress line, a plan or a report: the SQL, or what the engine will do. */
    String text();

    /**
     * One SQL statement that we send ourselves.
     *
     * @param sql without its delimiter
     * @param position where the statement starts
     * @param traits what its text says about how it can run
     * @param locate from an offset in {@code sql} (characters, 0-based: what the server's error position minus one counts)
     *     to the place in the source
     */
    record Sql(String sql, Position position, StepTraits traits, IntFunction<Position> locate) implements Step {
        @Override
        public String text() {
            return sql;
        }
    }

    /**
     * A change that is not plain SQL ({@code loadData}, a custom change, …): Liquibase runs it on our connection, in our
     * transaction.
     *
     * @param change its name in the changelog
     * @param index which change of the changeset it is, 0-based
     */
    record Engine(String change, String description, int index, Position position) implements Step {
        @Override
        public String text() {
            return change + (description.isBlank() ? "" : ": " + description);
        }
    }
}
