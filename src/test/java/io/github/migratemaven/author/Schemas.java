package io.github.migratemaven.author;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.postgres.ScratchStatements;
import io.github.migratemaven.sql.SqlStatement;
import io.github.migratemaven.sql.SqlStatements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real-size schemas in {@code src/test/resources/schemas}. */
final class Schemas {
    private static final Pattern ROLE =
            Pattern.compile("\\b(?:shop|ledger|tracker|meter|clinic)_(?:app|admin|reporting|clerk"
                    + "|auditor|report|support|in|out|doctor|desk)\\b");

    private Schemas() {}

    static String text(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/schemas", name + ".sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Target load(ScratchServer.Running server, String name) {
        String sql = text(name);
        Matcher role = ROLE.matcher(sql);
        while (role.find()) {
            server.createRole(role.group());
        }
        Target database = server.createDatabase().withSchema("public");
        List<String> statements =
                SqlStatements.split(sql).stream().map(SqlStatement::text).toList();
        try {
            new ScratchStatements().runEach(database, statements);
        } catch (SqlFailure e) {
            throw new IllegalStateException(name + ": " + statements.get(e.statement()), e);
        }
        return database;
    }
}
