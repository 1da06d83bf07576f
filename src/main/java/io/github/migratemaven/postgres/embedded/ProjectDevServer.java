package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.DevServer;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The project's dev server: {@code .migrate/postgres-<major>} with {@code data}, {@code password}, {@code lock} and a lease
 * for each build that uses it. Several builds share one server; the last one stops it, unless it is {@linkplain KeptMark kept}.
 *
 * <p>A killed build leaves a lease that nobody holds and perhaps a running server: the next start takes that one over. What
 * runs is told by PostgreSQL's own {@code postmaster.pid}, and believed only if it takes this server's random password.
 */
public final class ProjectDevServer implements DevServer {
    private static final Duration UNDER_WAY = Duration.ofSeconds(30);

    private final Path project;
    private final Optional<String> version;
    private final String database;
    private final Binaries binaries;
    private final ProgressListener progress;

    /**
     * @param project the folder that gets a {@code .migrate}
     * @param version {@code migrate.embeddedVersion}; empty = the data's major version, else the newest
     * @param database created when it is not there
     */
    public ProjectDevServer(
            Path project, Optional<String> version, String database, Binaries binaries, ProgressListener progress) {
        this.project = project.toAbsolutePath().normalize();
        this.version = version;
        this.database = database;
        this.binaries = binaries;
        this.progress = progress;
    }

    @Override
    public Running start() {
        try {
            DevFolder folder = new DevFolder(project);
            folder.create();
            ServerVersion wanted = folder.version(version, progress);
            Installation installation = binaries.install(wanted);
            Path home = folder.of(wanted);
            FolderLock lock = lock(home);
            try {
                Cluster cluster = new Cluster(home);
                if (cluster.exists()) {
                    folder.mustMatch(cluster, wanted);
                }
                return start(installation, home, cluster);
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw EmbeddedFailures.io("use its folder in " + project, project, e);
        }
    }

    @Override
    public Stopped stop() {
        try {
            Stopped worst = Stopped.DID_NOT_RUN;
            for (int major : new DevFolder(project).majorsWithData()) {
                Stopped one = stop(installed(major));
                worst = one.compareTo(worst) > 0 ? one : worst;
            }
            return worst;
        } catch (IOException e) {
            throw EmbeddedFailures.io("stop", project, e);
        }
    }

    /** The one that was asked for, if it is of that major: no other need be there. */
    private ServerVersion installed(int major) {
        return version.map(ServerVersion::parse)
                .filter(asked -> asked.major() == major)
                .orElseGet(() -> ServerVersion.ofMajor(major));
    }

    private Stopped stop(ServerVersion of) throws IOException {
        Path home = new DevFolder(project).of(of);
        FolderLock lock = lock(home);
        try {
            new KeptMark(home).clear();
            Cluster cluster = new Cluster(home);
            if (Postmaster.read(cluster.data()).isEmpty()) {
                return Stopped.DID_NOT_RUN;
            }
            if (new Leases(home.resolve("leases")).anyAlive()) {
                return Stopped.IN_USE;
            }
            if (!EmbeddedServer.runs(cluster)) {
                return Stopped.HAD_CRASHED;
            }
            Installation installation = binaries.install(of);
            new EmbeddedServer(installation, Launcher.forData(installation, cluster.data()), cluster).mustStop();
            return Stopped.STOPPED;
        } finally {
            lock.close();
        }
    }

    private FolderLock lock(Path home) throws IOException {
        return FolderLock.take(
                home, () -> progress.info("Waiting for another build that starts or stops the dev server"));
    }

    private Running start(Installation installation, Path home, Cluster cluster) throws IOException {
        Launcher launcher;
        if (cluster.exists()) {
            launcher = Launcher.forData(installation, cluster.data());
        } else {
            launcher = Launcher.forNewData(installation, home, project);
            cluster.create(installation, launcher);
        }
        EmbeddedServer server = new EmbeddedServer(installation, launcher, cluster);
        Leases leases = new Leases(home.resolve("leases"));
        leases.anyAlive();
        Use use = new Use(home, cluster, leases, leases.take(), server);
        Runtime.getRuntime().addShutdownHook(use.hook);
        boolean usable = false;
        try {
            use.target = server.target(findOrStart(server, cluster), database);
            usable = true;
            return use;
        } finally {
            if (!usable) {
                use.end();
                ShutdownHooks.remove(use.hook);
            }
        }
    }

    private int findOrStart(EmbeddedServer server, Cluster cluster) throws IOException {
        Optional<Integer> running = running(server, cluster);
        int port = running.isPresent() ? running.get() : server.start(Durability.KEPT);
        progress.debug((running.isPresent() ? "Found" : "Started") + " the dev server on port " + port);
        createDatabase(server, port);
        return port;
    }

    /** The port of a server of ours that runs; waits for one that is just starting or stopping. */
    private static Optional<Integer> running(EmbeddedServer server, Cluster cluster) throws IOException {
        long start = System.nanoTime();
        while (true) {
            Optional<Postmaster> postmaster = Postmaster.read(cluster.data());
            if (postmaster.isEmpty()) {
                return Optional.empty();
            }
            Optional<Integer> port = server.answeringPort();
            if (port.isPresent()) {
                return port;
            }
            if (!postmaster.get().alive()) {
                if (postmaster.get().pidInUse()) {
                    postmaster.get().disown();
                }
                return Optional.empty();
            }
            if (System.nanoTime() - start > UNDER_WAY.toNanos()) {
                throw EmbeddedFailures.unavailable(
                        "embedded-no-answer",
                        "The dev server (process " + postmaster.get().pid() + ") runs on " + cluster.data()
                                + " but does not answer on port "
                                + postmaster.get().port(),
                        "End that process");
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    private void createDatabase(EmbeddedServer server, int port) throws IOException {
        try {
            try (Connection connection = server.connect(port, database)) {
                connection.isValid(5);
                return;
            } catch (SQLException e) {
                if (!"3D000".equals(e.getSQLState())) {
                    throw e;
                }
            }
            try (Connection connection = server.connect(port, "postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE \"" + database.replace("\"", "\"\"") + '"');
            }
        } catch (SQLException e) {
            throw EmbeddedFailures.unavailable(
                    "embedded-database",
                    "The dev server's database '" + database + "' could not be created: " + e.getMessage(),
                    "Delete " + project.resolve(".migrate") + " to start with an empty server",
                    e);
        }
    }

    /** One build's use of the server. */
    private final class Use implements Running {
        private final Path home;
        private final Cluster cluster;
        private final Leases leases;
        private final Lease lease;
        private final EmbeddedServer server;
        private final Thread hook = new Thread(this::stopQuietly, "migrate-dev-server-stop");
        private final List<Thread> unfinished = new CopyOnWriteArrayList<>();
        private volatile Target target;
        private boolean ended;

        Use(Path home, Cluster cluster, Leases leases, Lease lease, EmbeddedServer server) {
            this.home = home;
            this.cluster = cluster;
            this.leases = leases;
            this.lease = lease;
            this.server = server;
        }

        @Override
        public Target target() {
            return target;
        }

        @Override
        public Path folder() {
            return home;
        }

        @Override
        public Workshop workshop() {
            DatabaseSession session =
                    new DatabaseSession(server, target.hosts().get(0).port(), home);
            return new DevWorkshop(session, target, this::inBackground);
        }

        @Override
        public Turn turn(Duration patience) {
            return DevTurn.take(home, patience, progress);
        }

        @Override
        public void keep() {
            locked(() -> {
                Optional<Postmaster> postmaster = Postmaster.read(cluster.data());
                if (postmaster.isPresent()) {
                    new KeptMark(home).set(postmaster.get());
                }
                return null;
            });
        }

        @Override
        public boolean kept() {
            return locked(this::isKept);
        }

        private boolean isKept() throws IOException {
            return new KeptMark(home).holds(Postmaster.read(cluster.data()));
        }

        private void inBackground(Runnable work) {
            Thread thread = new Thread(work, "migrate-dev-server-work");
            thread.setDaemon(true);
            unfinished.add(thread);
            thread.start();
        }

        private void awaitUnfinished() {
            try {
                for (Thread thread : unfinished) {
                    thread.join(UNDER_WAY.toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            awaitUnfinished();
            stop();
            ShutdownHooks.remove(hook);
        }

        /** Waits for a start of this process that is under way, and so ends that one too. */
        private void stop() {
            if (!Files.exists(home)) {
                // Somebody deleted .migrate: the server notices within a minute that its data is gone, and ends.
                return;
            }
            locked(() -> {
                end();
                return null;
            });
        }

        private <T> T locked(UnderLock<T> work) {
            try {
                FolderLock lock = lock(home);
                try {
                    return work.run();
                } finally {
                    lock.close();
                }
            } catch (IOException e) {
                throw EmbeddedFailures.io("stop", home, e);
            }
        }

        private void stopQuietly() {
            try {
                stop();
            } catch (RuntimeException e) {
                // The process ends; the next start takes the server over.
                return;
            }
        }

        /** Under the lock. */
        private void end() throws IOException {
            if (ended) {
                return;
            }
            ended = true;
            lease.close();
            if (!leases.anyAlive() && !isKept() && !server.stop()) {
                progress.warn("The dev server in " + home + " did not stop; the next build takes it over");
            }
        }
    }

    /** Something with the server's files. */
    private interface UnderLock<T> {
        T run() throws IOException;
    }
}
