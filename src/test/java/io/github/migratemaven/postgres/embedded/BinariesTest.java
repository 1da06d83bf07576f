package io.github.migratemaven.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinariesTest {
    private static final ServerVersion VERSION = ServerVersion.newest();

    @TempDir
    private Path folder;

    @Test
    void keepsModesAndLinks() throws IOException {
        Path jar = new TestArchive()
                .programs()
                .file("lib/libpq.so.5.18", 0644, "library")
                .link("lib/libpq.so.5", "libpq.so.5.18")
                .jar(folder.resolve("a.jar"));
        Installation installation = install(jar);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(installation.program("postgres"))))
                .isEqualTo("rwxr-xr-x");
        Path lib = installation.home().resolve("lib");
        assertThat(Files.readSymbolicLink(lib.resolve("libpq.so.5"))).hasToString("libpq.so.5.18");
        assertThat(lib.resolve("libpq.so.5")).hasContent("library");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lib.resolve("libpq.so.5.18"))))
                .isEqualTo("rw-r--r--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "bin/../../outside", "/tmp/migrate-outside", "../postgres/../../outside"})
    void refusesAnEntryThatLeadsOutside(String name) throws IOException {
        Path jar = new TestArchive().programs().file(name, 0644, "evil").jar(folder.resolve("a.jar"));
        refused(jar, "leads outside");
        assertThat(folder.resolve("outside")).doesNotExist();
        assertThat(Path.of("/tmp/migrate-outside")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "/etc"})
    void refusesALinkThatLeadsOutside(String target) throws IOException {
        refused(new TestArchive().programs().link("lib/evil", target).jar(folder.resolve("a.jar")), "leads outside");
    }

    @Test
    void writesNothingThroughALink() throws IOException {
        Path jar = new TestArchive()
                .programs()
                .link("door", "bin")
                .file("door/postgres", 0644, "replaced")
                .jar(folder.resolve("a.jar"));
        assertThatThrownBy(() -> install(jar)).isInstanceOf(MigrateException.class);
        assertThat(cached()).isEmpty();
    }

    @Test
    void refusesHardLinksAndDevices() throws IOException {
        refused(
                new TestArchive()
                        .programs()
                        .special("lib/passwd", "/etc/passwd", TarConstants.LF_LINK)
                        .jar(folder.resolve("a.jar")),
                "unexpected kind");
        refused(
                new TestArchive()
                        .programs()
                        .special("lib/fifo", "", TarConstants.LF_FIFO)
                        .jar(folder.resolve("b.jar")),
                "unexpected kind");
    }

    @Test
    void refusesAnArchiveWithoutTheServer() throws IOException {
        refused(new TestArchive().file("bin/psql", 0755, "").jar(folder.resolve("a.jar")), "it lacks bin/initdb");
    }

    @Test
    void refusesWhatIsNoJarAndATornOne() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "<html>404</html>");
        refused(text, "cannot be used");
        Path whole = new TestArchive()
                .programs()
                .file("lib/big", 0644, "x".repeat(1000))
                .jar(folder.resolve("a.jar"));
        byte[] bytes = Files.readAllBytes(whole);
        Path torn = Files.write(folder.resolve("torn.jar"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        refused(torn, "cannot be used");
    }

    @Test
    void replacesWhatAKilledBuildOrATidyUserLeft() throws IOException {
        Path jar = new TestArchive().programs().jar(folder.resolve("a.jar"));
        Files.createDirectories(folder.resolve("cache/.unfinished/bin"));
        Path home = folder.resolve("cache").resolve(VERSION.artifact() + "-linux-amd64");
        Files.createDirectories(home.resolve("bin"));
        Files.createFile(home.resolve("bin/postgres"));
        assertThat(install(jar).complete()).isTrue();
        assertThat(cached()).containsExactly(VERSION.artifact() + "-linux-amd64");
    }

    @Test
    void asksForTheJarOnlyOnce() throws IOException {
        Path jar = new TestArchive().programs().jar(folder.resolve("a.jar"));
        install(jar);
        Installation again = binaries((platform, version) -> {
                    throw new AssertionError("resolved again");
                })
                .install(VERSION);
        assertThat(again.complete()).isTrue();
    }

    @Test
    void twoBuildsAtOnceUnpackOnce() throws Exception {
        Path jar = new TestArchive()
                .programs()
                .file("lib/big", 0644, "x".repeat(4_000_000))
                .jar(folder.resolve("a.jar"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Installation>> all = threads.invokeAll(
                    List.of(() -> install(jar), () -> install(jar), () -> install(jar), () -> install(jar)));
            for (Future<Installation> one : all) {
                assertThat(one.get().home().resolve("lib/big")).hasSize(4_000_000);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(cached()).hasSize(1);
    }

    @Test
    void theCacheIsWhereTheSystemWantsIt() {
        Path home = Path.of("/home/me");
        assertThat(Binaries.defaultCache(Map.of("XDG_CACHE_HOME", "/x"), home, "Linux", true))
                .isEqualTo(Path.of("/x"));
        assertThat(Binaries.defaultCache(Map.of("XDG_CACHE_HOME", "relative"), home, "Linux", false))
                .isEqualTo(Path.of("/home/me/.cache"));
        assertThat(Binaries.defaultCache(Map.of(), home, "Linux", true)).isEqualTo(Path.of("/var/cache"));
        assertThat(Binaries.defaultCache(Map.of(), home, "Mac OS X", true))
                .isEqualTo(Path.of("/home/me/Library/Caches"));
        assertThat(Binaries.defaultCache(Map.of("LOCALAPPDATA", "/local"), home, "Windows 11", false))
                .isEqualTo(Path.of("/local"));
    }

    @Test
    void aUserWithoutAHomeIsToldWhatToSet() {
        assertThatThrownBy(() -> Binaries.defaultCache(Map.of(), Path.of("?"), "Linux", false))
                .hasMessageContaining("XDG_CACHE_HOME");
    }

    private void refused(Path jar, String why) throws IOException {
        assertThatThrownBy(() -> install(jar))
                .isInstanceOfSatisfying(
                        MigrateException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class))
                .hasMessageContaining(why)
                .hasMessageContaining("Delete that file");
        assertThat(cached()).isEmpty();
    }

    private Installation install(Path jar) {
        return binaries((platform, version) -> jar).install(VERSION);
    }

    private Binaries binaries(io.github.migratemaven.port.EmbeddedBinaries source) {
        return new Binaries(folder.resolve("cache"), new Platform("linux-amd64"), source);
    }

    private List<String> cached() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("lock") && !name.equals(".unfinished"))
                    .toList();
        }
    }
}
