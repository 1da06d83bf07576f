package io.github.migratemaven.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For builds as root, as in containers. */
class LauncherTest {
    private static final Launcher FORBIDDEN = new Launcher(List.of("no-such-unshare", "-U", "--"), -1, -1);

    private final Installation installation = ServerFixture.binaries().install(ServerVersion.newest());

    @TempDir
    private Path folder;

    @BeforeEach
    void asRoot() throws Exception {
        assumeTrue(Launcher.root());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void withoutUserNamespacesTheServerRunsAsNobody() throws Exception {
        Launcher launcher = Launcher.choose(List.of(FORBIDDEN, Launcher.as(65534, 65534)), installation, folder);
        assertThat(launcher.user()).isEqualTo(65534);
        Cluster cluster = new Cluster(folder);
        cluster.create(installation, launcher);
        EmbeddedServer server = new EmbeddedServer(installation, launcher, cluster);
        try {
            int port = server.start(Durability.THROWN_AWAY);
            assertThat(server.answeringPort()).contains(port);
            assertThat(Files.getAttribute(cluster.data(), "unix:uid")).isEqualTo(65534);
            assertThat(Launcher.forData(installation, cluster.data())).isEqualTo(launcher);
        } finally {
            server.stop();
        }
        assertThat(cluster.data().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void theOwnerOfTheProjectIsPreferredToNobody() throws Exception {
        Files.setAttribute(folder, "unix:uid", 12345);
        Files.setAttribute(folder, "unix:gid", 12346);
        Launcher launcher = Launcher.as(12345, 12346);
        assertThat(Launcher.forData(installation, folder)).isEqualTo(launcher);
    }

    @Test
    void whereNothingWorksItSaysWhatToDo() throws Exception {
        // Root's own folder: nobody else may enter.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> Launcher.choose(List.of(FORBIDDEN, Launcher.as(65534, 65534)), installation, folder))
                .isInstanceOfSatisfying(
                        MigrateException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class))
                .hasMessageContainingAll(
                        "does not run as root",
                        "no-such-unshare",
                        "no access to " + folder,
                        "Run the build as another user",
                        "-Dmigrate.url");
    }
}
