package io.github.migratemaven.sql;

import static io.github.migratemaven.sql.LockMode.ACCESS_EXCLUSIVE;
import static io.github.migratemaven.sql.LockMode.SHARE_ROW_EXCLUSIVE;
import static io.github.migratemaven.sql.LockMode.SHARE_UPDATE_EXCLUSIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The locks of ALTER TABLE's actions: {@code AlterTableGetLockLevel} in the server's {@code tablecmds.c} and the command's page
 * in the manual, the same from PostgreSQL 13 to 18. ACCESS EXCLUSIVE unless an action is known to need less.
 */
final class AlterTableLocks {
    /** Storage parameters that ask for more than the others ({@code reloptions.c}); those of views and some index types too. */
    private static final Set<String> STRONG_PARAMETERS = Set.of(
            "user_catalog_table",
            "security_barrier",
            "security_invoker",
            "check_option",
            "fastupdate",
            "gin_pending_list_limit",
            "buffering",
            "pages_per_range",
            "autosummarize");

    private AlterTableLocks() {}

    static List<TableLock> of(AlterTable alter) {
        List<TableLock> locks = new ArrayList<>();
        for (Words action : alter.actions()) {
            locks.add(new TableLock(own(action.copy()), alter.table()));
            locks.addAll(others(action.copy()));
        }
        return locks;
    }

    /** The lock on the altered relation itself. */
    private static LockMode own(Words action) {
        if (action.at("VALIDATE", "CONSTRAINT")
                || action.at("CLUSTER", "ON")
                || action.at("SET", "WITHOUT", "CLUSTER")
                || action.at("ATTACH", "PARTITION")
                || action.at("DETACH", "PARTITION") && (action.has("CONCURRENTLY") || action.has("FINALIZE"))) {
            return SHARE_UPDATE_EXCLUSIVE;
        }
        if (action.at("SET", "(") || action.at("RESET", "(")) {
            return parameters(action);
        }
        if (action.take("ENABLE") || action.take("DISABLE")) {
            action.takeAny("ALWAYS", "REPLICA");
            return action.at("TRIGGER") ? SHARE_ROW_EXCLUSIVE : ACCESS_EXCLUSIVE;
        }
        if (AlterTable.takeAddConstraint(action)) {
            return action.at("FOREIGN", "KEY") ? SHARE_ROW_EXCLUSIVE : ACCESS_EXCLUSIVE;
        }
        if (AlterTable.takeAlterColumn(action)) {
            return action.at("SET", "STATISTICS") || action.at("SET", "(") || action.at("RESET", "(")
                    ? SHARE_UPDATE_EXCLUSIVE
                    : ACCESS_EXCLUSIVE;
        }
        return ACCESS_EXCLUSIVE;
    }

    private static LockMode parameters(Words action) {
        action.next();
        List<String> names = Options.names(action.parentheses());
        return names.stream().anyMatch(STRONG_PARAMETERS::contains) ? ACCESS_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE;
    }

    /** The locks on other relations that the action names. */
    private static List<TableLock> others(Words action) {
        if (action.take("ATTACH", "PARTITION")) {
            return TableLock.each(ACCESS_EXCLUSIVE, action.name().stream().toList());
        }
        if (action.take("DETACH", "PARTITION")) {
            return TableLock.each(ACCESS_EXCLUSIVE, action.name().stream().toList());
        }
        if (action.take("INHERIT")) {
            return TableLock.each(SHARE_UPDATE_EXCLUSIVE, action.name().stream().toList());
        }
        return action.at("ADD") ? references(action) : List.of();
    }

    /** A foreign key puts triggers on the referenced table too. */
    static List<TableLock> references(Words definition) {
        List<TableLock> locks = new ArrayList<>();
        Words rest = definition.copy();
        while (rest.seek("REFERENCES")) {
            rest.name().ifPresent(table -> locks.add(new TableLock(SHARE_ROW_EXCLUSIVE, table)));
        }
        return locks;
    }
}
