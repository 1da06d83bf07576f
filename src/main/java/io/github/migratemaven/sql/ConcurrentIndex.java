package io.github.migratemaven.sql;

import java.util.Optional;

/**
 * The index that a {@code CREATE INDEX CONCURRENTLY} builds. When the statement breaks off, the index stays behind as INVALID:
 * only the catalogue tells what happened.
 *
 * @param name as written, never qualified: an index lives in its table's schema; empty when the server chooses the name
 * @param table as written, with its schema where one stands
 */
public record ConcurrentIndex(Optional<String> name, String table, boolean unique, boolean ifNotExists) {

    static Optional<ConcurrentIndex> of(Command command) {
        Words rest = command.rest();
        if (!command.is("CREATE INDEX") || !rest.take("CONCURRENTLY")) {
            return Optional.empty();
        }
        boolean ifNotExists = rest.take("IF", "NOT", "EXISTS");
        Optional<String> name = rest.at("ON") ? Optional.empty() : rest.name();
        rest.take("ON");
        rest.take("ONLY");
        boolean unique = command.modifiers().contains("UNIQUE");
        return rest.name().map(table -> new ConcurrentIndex(name, table, unique, ifNotExists));
    }
}
