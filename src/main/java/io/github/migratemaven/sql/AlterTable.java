package io.github.migratemaven.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code ALTER TABLE [IF EXISTS] [ONLY] name action [, …]}, and the same form of other relations.
 *
 * @param table as written
 * @param actions one each, starting at its verb
 */
record AlterTable(String table, List<Words> actions) {

    /** @param words behind {@code ALTER TABLE}; empty for a form without one table, such as ALL IN TABLESPACE */
    static Optional<AlterTable> parse(Words words) {
        Words rest = words.copy();
        if (rest.take("ALL", "IN", "TABLESPACE")) {
            return Optional.empty();
        }
        rest.take("IF", "EXISTS");
        rest.take("ONLY");
        Optional<String> table = rest.name();
        rest.take("*");
        return table.map(name -> new AlterTable(name, rest.parts()));
    }

    /** Moves an action behind {@code ADD [COLUMN] [IF NOT EXISTS] name}, if it is one. */
    static boolean takeAddColumn(Words action) {
        if (!action.at("ADD") || addsConstraint(action)) {
            return false;
        }
        action.next();
        action.take("COLUMN");
        action.take("IF", "NOT", "EXISTS");
        return action.name().isPresent();
    }

    /** Moves an action behind {@code ADD [CONSTRAINT name]}, if it is one. */
    static boolean takeAddConstraint(Words action) {
        if (!action.at("ADD") || !addsConstraint(action)) {
            return false;
        }
        action.next();
        if (action.take("CONSTRAINT")) {
            action.name();
        }
        return true;
    }

    /** Moves an action behind {@code ALTER [COLUMN] name}, if it is one. */
    static boolean takeAlterColumn(Words action) {
        if (!action.take("ALTER") || action.at("CONSTRAINT")) {
            return false;
        }
        action.take("COLUMN");
        action.next();
        return true;
    }

    /** All but EXCLUDE are reserved words, which no column can be called. */
    private static boolean addsConstraint(Words action) {
        Words rest = action.copy();
        rest.next();
        return rest.at("CONSTRAINT")
                || rest.at("FOREIGN")
                || rest.at("CHECK")
                || rest.at("UNIQUE")
                || rest.at("PRIMARY")
                || rest.at("NOT")
                || rest.at("EXCLUDE", "USING")
                || rest.at("EXCLUDE", "(");
    }
}
