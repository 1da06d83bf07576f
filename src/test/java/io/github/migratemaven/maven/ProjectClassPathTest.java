package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.junit.jupiter.api.Test;

class ProjectClassPathTest {
    /** Not one of those that no exception of a test may hold: Maven's own does. */
    private static final String ADDRESS = "https://builder:s3same@repo.invalid/maven";

    /** Maven's own words name the repository by its address. */
    @Test
    void whatCannotBeResolvedIsNamedWithoutARepositorysPassword() {
        ProjectDependenciesResolver resolver = request -> {
            throw new DependencyResolutionException(
                    null,
                    "Could not transfer a:b:jar:1 from/to corporate (" + ADDRESS + "): refused",
                    new Exception(ADDRESS));
        };

        Throwable failure = catchThrowable(() -> new ProjectClassPath(resolver, new MavenProject(), null).paths());

        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        assertThat(failure).hasMessageContaining("a:b:jar:1 from/to corporate (https://***@repo.invalid/maven)");
        assertThat(all.toString()).doesNotContain("s3same");
    }
}
