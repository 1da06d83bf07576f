package io.github.migratemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.port.DevServer;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;

class HeldServersTest {
    private final List<String> told = new ArrayList<>();
    private final MavenSession build = session();

    @Test
    void oneThatCannotBeStoppedKeepsNeitherTheOthersNorTheBuildsEndBack() {
        HeldServers.of(build).hold("a", use("a", false));
        HeldServers.of(build).hold("b", use("b", true));
        HeldServers.of(build).hold("c", use("c", false));

        build.getRequest().getExecutionListener().sessionEnded(null);

        assertThat(told).containsExactlyInAnyOrder("closed a", "closed b", "closed c", "the build has ended");
    }

    @Test
    void anotherUseOfTheSameModuleGivesTheFirstBack() {
        HeldServers.of(build).hold("a", use("first", false));
        HeldServers.of(build).hold("a", use("second", false));

        assertThat(told).containsExactly("closed first");
        assertThat(HeldServers.of(build).release("a")).isTrue();
        assertThat(HeldServers.of(build).release("a")).isFalse();
        assertThat(told).containsExactly("closed first", "closed second");
    }

    private DevServer.Running use(String name, boolean fails) {
        return (DevServer.Running) Proxy.newProxyInstance(
                DevServer.Running.class.getClassLoader(),
                new Class<?>[] {DevServer.Running.class},
                (proxy, method, arguments) -> {
                    told.add("closed " + name);
                    if (fails) {
                        throw new IllegalStateException("its disk is full");
                    }
                    return null;
                });
    }

    @SuppressWarnings("deprecation") // the constructor that Maven itself uses
    private MavenSession session() {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setSystemProperties(new Properties());
        request.setUserProperties(new Properties());
        request.setExecutionListener(new AbstractExecutionListener() {
            @Override
            public void sessionEnded(ExecutionEvent event) {
                told.add("the build has ended");
            }
        });
        return new MavenSession(null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    }
}
