package io.github.migratemaven.maven;

import io.github.migratemaven.port.ProgressListener;
import java.io.File;
import java.util.List;
import java.util.function.Supplier;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.graph.Dependency;

/** The project's dependencies, resolved when somebody asks. What cannot be resolved is left out, with a word in the log. */
public final class ProjectDependencies implements Supplier<List<File>> {
    private final ProjectDependenciesResolver resolver;
    private final MavenProject project;
    private final RepositorySystemSession session;
    private final ProgressListener progress;

    public ProjectDependencies(
            ProjectDependenciesResolver resolver,
            MavenProject project,
            RepositorySystemSession session,
            ProgressListener progress) {
        this.resolver = resolver;
        this.project = project;
        this.session = session;
        this.progress = progress;
    }

    @Override
    public List<File> get() {
        if (project.getDependencies().isEmpty()) {
            // The resolver's own start costs a tenth of a second.
            return List.of();
        }
        try {
            return resolver
                    .resolve(new DefaultDependencyResolutionRequest(project, session))
                    .getResolvedDependencies()
                    .stream()
                    .map(Dependency::getArtifact)
                    .map(artifact -> artifact.getFile())
                    .filter(file -> file != null)
                    .toList();
        } catch (DependencyResolutionException e) {
            progress.debug("the project's dependencies are not looked through: "
                    + RepositoryJars.withoutUserInfo(String.valueOf(e.getMessage())));
            return List.of();
        }
    }
}
