package io.github.migratemaven.author;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.MissingRole;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.StatementRunner;
import io.github.migratemaven.sql.CodePoints;
import io.github.migratemaven.sql.SqlStatement;
import io.github.migratemaven.sql.SqlStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads a script of DDL into a database of its own. */
final class DesiredSchema {
    private final ScratchServer.Running server;
    private final StatementRunner runner;

    DesiredSchema(ScratchServer.Running server, StatementRunner runner) {
        this.server = server;
        this.runner = runner;
    }

    /**
     * Runs the script statement by statement, as psql would. Roles that it grants to are made on the scratch server.
     *
     * @param schema what unqualified names belong to; made where it is missing
     * @return a new database
     * @throws MigrateException with an {@code InvalidInput} at the statement that the server refuses
     */
    Target load(Desired.Script script, Optional<String> schema) {
        List<SqlStatement> statements = SqlStatements.split(script.text());
        List<String> texts = new ArrayList<>();
        schema.ifPresent(name -> texts.add("CREATE SCHEMA IF NOT EXISTS " + SqlNames.quoted(name)));
        int before = texts.size();
        statements.forEach(statement -> texts.add(statement.text()));
        String made = "";
        while (true) {
            Target empty = server.createDatabase();
            Target database = schema.map(empty::withSchema).orElse(empty);
            try {
                runner.runEach(database, texts);
                return database;
            } catch (SqlFailure e) {
                server.dropDatabase(database);
                Optional<String> role = MissingRole.in(e.sqlState(), e.getMessage());
                if (role.isEmpty() || role.get().equals(made)) {
                    throw refused(script, statements, e, before);
                }
                made = role.get();
                server.createRole(made);
            }
        }
    }

    private static MigrateException refused(
            Desired.Script script, List<SqlStatement> statements, SqlFailure e, int before) {
        Position position = Position.ofFile(script.file());
        if (e.statement() >= before) {
            SqlStatement statement = statements.get(e.statement() - before);
            int within = e.offset() < 0 ? 0 : CodePoints.toChars(statement.text(), e.offset());
            position = position(
                    script, Math.min(statement.start() + within, script.text().length()));
        }
        String detail = e.detail().map(text -> " (" + text + ")").orElse("");
        return new MigrateException(
                Failure.InvalidInput.at(
                        position,
                        "schema-refused",
                        "the desired schema is not valid: " + e.getMessage() + detail,
                        e.hint().map(text -> text + " ").orElse("")
                                + "The file is run on an empty server, from its first statement to its last: what a statement"
                                + " refers to must stand before it."),
                e);
    }

    /** @param offset in chars */
    private static Position position(Desired.Script script, int offset) {
        String before = script.text().substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String start = before.substring(before.lastIndexOf('\n') + 1);
        return new Position(script.file(), line, CodePoints.fromChars(start, start.length()) + 1);
    }
}
