package io.github.migratemaven.maven;

import io.github.migratemaven.model.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.project.MavenProject;

/**
 * The dev server's address in a project's properties, for the other plugins of the build: {@code migrate.url},
 * {@code migrate.user} and {@code migrate.password}.
 *
 * <p>This plugin's own goals don't take it from there: in a pipeline that generates code from the dev server and then deploys,
 * a forgotten address must be an error and never the dev server. They have {@code migrate.embedded}.
 */
public final class StartedServer {
    private static final String BEFORE = StartedServer.class.getName();
    private static final List<String> NAMES = List.of("migrate.url", "migrate.user", "migrate.password");

    private StartedServer() {}

    public static void publish(MavenProject project, Target target) {
        Properties properties = project.getProperties();
        if (project.getContextValue(BEFORE) == null) {
            Map<String, String> before = new HashMap<>();
            NAMES.forEach(name ->
                    Optional.ofNullable(properties.getProperty(name)).ifPresent(value -> before.put(name, value)));
            project.setContextValue(BEFORE, before);
        }
        properties.setProperty("migrate.url", "jdbc:postgresql://" + target.display());
        properties.setProperty("migrate.user", target.user().orElse(""));
        properties.setProperty(
                "migrate.password", target.password().map(p -> p.reveal()).orElse(""));
    }

    /** Puts back what the properties were. */
    public static void withdraw(MavenProject project) {
        if (before(project) instanceof Map<?, ?> before) {
            Properties properties = project.getProperties();
            NAMES.forEach(properties::remove);
            before.forEach((name, value) -> properties.setProperty(name.toString(), value.toString()));
            project.setContextValue(BEFORE, null);
        }
    }

    /** The properties as they would be without it. */
    static Map<String, String> without(MavenProject project, Map<String, String> properties) {
        if (before(project) instanceof Map<?, ?> before) {
            Map<String, String> own = new HashMap<>(properties);
            NAMES.forEach(own::remove);
            before.forEach((name, value) -> own.put(name.toString(), value.toString()));
            return own;
        }
        return properties;
    }

    private static Object before(MavenProject project) {
        return project.getContextValue(BEFORE);
    }
}
