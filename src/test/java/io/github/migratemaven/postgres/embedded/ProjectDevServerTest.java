package io.github.migratemaven.postgres.embedded;

import static io.github.migratemaven.postgres.embedded.ServerFixture.assertEnded;
import static io.github.migratemaven.postgres.embedded.ServerFixture.build;
import static io.github.migratemaven.postgres.embedded.ServerFixture.devServer;
import static io.github.migratemaven.postgres.embedded.ServerFixture.execute;
import static io.github.migratemaven.postgres.embedded.ServerFixture.postmaster;
import static io.github.migratemaven.postgres.embedded.ServerFixture.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.DevServer.Running;
import io.github.migratemaven.port.DevServer.Stopped;
import io.github.migratemaven.testing.TestBinaries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectDevServerTest {
    @TempDir
    private Path temp;

    private Path project;
    private Path home;
    private Path data;

    @BeforeEach
    void aProjectWhoseNameIsNoFriendOfShells() throws IOException {
        project = Files.createDirectory(temp.resolve("it's $HOME \"my\" `project` ü"));
        home = project.resolve(".migrate/postgres-18");
        data = home.resolve("data");
    }

    @AfterEach
    void nothingRunsAnyMore() throws IOException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            ProcessHandle left = postmaster(data);
            left.destroyForcibly();
            throw new AssertionError("server " + left.pid() + " was left behind");
        }
    }

    @Test
    void keepsItsDataAndStopsWithTheGoal() throws Exception {
        ProcessHandle server;
        try (Running first = devServer(project).start()) {
            assertThat(first.target().origin()).isEqualTo("embedded");
            assertThat(first.target().database()).isEqualTo("app");
            execute(first.target(), "CREATE TABLE kept AS SELECT 42 AS answer");
            server = postmaster(data);
        }
        assertEnded(server);
        try (Running second = devServer(project).start()) {
            assertThat(query(second.target(), "SELECT answer FROM kept")).isEqualTo("42");
        }
        assertThat(project.resolve(".migrate/.gitignore")).hasContent("*");
    }

    @Test
    void listensOnTheLoopbackInterfaceOnlyAndIsDurable() throws Exception {
        try (Running running = devServer(project).start()) {
            String settings = query(
                    running.target(),
                    "SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN"
                            + " ('listen_addresses', 'unix_socket_directories', 'fsync', 'server_encoding',"
                            + " 'password_encryption', 'max_connections')");
            assertThat(settings)
                    .isEqualTo("fsync=on listen_addresses=127.0.0.1 max_connections=100"
                            + " password_encryption=scram-sha-256 server_encoding=UTF8 unix_socket_directories=");
            assertThat(query(running.target(), "SELECT upper('ä') || (SELECT min(x) FROM (VALUES ('a'), ('B')) v(x))"))
                    .isEqualTo("ÄB");
        }
    }

    @Test
    void buildsShareItAndTheLastOneStopsIt() throws Exception {
        Running first = devServer(project).start();
        ProcessHandle server = postmaster(data);
        Running second = devServer(project).start();
        assertThat(second.target().hosts()).isEqualTo(first.target().hosts());
        first.close();
        first.close();
        assertThat(query(second.target(), "SELECT 1")).isEqualTo("1");
        Process third = build("dev", project);
        second.close();
        assertThat(server.isAlive()).isTrue();
        third.getOutputStream().close();
        assertThat(third.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertEnded(server);
    }

    @Test
    void aKeptOneOutlivesItsBuildsUntilItIsStopped() throws Exception {
        ProcessHandle server;
        try (Running first = devServer(project).start()) {
            first.keep();
            server = postmaster(data);
        }
        try (Running second = devServer(project).start()) {
            assertThat(second.kept()).isTrue();
            assertThat(postmaster(data)).isEqualTo(server);
            assertThat(devServer(project).stop()).isEqualTo(Stopped.IN_USE);
            assertThat(second.kept()).isFalse();
            second.keep();
        }
        assertThat(server.isAlive()).isTrue();
        assertThat(devServer(project).stop()).isEqualTo(Stopped.STOPPED);
        assertEnded(server);
        assertThat(devServer(project).stop()).isEqualTo(Stopped.DID_NOT_RUN);
    }

    @Test
    void isStoppedByTheProgramsThatStartedIt() throws Exception {
        List<String> asked = new ArrayList<>();
        Binaries binaries = new Binaries(temp.resolve("programs"), Platform.current(), (platform, version) -> {
            asked.add(version);
            return TestBinaries.jar();
        });
        ProjectDevServer pinned =
                new ProjectDevServer(project, Optional.of("18.1"), "app", binaries, new ServerFixture.Silent());
        try (Running running = pinned.start()) {
            running.keep();
        }

        assertThat(pinned.stop()).isEqualTo(Stopped.STOPPED);

        assertThat(asked).containsExactly("18.1.0");
    }

    @Test
    void keepingEndsWithTheServerThatWasKept() throws Exception {
        try (Running first = devServer(project).start()) {
            first.keep();
            postmaster(data).destroyForcibly();
            assertEnded(postmaster(data));
        }
        ProcessHandle server;
        try (Running second = devServer(project).start()) {
            assertThat(second.kept()).isFalse();
            server = postmaster(data);
        }
        assertEnded(server);
    }

    @Test
    void stoppingAProjectWithoutAServerMakesNothing() {
        assertThat(devServer(project).stop()).isEqualTo(Stopped.DID_NOT_RUN);
        assertThat(project).isEmptyDirectory();
    }

    @Test
    void buildsThatStartAtOnceGetOneServer() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Running> all = new ArrayList<>();
        Process other = null;
        try {
            List<Future<Running>> starting = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                starting.add(threads.submit(() -> devServer(project).start()));
            }
            other = build("dev", project);
            for (Future<Running> one : starting) {
                all.add(one.get());
            }
            assertThat(all.stream().map(one -> one.target().display()).distinct())
                    .hasSize(1);
        } finally {
            threads.shutdown();
            all.forEach(Running::close);
            if (other != null) {
                assertThat(postmaster(data).isAlive()).isTrue();
                other.getOutputStream().close();
                other.waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void recoversFromAKilledServer() throws Exception {
        Running first = devServer(project).start();
        execute(first.target(), "CREATE TABLE kept AS SELECT 42 AS answer");
        kill(postmaster(data));
        assertThat(data.resolve("postmaster.pid")).exists();
        try (Running second = devServer(project).start()) {
            assertThat(query(second.target(), "SELECT answer FROM kept")).isEqualTo("42");
        }
        first.close();
    }

    @Test
    void takesOverTheServerOfAKilledBuild() throws Exception {
        Process build = build("dev", project);
        ProcessHandle server = postmaster(data);
        kill(build.toHandle());
        assertThat(server.isAlive()).isTrue();
        try (Running adopted = devServer(project).start()) {
            assertThat(postmaster(data)).isEqualTo(server);
            assertThat(query(adopted.target(), "SELECT 1")).isEqualTo("1");
            assertThat(leases()).hasSize(1);
        }
        assertEnded(server);
    }

    @Test
    void isStoppedWithABuildThatIsTerminated() throws Exception {
        Process build = build("dev", project);
        ProcessHandle server = postmaster(data);
        build.destroy();
        assertThat(build.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertEnded(server);
        assertThat(leases()).isEmpty();
    }

    @Test
    void isNotFooledByAReusedProcessId() throws Exception {
        devServer(project).start().close();
        // A crashed server's file and a killed build's lease, whose process ids belong to a living stranger now. (Not
        // to
        // this process: PostgreSQL itself disregards the id of the one that starts it.)
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.write(
                    data.resolve("postmaster.pid"),
                    List.of(Long.toString(stranger.pid()), data.toString(), "1000000000", "1", "", "127.0.0.1"));
            Files.createFile(home.resolve("leases").resolve(stranger.pid() + "-1000000000000-abcdef01"));
            try (Running running = devServer(project).start()) {
                assertThat(query(running.target(), "SELECT 1")).isEqualTo("1");
                assertThat(postmaster(data).pid()).isNotEqualTo(stranger.pid());
                assertThat(leases()).hasSize(1);
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void survivesThatSomebodyDeletesItsFolder() throws Exception {
        ProcessHandle server;
        try (Running running = devServer(project).start()) {
            server = postmaster(data);
            FolderTree.delete(home);
            assertThat(running.target().database()).isEqualTo("app");
        }
        try (Running fresh = devServer(project).start()) {
            assertThat(query(fresh.target(), "SELECT 1")).isEqualTo("1");
        }
        kill(server);
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws Exception {
        devServer(project).start().close();
        Files.writeString(data.resolve("PG_VERSION"), "15\n");
        failure(project, Failure.Refused.class, "written by PostgreSQL 15", "-Dmigrate.embeddedVersion=15", "delete");
    }

    @Test
    void refusesAFolderThatIsNoData() throws Exception {
        Files.createDirectories(data);
        Files.writeString(data.resolve("thesis.txt"), "precious");
        failure(project, Failure.Unavailable.class, "no PG_VERSION", "Delete");
        assertThat(data.resolve("thesis.txt")).hasContent("precious");
    }

    @Test
    void saysWhichFolderItMayNotWrite() throws Exception {
        // Not even root may create a folder here.
        failure(Path.of("/sys"), Failure.Unavailable.class, "/sys/.migrate", "Make /sys writable", "-Dmigrate.url");
        Path inTheWay = Files.createDirectory(temp.resolve("other"));
        Files.createFile(inTheWay.resolve(".migrate"));
        failure(inTheWay, Failure.Unavailable.class, ".migrate");
    }

    @Test
    void tellsTheEndOfTheLogWhenTheServerDoesNotStart() throws Exception {
        devServer(project).start().close();
        Files.writeString(data.resolve("postgresql.auto.conf"), "shared_buffers = 'nonsense'\n");
        failure(project, Failure.Unavailable.class, "invalid value for parameter \"shared_buffers\"", "server.log");
        assertThat(leases()).isEmpty();
    }

    @Test
    void thePasswordIsForItsOwnerOnlyAndOnNoCommandLine() throws Exception {
        try (Running running = devServer(project).start()) {
            String password = running.target().password().orElseThrow().reveal();
            assertThat(password).hasSizeGreaterThan(40);
            Path file = home.resolve("password");
            assertThat(file).hasContent(password);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(home.resolve("password.initdb")).doesNotExist();
            assertThat(ProcessHandle.allProcesses()
                            .map(process -> process.info().commandLine().orElse(""))
                            .filter(line -> line.contains(password)))
                    .isEmpty();
            assertThat(filesWith(password)).containsExactly(file);
        }
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    private List<Path> leases() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("leases"))) {
            return files.toList();
        }
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    private static void failure(Path project, Class<? extends Failure> kind, String... words) {
        assertThatThrownBy(() -> devServer(project).start())
                .isInstanceOfSatisfying(
                        MigrateException.class, e -> assertThat(e.failure()).isInstanceOf(kind))
                .hasMessageContainingAll(words);
    }
}
