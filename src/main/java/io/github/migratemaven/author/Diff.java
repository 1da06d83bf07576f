package io.github.migratemaven.author;

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
                    "Allow it with -Dmigrate.allowDestructive when that is meant, or say in the desired schema what was renamed:"
                            + " -- migrate:renamed-from old_name above the column or table."));
        }
        return difference;
    }

    /** The same, whether data is lost or not. */
    public Difference findAll(DiffRequest request) {
        try (ScratchServer.Running server = servers.start(request.major())) {
            progress.debug("replaying the changelog on a scratch server");
            return find(request, server, replay.database(server, request.schema()));
        }
    }

    private Difference find(DiffRequest request, ScratchServer.Running server, Target work) {
        boolean script = request.desired() instanceof Desired.Script;
        Optional<String> compared =
                script ? Optional.empty() : Optional.of(request.schema().orElse("public"));
        try (ScratchPad pad = new ScratchPad(server, comparison, runner, compared)) {
            progress.debug("comparing with the desired schema");
            SchemaDifference difference = new SchemaDifference(pad);
            Target desired;
            if (request.desired() instanceof Desired.Script file) {
                desired = new DesiredSchema(server, runner).load(file, request.schema());
            } else {
                desired = ((Desired.Database) request.desired()).target();
                GrantedRoles.in(pad.catalogue(desired)).forEach(server::createRole);
            }
            List<ProvenRollback.Proven> proven =
                    new SafeRenames(pad, difference, request.schema(), request.desired()).between(work, desired);
            return new Difference(drafts(request, proven), List.of());
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
