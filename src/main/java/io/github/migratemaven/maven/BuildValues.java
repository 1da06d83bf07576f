package io.github.migratemaven.maven;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Where a build can say something, strongest first. Read in code and not as parameters: {@code mvn -X} prints every parameter's
 * value, and these may be secrets. Never modified after construction.
 *
 * @param user the session's user properties ({@code -D} on the command line)
 * @param configuration the plugin's {@code <configuration>} in the POM, one level deep, without the prefix {@code migrate.}
 * @param project the POM's properties, and those that a goal set before; without a {@link StartedServer}'s
 * @param system the JVM's properties (MAVEN_OPTS)
 * @param environment the process's variables
 */
public record BuildValues(
        Map<String, String> user,
        Map<String, String> configuration,
        Map<String, String> project,
        Map<String, String> system,
        Map<String, String> environment) {
    private static final String PLUGIN = "io.github.migratemaven:migrate-maven-plugin";

    public BuildValues {
        user = Map.copyOf(user);
        configuration = Map.copyOf(configuration);
        project = Map.copyOf(project);
        system = Map.copyOf(system);
        environment = Map.copyOf(environment);
    }

    /** A value and the place that it came from, as a person would name it. */
    public record Found(String value, String origin) {
        /** The value may be secret. */
        @Override
        public String toString() {
            return origin;
        }
    }

    /** @param execution null outside one: only the configuration common to all executions is read then */
    public static BuildValues of(MavenSession session, MojoExecution execution, Map<String, String> environment) {
        MavenProject project = session.getCurrentProject();
        return new BuildValues(
                copy(session.getUserProperties()),
                project == null ? Map.of() : configuration(project, execution),
                project == null ? Map.of() : StartedServer.without(project, copy(project.getProperties())),
                copy(session.getSystemProperties()),
                environment);
    }

    /**
     * The strongest value that is not blank.
     *
     * @param name without the prefix, for example {@code url}
     */
    public Optional<Found> find(String name) {
        String property = "migrate." + name;
        if (isGiven(user.get(property))) {
            return found(user.get(property), "-D" + property);
        }
        if (isGiven(configuration.get(name))) {
            return found(configuration.get(name), "<" + name + "> of the plugin's configuration");
        }
        return isGiven(project.get(property))
                ? found(project.get(property), "the project property " + property)
                : found(system.get(property), "the system property " + property);
    }

    Optional<Found> variable(String name) {
        return found(environment.get(name), name);
    }

    private static Optional<Found> found(String value, String origin) {
        return isGiven(value) ? Optional.of(new Found(value, origin)) : Optional.empty();
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }

    private static Map<String, String> configuration(MavenProject project, MojoExecution execution) {
        Map<String, String> values = new LinkedHashMap<>();
        Plugin plugin = project.getPlugin(PLUGIN);
        if (plugin == null && project.getPluginManagement() != null) {
            // A goal from the command line: Maven takes its other parameters from there, too.
            plugin = project.getPluginManagement().getPluginsAsMap().get(PLUGIN);
        }
        if (plugin != null) {
            read(plugin.getConfiguration(), values);
            PluginExecution own =
                    execution == null ? null : plugin.getExecutionsAsMap().get(execution.getExecutionId());
            if (own != null) {
                read(own.getConfiguration(), values);
            }
        }
        return values;
    }

    private static void read(Object configuration, Map<String, String> values) {
        if (configuration instanceof Xpp3Dom dom) {
            for (Xpp3Dom child : dom.getChildren()) {
                if (child.getChildCount() == 0 && child.getValue() != null) {
                    values.put(child.getName(), child.getValue());
                }
            }
        }
    }

    private static Map<String, String> copy(Properties properties) {
        Map<String, String> map = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            map.put(name, properties.getProperty(name));
        }
        return map;
    }

    /** Names of places only. */
    @Override
    public String toString() {
        return "BuildValues";
    }
}
