package io.github.migratemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;

class OncePerBuildTest {
    private final MavenSession build = session();

    @Test
    void theFirstOfThemAllDoesIt() {
        assertThat(OncePerBuild.isFirst(build, "deploy|a", "one")).isTrue();
        assertThat(OncePerBuild.isFirst(build, "deploy|a", "two")).isFalse();
        assertThat(OncePerBuild.isFirst(build, "deploy|b", "two")).isTrue();
        assertThat(OncePerBuild.isFirst(session(), "deploy|a", "two"))
                .as("another build")
                .isTrue();
    }

    @Test
    void theFirstMayDoItAgain() {
        assertThat(OncePerBuild.isFirst(build, "status", "one")).isTrue();
        assertThat(OncePerBuild.isFirst(build, "status", "one"))
                .as("after the deploy")
                .isTrue();
        assertThat(OncePerBuild.isFirst(build, "status", "two")).isFalse();
    }

    @Test
    void ofParallelModulesExactlyOneDoesIt() throws Exception {
        ExecutorService modules = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> all = IntStream.range(0, 64)
                    .<Callable<Boolean>>mapToObj(i -> () -> OncePerBuild.isFirst(build, "deploy", "module " + i))
                    .toList();
            int first = 0;
            for (Future<Boolean> one : modules.invokeAll(all)) {
                first += one.get() ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        } finally {
            modules.shutdown();
        }
    }

    @SuppressWarnings("deprecation") // the constructor that Maven itself uses
    private static MavenSession session() {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setSystemProperties(new Properties());
        request.setUserProperties(new Properties());
        return new MavenSession(null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    }
}
