package io.github.migratemaven.mojo;

import io.github.migratemaven.deploy.Deploy;
import io.github.migratemaven.deploy.DeployRequest;
import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.MissingRole;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.ChangelogReplay;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.port.DeploySession.StepLimits;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.port.TargetDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A replay by the deploy itself, whose reports nobody reads. */
final class DeployedReplay implements ChangelogReplay {
    private final ChangelogReader reader;
    private final Function<Target, TargetDatabase> databases;
    private final Supplier<RunStart> runs;
    private final ProgressListener progress;

    /**
     * @param databases opens a target
     * @param runs what the journal says of a run: a new id each time
     */
    DeployedReplay(
            ChangelogReader reader,
            Function<Target, TargetDatabase> databases,
            Supplier<RunStart> runs,
            ProgressListener progress) {
        this.reader = reader;
        this.databases = databases;
        this.runs = runs;
        this.progress = progress;
    }

    @Override
    public List<Changeset> changesets() {
        try (LoadedChangelog loaded = reader.read()) {
            return loaded.changelog().changesets();
        }
    }

    @Override
    public void replay(ScratchServer.Running server, Target database) {
        replay(server, database, reader);
    }

    @Override
    public void replayFirst(ScratchServer.Running server, Target database, int count) {
        replay(server, database, new FirstChangesets(reader, count));
    }

    /** What a failed attempt has applied stays, so that the next one goes on behind it. */
    private void replay(ScratchServer.Running server, Target database, ChangelogReader changelog) {
        String created = "";
        while (true) {
            Outcome outcome =
                    new Deploy(changelog, databases.apply(database), request(database), new Quiet(progress)).run();
            if (outcome.error().isEmpty()) {
                return;
            }
            Failure failure = outcome.error().get();
            Optional<String> role = MissingRole.in(failure.sqlState().orElse(null), failure.message());
            if (role.isEmpty() || role.get().equals(created)) {
                throw new MigrateException(failure);
            }
            created = role.get();
            server.createRole(created);
        }
    }

    private DeployRequest request(Target database) {
        return new DeployRequest(
                database,
                Environment.DEVELOPMENT,
                StepLimits.NONE,
                0,
                Duration.ZERO,
                Optional.empty(),
                Duration.ofMinutes(1),
                Set.of(),
                runs.get());
    }

    /** Its progress is not what the goal is about. */
    private record Quiet(ProgressListener progress) implements ProgressListener {
        @Override
        public void info(String line) {
            progress.debug(line);
        }

        @Override
        public void warn(String line) {
            progress.debug(line);
        }

        @Override
        public void debug(String line) {
            progress.debug(line);
        }
    }

    /** A changelog that ends early. */
    private record FirstChangesets(ChangelogReader reader, int count) implements ChangelogReader {
        @Override
        public LoadedChangelog read() {
            LoadedChangelog whole = reader.read();
            Changelog all = whole.changelog();
            List<Changeset> first =
                    all.changesets().subList(0, Math.min(count, all.changesets().size()));
            return new Cut(whole, new Changelog(all.path(), all.file(), first, all.warnings()));
        }

        @Override
        public boolean holds(String seal) {
            return false;
        }
    }

    private record Cut(LoadedChangelog whole, Changelog changelog) implements LoadedChangelog {
        @Override
        public MigrationEngine bind(Session session) {
            return whole.bind(session);
        }

        @Override
        public Optional<String> seal() {
            return Optional.empty();
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
