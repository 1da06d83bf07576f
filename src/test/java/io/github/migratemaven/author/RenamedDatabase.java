package io.github.migratemaven.author;

import io.github.migratemaven.author.entities.EntitySchema;
import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.postgres.CatalogueShapes;
import io.github.migratemaven.postgres.ScratchStatements;
import io.github.migratemaven.postgres.compare.PgCodeKeeperComparison;
import io.github.migratemaven.testing.TestDatabase;
import java.util.List;
import java.util.Optional;

/** A database that is taken toward one schema after the other, as {@code migrate:diff} does it. */
final class RenamedDatabase implements AutoCloseable {
    private final PgCodeKeeperComparison comparison = new PgCodeKeeperComparison();
    private final ScratchServer.Running server;
    private final Target work;

    RenamedDatabase(ScratchServer.Running server) {
        this.server = server;
        this.work = server.createDatabase();
    }

    TestDatabase database() {
        return TestDatabase.named(work);
    }

    @Override
    public void close() {
        server.dropDatabase(work);
    }

    /** @return what it ran */
    List<ProvenRollback.Proven> toward(String script) {
        Desired.Script schema = new Desired.Script("schema.sql", script);
        return toward(schema, new DesiredSchema(server, new ScratchStatements()).load(schema, Optional.empty()));
    }

    /** @param ddl what Hibernate would export */
    List<ProvenRollback.Proven> towardEntities(String ddl) {
        CatalogueShapes shapes = new CatalogueShapes();
        Desired.Entities entities = new Desired.Entities("the entities", ddl, List.of(), shapes);
        EntitySchema.Merged merged = new EntitySchema(server, new ScratchStatements(), shapes)
                .of(work, ddl, entities.kept(), Optional.empty());
        return toward(entities, merged.database());
    }

    private List<ProvenRollback.Proven> toward(Desired schema, Target desired) {
        try (ScratchPad pad = new ScratchPad(server, comparison, new ScratchStatements(), Optional.empty())) {
            return List.copyOf(
                    new SafeRenames(pad, new SchemaDifference(pad), Optional.empty(), schema).between(work, desired));
        } finally {
            server.dropDatabase(desired);
        }
    }

    /** @return code and message; empty where nothing is refused */
    String refusal(String script) {
        try {
            toward(script);
            return "";
        } catch (MigrateException e) {
            return e.failure().code() + ": " + e.failure().message();
        }
    }

    static List<String> names(List<ProvenRollback.Proven> stages) {
        return stages.stream().map(s -> s.stage().name()).toList();
    }

    static List<String> losses(List<ProvenRollback.Proven> stages) {
        return stages.stream()
                .flatMap(p -> p.stage().changes().stream())
                .map(CatalogueChange::loss)
                .flatMap(Optional::stream)
                .toList();
    }
}
