package io.github.migratemaven.author;

import io.github.migratemaven.author.entities.EntitySchema;
import io.github.migratemaven.model.CatalogueChange;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.CatalogueComparison;
import io.github.migratemaven.port.ChangelogReplay;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.StatementRunner;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The changesets that take the changelog's schema to the desired one, tried on a scratch server before anybody sees them. Touches
 * no other database and no file.
 */
public final class Diff {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final ScratchServer servers;
    private final ChangelogReplay replay;
    private final CatalogueComparison comparison;
    private final StatementRunner runner;
    private final ProgressListener progress;

    public Diff(
            ScratchServer servers,
            ChangelogReplay replay,
            CatalogueComparison comparison,
            StatementRunner runner,
            ProgressListener progress) {
        this.servers = servers;
        this.replay = replay;
        this.comparison = comparison;
        this.runner = runner;
        this.progress = progress;
    }

    /**
     * @throws MigrateException {@code destructive} where data would be lost and that is not allowed; {@code schema-refused} at
     *     the desired schema's first wrong statement; the failure of the deploy where the changelog does not run
     */
    public Difference find(DiffRequest request) {
        Difference difference = findAll(request);
        if (!request.allowDestructive() && !difference.losses().isEmpty()) {
            throw new MigrateException(Failure.Rejected.of(
                    "destructive",
                    "the difference loses data: " + String.join("; ", difference.losses()),
                    "Allow it with -Dmigrate.allowDestructive when that is meant, "
                            + request.desired().insteadOfLoss()));
        }
        return difference;
    }

    /** The same, whether data is lost or not. */
    public Difference findAll(DiffRequest request) {
        try (ScratchServer.Running server = servers.start(request.major())) {
            progress.debug("replaying the changelog on a scratch server");
            Loading desired = new Loading(request, server);
            Target work;
            try {
                work = replay.database(server, request.schema());
            } finally {
                desired.await();
            }
            return find(request, server, work, desired);
        }
    }

    /** The desired schema is loaded while the changelog is replayed; what is wrong with it is said when it is asked for. */
    private final class Loading {
        private final FutureTask<Target> task;

        Loading(DiffRequest request, ScratchServer.Running server) {
            task = new FutureTask<>(() -> {
                if (request.desired() instanceof Desired.Script file) {
                    return new DesiredSchema(server, runner).load(file, request.schema());
                }
                // Entities are merged into what the changelog makes, which is not there yet.
                return request.desired() instanceof Desired.Database database ? database.target() : null;
            });
            Thread thread = new Thread(task, "migrate-desired-schema");
            thread.setDaemon(true);
            thread.start();
        }

        void await() {
            try {
                task.get();
            } catch (ExecutionException e) {
                // Said by target().
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        Target target() {
            try {
                return task.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof MigrateException failure ? failure : new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private Difference find(DiffRequest request, ScratchServer.Running server, Target work, Loading loading) {
        boolean database = request.desired() instanceof Desired.Database;
        Optional<String> compared = database ? Optional.of(request.schema().orElse("public")) : Optional.empty();
        List<String> notes = List.of();
        try (ScratchPad pad = new ScratchPad(server, comparison, runner, compared)) {
            progress.debug("comparing with the desired schema");
            SchemaDifference difference = new SchemaDifference(pad);
            Target desired = loading.target();
            if (request.desired() instanceof Desired.Entities entities) {
                EntitySchema.Merged merged = new EntitySchema(server, runner, entities.shapes())
                        .of(work, entities.ddl(), entities.kept(), request.schema());
                desired = merged.database();
                notes = merged.notes();
            } else if (database) {
                GrantedRoles.in(pad.catalogue(desired)).forEach(server::createRole);
            }
            List<ProvenRollback.Proven> proven =
                    new SafeRenames(pad, difference, request.schema(), request.desired()).between(work, desired);
            return new Difference(drafts(request, proven), notes);
        }
    }

    private static List<DraftChangeset> drafts(DiffRequest request, List<ProvenRollback.Proven> proven) {
        List<DraftChangeset> drafts = new ArrayList<>();
        for (ProvenRollback.Proven one : proven) {
            Stage stage = one.stage();
            String name = request.name().map(StageName::word).orElse(stage.name());
            String number = proven.size() > 1 ? "-" + (drafts.size() + 1) : "";
            drafts.add(new DraftChangeset(
                    STAMP.format(request.now()) + number + "-" + name,
                    request.author(),
                    stage.sql(),
                    one.rollback(),
                    stage.transactional(),
                    stage.changes().stream()
                            .map(CatalogueChange::loss)
                            .flatMap(Optional::stream)
                            .toList(),
                    stage.notes()));
        }
        return drafts;
    }
}
