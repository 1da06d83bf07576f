package io.github.migratemaven.deploy;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.HistoryRow;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.RunRecord;
import io.github.migratemaven.model.State;
import io.github.migratemaven.port.CatalogueDigest;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Finds out that a database is up to date, and nothing else, without reading the changelog: from the fingerprint that an
 * earlier run left. In any doubt it says nothing, and the changelog is read.
 */
final class FastPath {
    private final ChangelogReader reader;

    FastPath(ChangelogReader reader) {
        this.reader = reader;
    }

    /**
     * An up-to-date database with nothing to report.
     *
     * @param lastRun without its catalogue
     * @param applied all of the history; empty unless it was asked for
     * @param stamp what the target carries
     */
    record UpToDate(RunRecord lastRun, List<AppliedChangeset> applied, Optional<Environment> stamp) {}

    /**
     * While the server digests history and catalogue, the changelog's files are looked at: of a large project both take a
     * while. The fingerprint that tells which files is asked for beforehand, and has to be the same in the glance, which is of
     * one moment.
     *
     * @param applied whether the applied changesets are wanted
     */
    Optional<UpToDate> look(Session session, boolean applied) {
        Optional<String> stored = session.fingerprint();
        Optional<Fingerprint> print = stored.isPresent() ? Fingerprint.decode(stored.get()) : Optional.empty();
        if (print.isEmpty()) {
            return Optional.empty();
        }
        String seal = print.get().seal();
        FutureTask<Boolean> files = new FutureTask<>(() -> reader.holds(seal));
        Thread thread = new Thread(files, "migrate-seal");
        thread.setDaemon(true);
        thread.start();
        Optional<Session.Glance> seen = session.glance(applied);
        boolean holds = holds(files);
        if (!holds || seen.isEmpty() || !seen.get().quiet()) {
            return Optional.empty();
        }
        Session.Glance glance = seen.get();
        Optional<Fingerprint> now = Fingerprint.decode(glance.fingerprint());
        return now.isPresent() && now.get().seal().equals(seal) && now.get().holds(glance)
                ? upToDate(glance, now.get(), applied)
                : Optional.empty();
    }

    private static boolean holds(FutureTask<Boolean> files) {
        try {
            return files.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return false;
        }
    }

    private static Optional<UpToDate> upToDate(Session.Glance glance, Fingerprint print, boolean wanted) {
        if (!wanted) {
            return Optional.of(new UpToDate(glance.lastRun(), List.of(), glance.stamp()));
        }
        List<HistoryRow> rows = Fingerprint.changesets(glance.rows());
        if (rows.size() != print.positions().size()) {
            return Optional.empty();
        }
        List<AppliedChangeset> applied = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            HistoryRow row = rows.get(i);
            applied.add(new AppliedChangeset(
                    row.identity(),
                    Optional.of(print.positions().get(i)),
                    row.executedAt(),
                    row.execType(),
                    OptionalLong.empty()));
        }
        return Optional.of(new UpToDate(glance.lastRun(), applied, glance.stamp()));
    }

    /** Leaves a fingerprint, if there is nothing to do and nothing to report that a later run would have to report again. */
    static void seal(DeploySession session, LoadedChangelog loaded, Inspection now, ProgressListener progress) {
        try {
            fingerprint(loaded, now).ifPresent(print -> session.seal(print.encoded()));
        } catch (MigrateException e) {
            // Only the next run's time is lost.
            progress.debug("the fingerprint could not be stored: " + e.getMessage());
        }
    }

    private static Optional<Fingerprint> fingerprint(LoadedChangelog loaded, Inspection now) {
        if (!now.comparison().settled() || !now.states().equals(List.of(State.UP_TO_DATE))) {
            return Optional.empty();
        }
        Optional<RunRecord> run = now.seen().history().lastRun();
        List<HistoryRow> rows = Fingerprint.changesets(now.seen().history().rows());
        if (rows.isEmpty() || run.isEmpty() || run.get().catalogue().isEmpty()) {
            return Optional.empty();
        }
        List<Position> positions = now.comparison().applied().values().stream()
                .flatMap(Optional::stream)
                .map(Changeset::position)
                .toList();
        if (positions.size() != rows.size()) {
            return Optional.empty();
        }
        return loaded.seal()
                .map(seal -> new Fingerprint(
                        now.historyDigest(), CatalogueDigest.of(run.get().catalogue()), seal, positions));
    }
}
