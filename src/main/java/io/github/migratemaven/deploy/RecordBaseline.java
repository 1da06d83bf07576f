package io.github.migratemaven.deploy;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.ServerFacts;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.DeploySession.HistoryWrite;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.TargetDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Records the whole changelog as applied in a database that has its schema already: all of it, or nothing. */
public final class RecordBaseline {
    private final ChangelogReader reader;
    private final TargetDatabase database;
    private final DeployRequest request;
    private final Proof proof;
    private final ProgressListener progress;

    /** Makes sure that the changelog produces what the database holds. */
    public interface Proof {
        /** @throws MigrateException when it does not */
        void prove(ServerFacts facts);
    }

    public RecordBaseline(
            ChangelogReader reader,
            TargetDatabase database,
            DeployRequest request,
            Proof proof,
            ProgressListener progress) {
        this.reader = reader;
        this.database = database;
        this.request = request;
        this.proof = proof;
        this.progress = progress;
    }

    public Outcome run() {
        OutcomeBuilder outcome =
                new OutcomeBuilder("baseline", TargetDescription.of(request.target(), null, request.environment()));
        try {
            proof.prove(look(outcome));
            record(outcome);
        } catch (MigrateException e) {
            outcome.failed(e, true);
        }
        return outcome.build();
    }

    private ServerFacts look(OutcomeBuilder outcome) {
        try (Session session = database.openReadOnly()) {
            outcome.target(TargetDescription.of(request.target(), session.facts(), request.environment()));
            refuseManaged(session.look().history().rows().size());
            return session.facts();
        }
    }

    private static void refuseManaged(int rows) {
        if (rows > 0) {
            throw new MigrateException(Failure.Rejected.of(
                    "has-history",
                    "the database has a history already: " + rows + (rows == 1 ? " changeset" : " changesets"),
                    "Nothing to do: mvn migrate:status tells how it stands."));
        }
    }

    private void record(OutcomeBuilder outcome) {
        try (LoadedChangelog loaded = reader.read();
                DeploySession session = database.openDirect(request.run().id())) {
            new RunLockWait(session, request.waitForRun(), progress).take();
            new RunLockWait(session, request.waitForRun(), progress).shutOutLiquibase();
            Inspection before = Inspection.of(loaded, session);
            refuseManaged(before.seen().history().rows().size());
            List<Changeset> all = before.comparison().pending();
            // Liquibase's own form: the last ten digits of the clock in milliseconds.
            String deployment = String.valueOf(System.currentTimeMillis()).substring(3);
            session.prepare();
            session.startRun(request.run());
            session.recordAll(all.stream()
                    .map(c -> new HistoryWrite(c, before.comparison().storedPath(c), false, "EXECUTED", deployment))
                    .toList());
            all.forEach(c -> outcome.applied(
                    new AppliedChangeset(
                            c.identity(), Optional.of(c.position()), null, "EXECUTED", OptionalLong.empty()),
                    List.of()));
            Map<String, String> catalogue = session.catalogue();
            session.finishRun(request.run().id(), all.size(), null, catalogue);
            progress.info("Recorded " + all.size() + (all.size() == 1 ? " changeset" : " changesets") + " as applied");
            Inspection after = Inspection.of(loaded, session);
            outcome.inspected(after);
            FastPath.seal(session, loaded, after, progress);
        }
    }
}
