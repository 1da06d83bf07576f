package io.github.migratemaven.sql;

import static io.github.migratemaven.sql.LockMode.ACCESS_EXCLUSIVE;
import static io.github.migratemaven.sql.LockMode.SHARE_ROW_EXCLUSIVE;
import static io.github.migratemaven.sql.LockMode.SHARE_UPDATE_EXCLUSIVE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The table locks of each command (manual, section 13.3.1 and each command's page), seen in {@code pg_locks} of PostgreSQL 15:
 * the rows are {@code locks.txt} among the tests. ACCESS SHARE and ROW SHARE, which stand in nobody's way, are left out, and
 * so are relations that the statement itself creates.
 */
final class Locks {
    private static final Map<String, Function<Command, List<TableLock>>> RULES = Map.ofEntries(
            Map.entry("ALTER TABLE", DefinitionLocks::alterTable),
            Map.entry("ALTER FOREIGN TABLE", DefinitionLocks::alterTable),
            Map.entry("ALTER VIEW", DefinitionLocks::alterTable),
            Map.entry("ALTER MATERIALIZED VIEW", DefinitionLocks::alterTable),
            Map.entry("ALTER INDEX", DefinitionLocks::alterIndex),
            Map.entry("ALTER SEQUENCE", DefinitionLocks::alterSequence),
            Map.entry("ALTER PUBLICATION", command -> DefinitionLocks.published(command, "TABLE")),
            Map.entry("CREATE PUBLICATION", command -> DefinitionLocks.published(command, "FOR", "TABLE")),
            Map.entry("ALTER DOMAIN", DefinitionLocks::alterDomain),
            Map.entry("CREATE TABLE", DefinitionLocks::createTable),
            Map.entry("CREATE INDEX", DefinitionLocks::createIndex),
            Map.entry("CREATE VIEW", DefinitionLocks::createView),
            Map.entry("CREATE TRIGGER", command -> on(SHARE_ROW_EXCLUSIVE, after(command, "ON"))),
            Map.entry("ALTER TRIGGER", DefinitionLocks::alterTrigger),
            Map.entry("DROP TRIGGER", command -> on(ACCESS_EXCLUSIVE, after(command, "ON"))),
            Map.entry("CREATE RULE", command -> on(ACCESS_EXCLUSIVE, after(command, "TO"))),
            Map.entry("ALTER RULE", command -> on(ACCESS_EXCLUSIVE, after(command, "ON"))),
            Map.entry("DROP RULE", command -> on(ACCESS_EXCLUSIVE, after(command, "ON"))),
            Map.entry("CREATE POLICY", command -> on(ACCESS_EXCLUSIVE, after(command, "ON"))),
            Map.entry("ALTER POLICY", command -> on(ACCESS_EXCLUSIVE, after(command, "ON"))),
            Map.entry("DROP POLICY", command -> on(ACCESS_EXCLUSIVE, after(command, "ON"))),
            Map.entry("CREATE STATISTICS", command -> on(SHARE_UPDATE_EXCLUSIVE, after(command, "FROM"))),
            Map.entry("COMMENT", DefinitionLocks::comment),
            Map.entry("DROP TABLE", DefinitionLocks::drop),
            Map.entry("DROP FOREIGN TABLE", DefinitionLocks::drop),
            Map.entry("DROP VIEW", DefinitionLocks::drop),
            Map.entry("DROP MATERIALIZED VIEW", DefinitionLocks::drop),
            Map.entry("DROP SEQUENCE", DefinitionLocks::drop),
            Map.entry("DROP INDEX", DefinitionLocks::dropIndex),
            Map.entry("DROP SCHEMA", DefinitionLocks::dropSchema),
            Map.entry("DROP STATISTICS", DefinitionLocks::dropStatistics),
            Map.entry(
                    "TRUNCATE TABLE",
                    command -> on(ACCESS_EXCLUSIVE, command.rest().tables())),
            Map.entry("LOCK TABLE", DataLocks::lockTable),
            Map.entry("REFRESH MATERIALIZED VIEW", DataLocks::refresh),
            Map.entry("REINDEX", command -> DataLocks.reindex(Reindex.parse(command.rest()))),
            Map.entry("CLUSTER", command -> DataLocks.maintenance(command, ACCESS_EXCLUSIVE)),
            Map.entry("VACUUM", command -> DataLocks.maintenance(command, SHARE_UPDATE_EXCLUSIVE)),
            Map.entry("ANALYZE", command -> DataLocks.maintenance(command, SHARE_UPDATE_EXCLUSIVE)),
            Map.entry("ANALYSE", command -> DataLocks.maintenance(command, SHARE_UPDATE_EXCLUSIVE)),
            Map.entry("COPY", DataLocks::copy),
            Map.entry("INSERT", command -> DataLocks.written(command.rest())),
            Map.entry("UPDATE", command -> DataLocks.written(command.rest())),
            Map.entry("DELETE", command -> DataLocks.written(command.rest())),
            Map.entry("MERGE", command -> DataLocks.written(command.rest())));

    private Locks() {}

    /** The strongest lock on each relation, the strongest first; empty where none stands in anybody's way or none is known. */
    static List<TableLock> of(Command command) {
        List<TableLock> locks = new ArrayList<>();
        Optional.ofNullable(RULES.get(command.tag())).ifPresent(rule -> locks.addAll(rule.apply(command)));
        for (Words body : command.expressions()) {
            Words expression = body.copy();
            if (expression.takeAny("INSERT", "UPDATE", "DELETE", "MERGE")) {
                locks.addAll(DataLocks.written(expression));
            }
        }
        return TableLock.strongest(locks);
    }

    static List<TableLock> on(LockMode mode, Collection<String> relations) {
        return TableLock.each(mode, relations);
    }

    static List<TableLock> on(LockMode mode, Optional<String> relation) {
        return on(mode, relation.stream().toList());
    }

    /** The relation named behind the first such word. */
    static Optional<String> after(Command command, String word) {
        Words rest = command.rest();
        boolean found = rest.seek(word);
        rest.take("ONLY");
        return found ? rest.name() : Optional.empty();
    }

    /** For what only the catalogue can name. */
    static String tableOf(String index) {
        return "the table of " + index;
    }
}
