package io.github.migratemaven.sql;

import java.util.Optional;

/**
 * Where to look for what a statement that cannot run in a transaction has done, when nobody saw its end.
 *
 * @param name of the index, database, tablespace, table or partition, as written; empty string where there is none
 * @param parent of a partition, as written; empty string for anything else
 */
public record Trace(Kind kind, String name, String parent) {

    /** What to look for. */
    public enum Kind {
        INDEX_GONE,
        DATABASE_GONE,
        TABLESPACE_GONE,
        /** That it is there does not tell who made it. */
        DATABASE_MADE,
        TABLESPACE_MADE,
        PARTITION_DETACHED,
        /** {@code REINDEX INDEX … CONCURRENTLY}: may leave a half-built copy beside the index. */
        INDEX_REBUILT,
        /** {@code REINDEX TABLE … CONCURRENTLY}: the same for each index of the table. */
        TABLE_REBUILT
    }

    /** Empty for a statement that leaves no trace, or one that says too little. */
    public static Optional<Trace> of(String sql) {
        Command command = Command.of(sql);
        Words rest = command.rest();
        return switch (command.tag()) {
            case "DROP INDEX" -> rest.take("CONCURRENTLY") ? named(Kind.INDEX_GONE, rest) : Optional.empty();
            case "DROP DATABASE" -> named(Kind.DATABASE_GONE, rest);
            case "DROP TABLESPACE" -> named(Kind.TABLESPACE_GONE, rest);
            case "CREATE DATABASE" -> named(Kind.DATABASE_MADE, rest);
            case "CREATE TABLESPACE" -> named(Kind.TABLESPACE_MADE, rest);
            case "ALTER TABLE" -> detached(rest);
            case "REINDEX" -> rebuilt(Reindex.parse(rest));
            default -> Optional.empty();
        };
    }

    private static Optional<Trace> named(Kind kind, Words rest) {
        rest.take("IF", "EXISTS");
        return rest.name().map(name -> new Trace(kind, name, ""));
    }

    private static Optional<Trace> detached(Words rest) {
        rest.take("IF", "EXISTS");
        rest.take("ONLY");
        Optional<String> parent = rest.name();
        if (parent.isEmpty() || !rest.take("DETACH", "PARTITION")) {
            return Optional.empty();
        }
        Optional<String> partition = rest.name();
        return rest.at("CONCURRENTLY")
                ? partition.map(name -> new Trace(Kind.PARTITION_DETACHED, name, parent.get()))
                : Optional.empty();
    }

    private static Optional<Trace> rebuilt(Reindex reindex) {
        if (!reindex.concurrently() || !reindex.oneRelation()) {
            return Optional.empty();
        }
        Kind kind = reindex.kind().equals("INDEX") ? Kind.INDEX_REBUILT : Kind.TABLE_REBUILT;
        return reindex.name().map(name -> new Trace(kind, name, ""));
    }
}
