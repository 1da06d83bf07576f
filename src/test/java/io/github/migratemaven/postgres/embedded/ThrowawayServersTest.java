package io.github.migratemaven.postgres.embedded;

import static io.github.migratemaven.postgres.embedded.ServerFixture.assertEnded;
import static io.github.migratemaven.postgres.embedded.ServerFixture.build;
import static io.github.migratemaven.postgres.embedded.ServerFixture.postmaster;
import static io.github.migratemaven.postgres.embedded.ServerFixture.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.ScratchServer.Running;
import io.github.migratemaven.testing.TestBinaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrowawayServersTest {
    @TempDir
    private Path base;

    private ThrowawayServers servers;

    @BeforeEach
    void create() {
        servers = new ThrowawayServers(base, ServerFixture.binaries());
    }

    @Test
    void leavesNothingBehind() throws Exception {
        ProcessHandle server;
        try (Running running = servers.start(OptionalInt.empty())) {
            assertThat(query(running.target(), "SHOW fsync")).isEqualTo("off");
            server = postmaster(folders().get(0).resolve("data"));
        }
        assertEnded(server);
        assertThat(folders()).isEmpty();
    }

    @Test
    void severalRunSideBySide() throws Exception {
        Process build = build("scratch", base);
        try (Running one = servers.start(OptionalInt.of(18));
                Running two = servers.start(OptionalInt.of(18))) {
            assertThat(one.target().hosts()).isNotEqualTo(two.target().hosts());
            assertThat(query(one.target(), "SELECT 1") + query(two.target(), "SELECT 2"))
                    .isEqualTo("12");
            assertThat(folders()).hasSize(3);
        } finally {
            build.getOutputStream().close();
            assertThat(build.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(folders()).isEmpty();
    }

    @Test
    void removesWhatAKilledProcessLeft() throws Exception {
        Process build = build("scratch", base);
        ProcessHandle orphan = postmaster(folders().get(0).resolve("data"));
        build.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();
        try (Running running = servers.start(OptionalInt.empty())) {
            assertThat(query(running.target(), "SELECT 1")).isEqualTo("1");
            assertEnded(orphan);
            assertThat(folders()).hasSize(1);
        }
    }

    @Test
    void theVersionThatWasAskedForIsTheOneOfItsMajor(@TempDir Path programs) {
        List<String> asked = new ArrayList<>();
        Binaries binaries = new Binaries(programs, Platform.current(), (platform, version) -> {
            asked.add(version);
            return TestBinaries.jar();
        });
        ThrowawayServers pinned = new ThrowawayServers(base, binaries, Optional.of(ServerVersion.parse("18.1")));

        pinned.start(OptionalInt.of(18)).close();
        pinned.start(OptionalInt.empty()).close();

        assertThat(asked).containsExactly("18.1.0");
    }

    @Test
    void leavesAnotherUsersFolderAlone() throws Exception {
        assumeTrue(Launcher.root(), "only root can give a folder away");
        Path theirs = Files.createDirectory(base.resolve("migrate-scratch-1-1-abcdef01"));
        Files.createFile(theirs.resolve("lease"));
        Files.setAttribute(theirs, "unix:uid", 65534);
        Path ours = Files.createDirectory(base.resolve("migrate-scratch-1-1-abcdef02"));
        Files.createFile(ours.resolve("lease"));

        servers.start(OptionalInt.empty()).close();

        assertThat(folders()).containsExactly(theirs);
        assertThat(theirs.resolve("lease")).exists();
    }

    @Test
    void isRemovedWithATerminatedProcess() throws Exception {
        Process build = build("scratch", base);
        ProcessHandle server = postmaster(folders().get(0).resolve("data"));
        build.destroy();
        assertThat(build.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertEnded(server);
        assertThat(folders()).isEmpty();
    }

    @Test
    void anUnknownMajorIsRefused() {
        assertThatThrownBy(() -> servers.start(OptionalInt.of(12))).isInstanceOf(MigrateException.class);
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(base)) {
            return files.toList();
        }
    }
}
