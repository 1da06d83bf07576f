package io.github.migratemaven.maven;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.graph.Dependency;

/** The project's dependencies, all of them: what a compiler and a server would have, and no test's. */
public final class ProjectClassPath {
    private final ProjectDependenciesResolver resolver;
    private final MavenProject project;
    private final RepositorySystemSession session;

    public ProjectClassPath(
            ProjectDependenciesResolver resolver, MavenProject project, RepositorySystemSession session) {
        this.resolver = resolver;
        this.project = project;
        this.session = session;
    }

    /** @throws MigrateException when one cannot be resolved */
    public List<Path> paths() {
        try {
            DefaultDependencyResolutionRequest request = new DefaultDependencyResolutionRequest(project, session);
            request.setResolutionFilter((node, parents) -> node.getDependency() == null
                    || !"test".equals(node.getDependency().getScope()));
            return resolver.resolve(request).getResolvedDependencies().stream()
                    .filter(dependency -> !"test".equals(dependency.getScope()))
                    .map(Dependency::getArtifact)
                    .map(artifact -> artifact.getFile())
                    .filter(file -> file != null)
                    .map(file -> file.toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            String why = RepositoryJars.withoutUserInfo(String.valueOf(e.getMessage()));
            throw new MigrateException(
                    new Failure.Unavailable(
                            "dependencies-not-resolved",
                            "the project's dependencies cannot be resolved: " + why,
                            "Where one is a module of the same build, run it from the root: mvn process-classes migrate:diff."),
                    new IOException(why));
        }
    }
}
