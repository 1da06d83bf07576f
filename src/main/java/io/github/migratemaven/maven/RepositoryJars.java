package io.github.migratemaven.maven;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/**
 * Jars that are fetched when they are needed, resolved as Maven resolves every artifact: mirrors, proxies, credentials and
 * {@code -o} hold. No POM of theirs is read: what is asked for is what comes.
 */
final class RepositoryJars {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    /**
     * What is said where a jar cannot be had.
     *
     * @param what the sentence's beginning
     * @param nowhere what to do when no repository has it
     * @param instead what does without it; follows a comma
     */
    record Words(String code, String what, String nowhere, String instead) {}

    /** @param plugins asked after the project's: a company may serve tools from there only */
    RepositoryJars(
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

    /** @throws MigrateException with an {@code Unavailable} that names what is missing */
    List<Path> resolve(List<Artifact> artifacts, Words words) {
        List<ArtifactRequest> requests = artifacts.stream()
                .map(artifact -> new ArtifactRequest(artifact, repositories, null))
                .toList();
        try {
            return system.resolveArtifacts(session, requests).stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (ArtifactResolutionException e) {
            List<ArtifactResult> missing = e.getResults().stream()
                    .filter(Predicate.not(ArtifactResult::isResolved))
                    .toList();
            String names = missing.stream()
                    .map(result -> result.getRequest().getArtifact().toString())
                    .collect(Collectors.joining(", "));
            throw new MigrateException(
                    new Failure.Unavailable(
                            words.code(),
                            words.what() + " (" + names + ") " + reason(missing),
                            hint(missing, words) + ", " + words.instead()),
                    new IOException(withoutUserInfo(e.getMessage())));
        }
    }

    private String reason(List<ArtifactResult> missing) {
        String asked = repositories.stream().map(RemoteRepository::getId).collect(Collectors.joining(", "));
        if (session.isOffline()) {
            return "is not in the local repository, and Maven is offline";
        }
        return (notFound(missing) ? "is in none of the repositories: " : "could not be downloaded from: ") + asked;
    }

    private String hint(List<ArtifactResult> missing, Words words) {
        if (session.isOffline()) {
            return "Run once without -o";
        }
        return notFound(missing)
                ? words.nowhere()
                : "Check the network, proxy and mirror of these repositories (details with -e)";
    }

    /** The resolver writes addresses out, and a repository's address may hold a password. */
    static String withoutUserInfo(String message) {
        return message.replaceAll("//[^/\\s]+@", "//***@");
    }

    private static boolean notFound(List<ArtifactResult> missing) {
        return missing.stream()
                .flatMap(result -> result.getExceptions().stream())
                .allMatch(ArtifactNotFoundException.class::isInstance);
    }
}
