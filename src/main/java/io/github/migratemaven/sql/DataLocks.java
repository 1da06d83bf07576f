package io.github.migratemaven.sql;

import static io.github.migratemaven.sql.LockMode.ACCESS_EXCLUSIVE;
import static io.github.migratemaven.sql.LockMode.EXCLUSIVE;
import static io.github.migratemaven.sql.LockMode.ROW_EXCLUSIVE;
import static io.github.migratemaven.sql.LockMode.SHARE;
import static io.github.migratemaven.sql.LockMode.SHARE_UPDATE_EXCLUSIVE;
import static io.github.migratemaven.sql.Locks.on;

import java.util.List;
import java.util.Optional;

/** The locks of commands that write, reorganise or lock data: how each names its relations. */
final class DataLocks {
    private DataLocks() {}

    static List<TableLock> lockTable(Command command) {
        Words rest = command.rest();
        List<String> tables = rest.tables();
        if (!rest.take("IN")) {
            return on(ACCESS_EXCLUSIVE, tables);
        }
        StringBuilder mode = new StringBuilder();
        while (rest.atWord() && !rest.at("MODE")) {
            mode.append(mode.isEmpty() ? "" : " ").append(rest.next());
        }
        return List.of(LockMode.values()).stream()
                .filter(value ->
                        value.compareTo(ROW_EXCLUSIVE) >= 0 && value.toString().equalsIgnoreCase(mode.toString()))
                .findFirst()
                .map(value -> on(value, tables))
                .orElse(List.of());
    }

    static List<TableLock> refresh(Command command) {
        Words rest = command.rest();
        LockMode mode = rest.take("CONCURRENTLY") ? EXCLUSIVE : ACCESS_EXCLUSIVE;
        return on(mode, rest.name());
    }

    static List<TableLock> reindex(Reindex reindex) {
        LockMode mode = reindex.concurrently() ? SHARE_UPDATE_EXCLUSIVE : SHARE;
        return on(
                mode,
                reindex.oneRelation()
                        ? reindex.name().map(name -> reindex.kind().equals("INDEX") ? Locks.tableOf(name) : name)
                        : Optional.of("every table, one at a time"));
    }

    static List<TableLock> maintenance(Command command, LockMode usual) {
        Maintenance maintenance = Maintenance.of(command.rest());
        LockMode mode = maintenance.full() ? ACCESS_EXCLUSIVE : usual;
        return maintenance.tables().isEmpty()
                ? on(mode, List.of("every table, one at a time"))
                : on(mode, maintenance.tables());
    }

    static List<TableLock> copy(Command command) {
        Words rest = command.rest();
        Optional<String> table = rest.name();
        rest.parentheses();
        return rest.at("FROM") ? on(ROW_EXCLUSIVE, table) : List.of();
    }

    static List<TableLock> written(Words behindVerb) {
        behindVerb.takeAny("INTO", "FROM");
        behindVerb.take("ONLY");
        return on(ROW_EXCLUSIVE, behindVerb.name());
    }
}
