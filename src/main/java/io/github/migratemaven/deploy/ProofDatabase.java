package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.MissingRole;
import io.github.migratemaven.model.PlannedChangeset;
import io.github.migratemaven.model.RollbackBlock;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.CatalogueComparison;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.port.DeploySession.StepLimits;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.TargetDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A database on a scratch server that changesets go up and down on one by one, by the same code that a deploy and a rollback use.
 * Not thread-safe.
 */
public final class ProofDatabase implements AutoCloseable {
    private final LoadedChangelog loaded;
    private final Surroundings around;
    private ScratchServer.Running server;
    private Target target;
    private DeploySession session;
    private MigrationEngine engine;
    private DeployRequest request;
    private ChangesetRunner runner;
    private RollbackRunner rollbacks;

    /**
     * @param servers starts a server; asked again where a database of a used one does not do
     * @param databases opens a target
     * @param schema where the changelog's objects live; empty = the server's default
     * @param run what the journal says
     */
    public record Surroundings(
            Supplier<ScratchServer.Running> servers,
            Function<Target, TargetDatabase> databases,
            CatalogueComparison catalogues,
            Optional<String> schema,
            RunStart run,
            ProgressListener progress) {}

    public ProofDatabase(LoadedChangelog loaded, Surroundings around) {
        this.loaded = loaded;
        this.around = around;
        server = around.servers().get();
        try {
            open();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open() {
        Target fresh = server.createDatabase();
        target = around.schema().map(fresh::withSchema).orElse(fresh);
        session = around.databases().apply(target).openForDeploy(around.run().id());
        session.prepare();
        engine = loaded.bind(session);
        request = new DeployRequest(
                target,
                Environment.DEVELOPMENT,
                StepLimits.NONE,
                0,
                Duration.ZERO,
                Optional.empty(),
                Duration.ofMinutes(1),
                Set.of(),
                around.run());
        Comparison nothing = Comparison.of(loaded.changelog(), List.of());
        runner = new ChangesetRunner(engine, session, request, nothing, List.of(), around.progress());
        rollbacks = new RollbackRunner(engine, session, request, List.of(), around.progress());
    }

    String version() {
        return session.facts().version();
    }

    Target target() {
        return target;
    }

    /** Every object of the database with its definition. */
    Map<String, String> catalogue() {
        return around.catalogues().catalogue(session);
    }

    /**
     * Applies it.
     *
     * @return false when a precondition kept it from running
     */
    boolean up(Changeset changeset) {
        String created = "";
        while (true) {
            try {
                ChangesetRunner.Ran ran = runner.run(new PlannedChangeset(changeset, Optional.empty()));
                return ran.execType().filter("EXECUTED"::equals).isPresent();
            } catch (MigrateException e) {
                Optional<String> role = MissingRole.in(
                        e.failure().sqlState().orElse(null), e.failure().message());
                if (role.isEmpty() || role.get().equals(created)) {
                    throw e;
                }
                created = role.get();
                server.createRole(created);
            }
        }
    }

    /** How a changeset that has just been applied is undone. */
    RollbackBlock rollback(Changeset changeset) {
        return engine.rollback(changeset);
    }

    void down(Changeset changeset, RollbackBlock block) {
        var id = changeset.identity();
        HistoryRow row = new HistoryRow(
                id,
                changeset.checksum(),
                null,
                0,
                "EXECUTED",
                null,
                changeset.recorded().tag());
        rollbacks.run(new RollbackPlan.Item(row, changeset, block));
    }

    /** Throws all away and applies these changesets afresh: on a new server where what belongs to the server is in the way. */
    void rebuild(List<Changeset> changesets) {
        Target used = target;
        session.close();
        server.dropDatabase(used);
        open();
        try {
            changesets.forEach(this::up);
        } catch (MigrateException e) {
            close();
            server = around.servers().get();
            open();
            changesets.forEach(this::up);
        }
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
        server.close();
    }
}
