package io.github.migratemaven.author.entities;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.ShapeReader;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.StatementRunner;
import io.github.migratemaven.sql.SqlStatement;
import io.github.migratemaven.sql.SqlStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The desired schema of entities: the changelog's own, changed in nothing but what the entities say otherwise. What Hibernate's export
 * does not know, functions, views and policies among it, is therefore in both schemas that are then compared.
 */
public final class EntitySchema {
    /** Types, functions and extensions stay: columns may be of them, defaults may call them. */
    private static final String WITHOUT_TABLES = """
            DO $$ DECLARE r record; BEGIN
            FOR r IN SELECT c.relkind, c.oid::regclass AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                AND (d.deptype = 'e' OR d.deptype = 'i' AND c.relkind = 'S')) LOOP
              IF EXISTS (SELECT FROM pg_class c WHERE c.oid = r.name) THEN
                EXECUTE format('DROP %s %s CASCADE', CASE r.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                  WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, r.name);
              END IF;
            END LOOP; END $$""";

    private static final Pattern TYPE = Pattern.compile("(?is)create\\s+type\\s+(\\S+)\\s+as\\s+enum.*");
    private static final Pattern SCHEMA = Pattern.compile("(?is)create\\s+schema\\s+(?!if\\s)(\\S+)\\s*");

    private final ScratchServer.Running server;
    private final StatementRunner runner;
    private final ShapeReader shapes;

    public EntitySchema(ScratchServer.Running server, StatementRunner runner, ShapeReader shapes) {
        this.server = server;
        this.runner = runner;
        this.shapes = shapes;
    }

    /**
     * @param database has the desired schema; the changelog's own where nothing differs
     * @param notes on what stays although no entity has it
     */
    public record Merged(Target database, List<String> notes) {}

    /**
     * @param work what the changelog makes; is only read
     * @param ddl what Hibernate exports
     * @throws MigrateException {@code entities-refused} where the server refuses a statement of it, {@code entities-not-merged}
     *     where something that no entity knows of is in the way
     */
    public Merged of(Target work, String ddl, Kept kept, Optional<String> schema) {
        Target entities = load(work, ddl, schema);
        EntityMerge merge = new EntityMerge(shapes.read(work), shapes.read(entities), kept);
        server.dropDatabase(entities);
        if (merge.statements().isEmpty()) {
            return new Merged(work, merge.notes());
        }
        Target desired = server.cloneDatabase(work);
        try {
            runner.runEach(desired, merge.statements());
        } catch (SqlFailure e) {
            throw new MigrateException(
                    Failure.Rejected.of(
                            "entities-not-merged",
                            "what the entities ask for does not fit the changelog's schema: " + e.getMessage()
                                    + e.detail().map(text -> " (" + text + ")").orElse(""),
                            e.sqlState().startsWith("23")
                                    ? "Rows that the changelog inserts are in the way: say a default (@ColumnDefault) for a"
                                            + " column that takes no nulls, or fill it in a changeset of your own (migrate:new)."
                                    : "Write this part by hand with migrate:new: a view or a policy on a column has to make way"
                                            + " for its change. Or keep what is no entity's: -Dmigrate.jpaKeep=table,table.column."),
                    e);
        }
        return new Merged(desired, merge.notes());
    }

    private Target load(Target work, String ddl, Optional<String> schema) {
        List<String> statements = new ArrayList<>(List.of(WITHOUT_TABLES));
        schema.ifPresent(name -> statements.add("CREATE SCHEMA IF NOT EXISTS \"" + name.replace("\"", "\"\"") + '"'));
        int own = statements.size();
        for (SqlStatement statement : SqlStatements.split(ddl)) {
            Matcher type = TYPE.matcher(statement.text());
            Matcher made = SCHEMA.matcher(statement.text());
            if (type.matches()) {
                statements.add("DROP TYPE IF EXISTS " + type.group(1) + " CASCADE");
            }
            statements.add(made.matches() ? "CREATE SCHEMA IF NOT EXISTS " + made.group(1) : statement.text());
        }
        Target database = server.cloneDatabase(work);
        try {
            runner.runEach(database, statements);
            return database;
        } catch (SqlFailure e) {
            String statement = e.statement() >= own ? statements.get(e.statement()) : "";
            throw new MigrateException(
                    Failure.InvalidInput.of(
                            "entities-refused",
                            "PostgreSQL refuses a statement of Hibernate's export: " + e.getMessage()
                                    + (statement.isEmpty() ? "" : ", in " + statement),
                            "What a columnDefinition or a default names (a type, an extension, a function) must be in the"
                                    + " changelog first: migrate:new. Otherwise correct the mapping."),
                    e);
        }
    }
}
