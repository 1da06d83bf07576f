package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.SchemaWipe;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.port.TargetDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Drops what the target holds and builds it anew: deploy, then seeds. Runs on development and preview targets only, as their
 * stamp says; that stays.
 */
public final class Reset {
    private final ChangelogReader reader;
    private final TargetDatabase database;
    private final SchemaWipe wipe;
    private final DeployRequest request;
    private final Supplier<Outcome> deploy;
    private final Optional<Supplier<Outcome>> seed;
    private final ProgressListener progress;

    /** @param seed empty where there is nothing to seed */
    public Reset(
            ChangelogReader reader,
            TargetDatabase database,
            SchemaWipe wipe,
            DeployRequest request,
            Supplier<Outcome> deploy,
            Optional<Supplier<Outcome>> seed,
            ProgressListener progress) {
        this.reader = reader;
        this.database = database;
        this.wipe = wipe;
        this.request = request;
        this.deploy = deploy;
        this.seed = seed;
        this.progress = progress;
    }

    public Outcome run() {
        OutcomeBuilder outcome =
                new OutcomeBuilder("reset", TargetDescription.of(request.target(), null, request.environment()));
        try {
            look(outcome);
            empty(outcome);
        } catch (MigrateException e) {
            outcome.failed(e, true);
            return outcome.build();
        }
        Outcome deployed = deploy.get();
        if (deployed.error().isEmpty() && seed.isPresent()) {
            Optional<Failure> failed = seed.get().get().error();
            return deployed.as("reset", failed);
        }
        return deployed.as("reset", deployed.error());
    }

    /** Refuses before anything is locked or written. */
    private void look(OutcomeBuilder outcome) {
        try (Session session = database.openReadOnly()) {
            outcome.target(TargetDescription.of(request.target(), session.facts(), request.environment()));
            guard(session);
            check(session);
        }
    }

    /** What cannot be deployed afterwards would leave the target empty. */
    private void check(Session session) {
        try (LoadedChangelog loaded = reader.read()) {
            loaded.bind(session)
                    .validate(loaded.changelog().changesets().stream()
                            .filter(changeset -> changeset.selection().selected())
                            .toList());
        } catch (MigrateException e) {
            // The history that has it under another name is about to go.
            if (!e.failure().code().equals("renamed-migration")) {
                throw e;
            }
        }
    }

    private void guard(Session session) {
        Optional<Environment> stamp = session.look().history().stamp();
        request.claim().forbids("reset", stamp, session.facts().database()).ifPresent(failure -> {
            throw new MigrateException(failure);
        });
    }

    private void empty(OutcomeBuilder outcome) {
        try (DeploySession session = database.openDirect(request.run().id())) {
            outcome.target(TargetDescription.of(request.target(), session.facts(), request.environment()));
            new RunLockWait(session, request.waitForRun(), progress).take();
            new RunLockWait(session, request.waitForRun(), progress).shutOutLiquibase();
            guard(session);
            session.prepare();
            session.startRun(request.run().stamping(request.claim().stamp()));
            int dropped = drop(session);
            progress.info("Dropped " + (dropped == 1 ? "1 object" : dropped + " objects") + " of "
                    + request.target().display());
            session.finishRun(request.run().id(), 0, null, Map.of());
        }
    }

    /** In between nothing of ours is queued for a lock, as with a deploy's steps. */
    private int drop(DeploySession session) {
        boolean otherSchemas = request.target().schema().isEmpty();
        LockRetry retry = new LockRetry(request.lockRetries(), request.lockRetryFor(), progress);
        while (true) {
            try {
                return wipe.wipe(session, otherSchemas, request.limits());
            } catch (SqlFailure e) {
                List<String> holders = e.retryable() ? wipe.holders(session, otherSchemas) : List.of();
                BooleanSupplier free = () -> wipe.holders(session, otherSchemas).isEmpty();
                if (!retry.again(e, "the reset", holders, free)) {
                    MigrateException failed = e.retryable() ? locked(e, holders, retry.used() + 1) : refused(e);
                    throw recorded(session, e.connectionLost() ? lost(e) : failed);
                }
            }
        }
    }

    /** The first failure is the one to tell, whether or not the journal can still be told of it. */
    private MigrateException recorded(DeploySession session, MigrateException first) {
        try {
            session.finishRun(request.run().id(), 0, first.getMessage(), session.catalogue());
        } catch (MigrateException e) {
            first.addSuppressed(e);
        }
        return first;
    }

    private MigrateException lost(SqlFailure e) {
        return new MigrateException(
                new Failure.Unreachable(
                        "connection-lost",
                        "the connection to " + request.target().display() + " was lost while its objects were dropped: "
                                + e.getMessage(),
                        "Either all of them are dropped or none. Run mvn migrate:reset again.",
                        Optional.of(e.sqlState())),
                e);
    }

    private static MigrateException locked(SqlFailure e, List<String> holders, int attempts) {
        return new MigrateException(
                new Failure.Refused(
                        "lock-timeout",
                        "nothing was dropped: " + e.getMessage() + " [" + e.sqlState() + "]"
                                + (holders.isEmpty() ? "" : ", held by " + String.join(" and ", holders))
                                + (attempts > 1 ? " (tried " + attempts + " times)" : ""),
                        "Everything is as it was. Close what uses the database, or raise migrate.lockTimeout or"
                                + " migrate.lockRetryFor, and run mvn migrate:reset again.",
                        Optional.of(e.sqlState())),
                e);
    }

    private static MigrateException refused(SqlFailure e) {
        boolean privilege = e.sqlState().equals("42501");
        return new MigrateException(
                new Failure.Refused(
                        privilege ? "missing-privilege" : "reset-failed",
                        "nothing was dropped: " + e.getMessage() + " [" + e.sqlState() + "]",
                        privilege
                                ? "Run it as the owner of the database's objects."
                                : "Everything is as it was. Close what else uses the database, and run it again.",
                        Optional.of(e.sqlState())),
                e);
    }
}
