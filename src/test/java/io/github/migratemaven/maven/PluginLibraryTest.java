package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.antlr.v4.runtime.Parser;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.eclipse.aether.artifact.Artifact;
import org.jgrapht.Graph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgcodekeeper.core.PgDiff;
import org.tukaani.xz.XZInputStream;

/** On a realm as Maven makes one for a plugin. */
class PluginLibraryTest {
    private static final String SIGN = "org/pgcodekeeper/core/PgDiff.class";

    @TempDir
    private Path local;

    private LocalMaven maven;
    private ClassRealm realm;

    @BeforeEach
    void maven() throws Exception {
        maven = LocalMaven.in(local);
        realm = new ClassWorld().newRealm("plugin", null);
    }

    @Test
    void itsJarsAreThoseThatTheTestsRunWith() {
        assertThat(names(PluginLibrary.COMPARISON))
                .containsExactlyElementsOf(origins(PgDiff.class, Parser.class, Graph.class));
        assertThat(names(PluginLibrary.UNPACKING)).containsExactlyElementsOf(origins(XZInputStream.class));
    }

    /** What a mirror must have is for people to read there. */
    @Test
    void theDocumentationListsItsJars() throws Exception {
        String page = Files.readString(Path.of("docs/troubleshooting.md"));
        for (PluginLibrary library : PluginLibrary.values()) {
            for (Artifact jar : library.artifacts()) {
                assertThat(page)
                        .contains("`" + jar.getGroupId() + ":" + jar.getArtifactId() + ":" + jar.getVersion() + "`");
            }
        }
    }

    @Test
    void onTheClassPathNothingIsResolved() {
        for (PluginLibrary library : PluginLibrary.values()) {
            library.require(null);
        }
    }

    @Test
    void joinsTheRealmOnce() throws Exception {
        install(PluginLibrary.COMPARISON);
        PluginLibrary.COMPARISON.require(maven.repositories(), realm);
        PluginLibrary.COMPARISON.require(maven.repositories(), realm);

        assertThat(realm.getURLs()).hasSize(3);
        assertThat(realm.getResource(SIGN)).isNotNull();
    }

    @Test
    void joinsTheRealmOnceForModulesThatRunAtTheSameTime() throws Exception {
        install(PluginLibrary.COMPARISON);
        Callable<Void> module = () -> {
            PluginLibrary.COMPARISON.require(maven.repositories(), realm);
            assertThat(realm.getResource(SIGN)).isNotNull();
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Void> done : threads.invokeAll(List.of(module, module, module, module))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(realm.getURLs()).hasSize(3);
    }

    @Test
    void theOneThatTheBuildGaveThePluginIsUsed() throws Exception {
        Path own = local.resolve("own.jar");
        jar(own, SIGN);
        realm.addURL(own.toUri().toURL());
        PluginLibrary.COMPARISON.require(maven.repositories(), realm);

        assertThat(realm.getURLs()).containsExactly(own.toUri().toURL());
    }

    @Test
    void offlineItNamesWhatIsMissingAndAddsNothing() throws Exception {
        maven.session().setOffline(true);
        jar(maven.place(PluginLibrary.COMPARISON.artifacts().get(0)), SIGN);

        assertThatThrownBy(() -> PluginLibrary.COMPARISON.require(maven.repositories(), realm))
                .isInstanceOfSatisfying(MigrateException.class, e -> {
                    assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class);
                    assertThat(e.failure().code()).isEqualTo("comparison-library");
                })
                .hasMessageContainingAll(
                        "The library that compares schemas",
                        "org.antlr:antlr4-runtime:jar:",
                        "org.jgrapht:jgrapht-core:jar:",
                        "Maven is offline",
                        "Run once without -o")
                .hasMessageNotContaining("org.pgcodekeeper");
        assertThat(realm.getURLs()).isEmpty();
    }

    @Test
    void onlineItNamesTheRepositories() {
        assertThatThrownBy(() -> PluginLibrary.UNPACKING.require(maven.repositories(), realm))
                .hasMessageContainingAll("org.tukaani:xz:jar:", "could not be downloaded from: corporate", "-e");
    }

    @Test
    void aLoaderThatTakesNoJarIsAFailureThatSaysSo() {
        assertThatThrownBy(() ->
                        PluginLibrary.UNPACKING.require(maven.repositories(), ClassLoader.getPlatformClassLoader()))
                .isInstanceOf(MigrateException.class)
                .hasMessageContainingAll("org.tukaani:xz:", "takes no jar");
    }

    private void install(PluginLibrary library) throws Exception {
        for (Artifact artifact : library.artifacts()) {
            jar(maven.place(artifact), artifact.getArtifactId().equals("pgcodekeeper-core") ? SIGN : "other");
        }
    }

    private static void jar(Path file, String entry) throws Exception {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
        }
    }

    private static List<String> names(PluginLibrary library) {
        return library.artifacts().stream()
                .map(artifact -> artifact.getArtifactId() + "-" + artifact.getVersion() + ".jar")
                .toList();
    }

    private static List<String> origins(Class<?>... types) {
        return Stream.of(types)
                .map(type -> new File(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .getName())
                .toList();
    }
}
