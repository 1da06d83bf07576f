package io.github.migratemaven.sql;

import static io.github.migratemaven.sql.LockMode.ACCESS_EXCLUSIVE;
import static io.github.migratemaven.sql.LockMode.SHARE;
import static io.github.migratemaven.sql.LockMode.SHARE_ROW_EXCLUSIVE;
import static io.github.migratemaven.sql.LockMode.SHARE_UPDATE_EXCLUSIVE;
import static io.github.migratemaven.sql.Locks.after;
import static io.github.migratemaven.sql.Locks.on;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The locks of commands that create, alter and drop: how each names its relations. */
final class DefinitionLocks {
    private DefinitionLocks() {}

    static List<TableLock> alterTable(Command command) {
        Words rest = command.rest();
        if (rest.take("ALL", "IN", "TABLESPACE")) {
            return on(ACCESS_EXCLUSIVE, rest.name().map(space -> "every table of yours in tablespace " + space));
        }
        return AlterTable.parse(rest).map(AlterTableLocks::of).orElse(List.of());
    }

    static List<TableLock> alterIndex(Command command) {
        Optional<AlterTable> alter = AlterTable.parse(command.rest());
        boolean renames = alter.isPresent() && alter.get().actions().stream().anyMatch(action -> action.at("RENAME"));
        return renames
                ? on(SHARE_UPDATE_EXCLUSIVE, List.of(alter.get().table()))
                : alter.map(AlterTableLocks::of).orElse(List.of());
    }

    static List<TableLock> alterSequence(Command command) {
        Words rest = command.rest();
        rest.take("IF", "EXISTS");
        Optional<String> name = rest.name();
        boolean moves = rest.at("RENAME") || rest.at("OWNER") || rest.at("SET");
        return on(moves ? ACCESS_EXCLUSIVE : SHARE_ROW_EXCLUSIVE, name);
    }

    static List<TableLock> alterTrigger(Command command) {
        return command.rest().has("RENAME") ? on(ACCESS_EXCLUSIVE, after(command, "ON")) : List.of();
    }

    static List<TableLock> alterDomain(Command command) {
        Words rest = command.rest();
        Optional<String> domain = rest.name();
        boolean checks = rest.at("ADD") && !rest.has("NOT", "VALID") || rest.at("SET", "NOT", "NULL");
        return checks ? on(SHARE, domain.map(name -> "the tables that use " + name)) : List.of();
    }

    static List<TableLock> published(Command command, String... before) {
        Words rest = command.rest();
        if (!rest.seek(before)) {
            return List.of();
        }
        List<TableLock> locks = new ArrayList<>();
        for (Words part : rest.parts()) {
            part.take("TABLE");
            part.take("ONLY");
            locks.addAll(on(SHARE_UPDATE_EXCLUSIVE, part.at("TABLES", "IN") ? Optional.empty() : part.name()));
        }
        return locks;
    }

    static List<TableLock> createTable(Command command) {
        Words rest = command.rest();
        rest.take("IF", "NOT", "EXISTS");
        rest.name();
        List<TableLock> locks = new ArrayList<>();
        if (rest.take("PARTITION", "OF")) {
            locks.addAll(on(ACCESS_EXCLUSIVE, rest.name()));
        }
        locks.addAll(AlterTableLocks.references(rest.parentheses()));
        if (rest.take("INHERITS")) {
            locks.addAll(on(SHARE_UPDATE_EXCLUSIVE, rest.parentheses().tables()));
        }
        return locks;
    }

    static List<TableLock> createIndex(Command command) {
        return on(command.rest().at("CONCURRENTLY") ? SHARE_UPDATE_EXCLUSIVE : SHARE, after(command, "ON"));
    }

    static List<TableLock> createView(Command command) {
        return command.modifiers().contains("OR REPLACE")
                ? on(ACCESS_EXCLUSIVE, command.rest().name())
                : List.of();
    }

    /** Comments on a table's parts (constraint, trigger, rule, policy) leave no lock on the table. */
    static List<TableLock> comment(Command command) {
        Words rest = command.rest();
        rest.take("ON");
        if (rest.take("COLUMN")) {
            return on(
                    SHARE_UPDATE_EXCLUSIVE,
                    rest.name().filter(name -> name.contains(".")).map(DefinitionLocks::withoutColumn));
        }
        rest.takeAny("MATERIALIZED", "FOREIGN");
        return rest.takeAny("TABLE", "VIEW", "INDEX", "SEQUENCE") ? on(SHARE_UPDATE_EXCLUSIVE, rest.name()) : List.of();
    }

    private static String withoutColumn(String name) {
        Words words = Words.of(name);
        String last = "";
        while (!words.done()) {
            last = words.next();
        }
        return name.substring(0, name.length() - last.length() - 1);
    }

    static List<TableLock> drop(Command command) {
        Words rest = command.rest();
        rest.take("IF", "EXISTS");
        return on(ACCESS_EXCLUSIVE, rest.tables());
    }

    static List<TableLock> dropIndex(Command command) {
        Words rest = command.rest();
        LockMode mode = rest.take("CONCURRENTLY") ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE;
        rest.take("IF", "EXISTS");
        return on(mode, rest.tables().stream().map(Locks::tableOf).toList());
    }

    static List<TableLock> dropStatistics(Command command) {
        Words rest = command.rest();
        rest.take("IF", "EXISTS");
        return on(
                SHARE_UPDATE_EXCLUSIVE,
                rest.tables().stream().map(Locks::tableOf).toList());
    }

    static List<TableLock> dropSchema(Command command) {
        Words rest = command.rest();
        rest.take("IF", "EXISTS");
        List<String> schemas = rest.tables();
        return rest.at("CASCADE")
                ? on(
                        ACCESS_EXCLUSIVE,
                        schemas.stream().map(name -> "every table in " + name).toList())
                : List.of();
    }
}
