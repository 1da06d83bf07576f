package io.github.migratemaven.deploy;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.DeploySession.HistoryWrite;
import io.github.migratemaven.port.ForeignHistory;
import io.github.migratemaven.port.ForeignHistory.Ran;
import io.github.migratemaven.port.ForeignHistory.Reading;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.TargetDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Records in our history what another tool's history says has run, all of it or nothing. That tool's table is only read: a team
 * can go back to it.
 */
public final class TakeOver {
    private final ChangelogReader reader;
    private final TargetDatabase database;
    private final DeployRequest request;
    private final String tool;
    private final ProgressListener progress;

    /** @param tool whose history it is: {@code flyway}, {@code prisma} */
    public TakeOver(
            ChangelogReader reader,
            TargetDatabase database,
            DeployRequest request,
            String tool,
            ProgressListener progress) {
        this.reader = reader;
        this.database = database;
        this.request = request;
        this.tool = tool;
        this.progress = progress;
    }

    public Outcome run() {
        OutcomeBuilder outcome =
                new OutcomeBuilder("baseline", TargetDescription.of(request.target(), null, request.environment()));
        try (LoadedChangelog loaded = reader.read()) {
            ForeignHistory theirs =
                    loaded.origin().filter(origin -> origin.tool().equals(tool)).orElseThrow(() -> otherLayout(loaded));
            try (DeploySession session = database.openDirect(request.run().id())) {
                outcome.target(TargetDescription.of(request.target(), session.facts(), request.environment()));
                run(loaded, theirs, session, outcome);
            }
        } catch (MigrateException e) {
            outcome.failed(e, true);
        }
        return outcome.build();
    }

    private MigrateException otherLayout(LoadedChangelog loaded) {
        return new MigrateException(Failure.InvalidInput.at(
                Position.ofFile(loaded.changelog().file()),
                "other-layout",
                "the changelog is not in the layout of " + tool,
                "Name the folder of its migrations: -Dmigrate.changelog=…"));
    }

    private void run(LoadedChangelog loaded, ForeignHistory theirs, DeploySession session, OutcomeBuilder outcome) {
        new RunLockWait(session, request.waitForRun(), progress).take();
        Inspection before = Inspection.of(loaded, session);
        outcome.inspected(before);
        List<Ran> missing = missing(read(theirs, session, outcome), before);
        if (missing.isEmpty()) {
            progress.info("Everything that " + theirs.table() + " says is recorded already");
            return;
        }
        new RunLockWait(session, request.waitForRun(), progress).shutOutLiquibase();
        record(missing, before, session, outcome);
        progress.info("Took over " + missing.size() + (missing.size() == 1 ? " changeset" : " changesets") + " from "
                + theirs.table() + ", which was left as it is");
        Inspection after = Inspection.of(loaded, session);
        outcome.inspected(after);
        FastPath.seal(session, loaded, after, progress);
    }

    private Reading read(ForeignHistory theirs, DeploySession session, OutcomeBuilder outcome) {
        List<Map<String, String>> rows = session.rowsOf(theirs.table())
                .orElseThrow(() -> new MigrateException(Failure.Rejected.of(
                        "no-foreign-history",
                        "there is no table " + theirs.table() + " in schema \""
                                + session.facts().schema() + "\"",
                        "Check that this is the right database and schema (migrate.schema); an empty database needs no"
                                + " baseline: mvn migrate:deploy")));
        Reading reading = theirs.read(rows, session.facts());
        reading.remarks().forEach(outcome::finding);
        reading.disagreements().forEach(outcome::finding);
        refuse(reading.disagreements(), theirs);
        return reading;
    }

    private static void refuse(List<Finding> disagreements, ForeignHistory theirs) {
        if (!disagreements.isEmpty()) {
            Finding first = disagreements.get(0);
            throw new MigrateException(new Failure.Rejected(
                    "history-disagrees",
                    "nothing was recorded: " + theirs.table() + " and the project disagree: "
                            + String.join(
                                    "; ",
                                    disagreements.stream().map(Finding::message).toList()),
                    first.suggestion(),
                    first.position()));
        }
    }

    private static List<Ran> missing(Reading reading, Inspection before) {
        return reading.ran().stream()
                .filter(ran -> before.comparison().match().row(ran.changeset()).isEmpty())
                .toList();
    }

    private void record(List<Ran> missing, Inspection before, DeploySession session, OutcomeBuilder outcome) {
        // Liquibase's own form: the last ten digits of the clock in milliseconds.
        String deployment = String.valueOf(System.currentTimeMillis()).substring(3);
        session.prepare();
        session.startRun(request.run());
        session.recordAll(missing.stream()
                .map(ran -> new HistoryWrite(
                        ran.changeset(),
                        before.comparison().storedPath(ran.changeset()),
                        false,
                        ran.execType(),
                        deployment))
                .toList());
        missing.forEach(ran -> outcome.applied(applied(ran), List.of()));
        Map<String, String> catalogue = session.catalogue();
        session.finishRun(request.run().id(), missing.size(), null, catalogue);
    }

    private static AppliedChangeset applied(Ran ran) {
        ChangesetId identity = ran.changeset().identity();
        return new AppliedChangeset(
                identity, Optional.of(ran.changeset().position()), null, ran.execType(), OptionalLong.empty());
    }
}
