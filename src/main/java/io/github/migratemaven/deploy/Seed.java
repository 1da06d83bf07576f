package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.SeedFile;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.SeedTable;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.TargetDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the seed files that have not run yet with the content that they have now: in order, all in one transaction. */
public final class Seed {
    private final TargetDatabase database;
    private final SeedTable table;
    private final List<SeedFile> files;
    private final DeployRequest request;
    private final ProgressListener progress;

    /** @param files in their order */
    public Seed(
            TargetDatabase database,
            SeedTable table,
            List<SeedFile> files,
            DeployRequest request,
            ProgressListener progress) {
        this.database = database;
        this.table = table;
        this.files = List.copyOf(files);
        this.request = request;
        this.progress = progress;
    }

    public Outcome run() {
        OutcomeBuilder outcome =
                new OutcomeBuilder("seed", TargetDescription.of(request.target(), null, request.environment()));
        try (DeploySession session = database.openForDeploy(request.run().id())) {
            outcome.target(TargetDescription.of(request.target(), session.facts(), request.environment()));
            new RunLockWait(session, request.waitForRun(), progress).take();
            guard(session.look().history().stamp(), session.facts().database());
            Map<String, String> seeded = table.seeded(session);
            List<SeedFile> due = files.stream()
                    .filter(file -> !file.checksum().equals(seeded.get(file.name())))
                    .toList();
            if (due.isEmpty()) {
                progress.info(
                        "Nothing to seed: " + named(files.size()) + (files.size() == 1 ? " has" : " have") + " run.");
            } else {
                run(session, due);
            }
        } catch (MigrateException e) {
            outcome.failed(e, true);
        }
        return outcome.build();
    }

    private void run(DeploySession session, List<SeedFile> due) {
        new RunLockWait(session, request.waitForRun(), progress).shutOutLiquibase();
        session.prepare();
        session.startRun(request.run());
        String runId = request.run().id();
        try {
            List<Long> rows = table.run(session, due, runId);
            for (int i = 0; i < due.size(); i++) {
                progress.info(
                        "Seeded " + due.get(i).name() + ": " + rows.get(i) + (rows.get(i) == 1 ? " row" : " rows"));
            }
            session.finishRun(runId, 0, null, session.catalogue());
        } catch (SqlFailure e) {
            MigrateException failed = failed(due, e);
            session.finishRun(runId, 0, failed.getMessage(), session.catalogue());
            throw failed;
        }
    }

    /** Rows that a developer made up don't belong among a customer's. */
    private void guard(Optional<Environment> stamp, String name) {
        request.claim().contradicts(stamp, name).ifPresent(failure -> {
            throw new MigrateException(failure);
        });
        boolean harmless = stamp.map(s -> s != Environment.PRODUCTION)
                .orElse(request.claim().embedded());
        if (!harmless && request.claim().confirm().isEmpty()) {
            throw new MigrateException(Failure.Refused.of(
                    stamp.isPresent() ? "environment-protected" : "environment-unknown",
                    "nothing was seeded: database \"" + name + "\" "
                            + (stamp.isPresent() ? "is stamped production" : "does not say what it is for"),
                    "If it is meant, name it: -Dmigrate.confirm=" + name + "."));
        }
    }

    private static MigrateException failed(List<SeedFile> due, SqlFailure e) {
        String detail = e.detail().map(d -> " (" + d + ")").orElse("");
        String message = e.getMessage() + detail + " [" + e.sqlState() + "]";
        Optional<SeedFile> file = e.statement() >= 0 && e.statement() < due.size()
                ? Optional.of(due.get(e.statement()))
                : Optional.empty();
        return new MigrateException(
                new Failure.Rejected(
                        "seed-failed",
                        "nothing was seeded: " + message,
                        "Correct the file and run mvn migrate:seed again: all of them share one transaction.",
                        file.map(f -> position(f, e.offset()))),
                e);
    }

    private static Position position(SeedFile file, int offset) {
        if (offset < 0 || file.csv() || offset > file.text().length()) {
            return Position.ofFile(file.file());
        }
        String before = file.text().substring(0, offset);
        return new Position(
                file.file(),
                (int) before.chars().filter(c -> c == '\n').count() + 1,
                offset - before.lastIndexOf('\n'));
    }

    private static String named(int count) {
        return count == 1 ? "1 seed file" : count + " seed files";
    }
}
