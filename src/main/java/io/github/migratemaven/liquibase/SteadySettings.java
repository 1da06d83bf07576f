package io.github.migratemaven.liquibase;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import liquibase.Scope;
import liquibase.configuration.ConfigurationValueProvider;
import liquibase.configuration.LiquibaseConfiguration;
import liquibase.configuration.core.EnvironmentValueProvider;
import liquibase.configuration.core.SystemPropertyValueProvider;

/**
 * Liquibase's settings, read once: it asks for some of them with each file and each change, and to see whether they are still
 * the same it copies and hashes all system properties and environment variables each time, a quarter of the time that
 * thousands of changesets take to parse (docs/performance.md).
 */
final class SteadySettings implements AutoCloseable {
    private final LiquibaseConfiguration configuration =
            Scope.getCurrentScope().getSingleton(LiquibaseConfiguration.class);
    private final List<ConfigurationValueProvider> replaced;
    private final List<ConfigurationValueProvider> steady = List.of(new SteadyProperties(), new SteadyEnvironment());

    SteadySettings() {
        // Of the very classes: whoever brings one of his own knows why.
        replaced = configuration.getProviders().stream()
                .filter(p -> p.getClass() == SystemPropertyValueProvider.class
                        || p.getClass() == EnvironmentValueProvider.class)
                .toList();
        if (replaced.size() == steady.size()) {
            replaced.forEach(configuration::unregisterProvider);
            steady.forEach(configuration::registerProvider);
        }
    }

    @Override
    public void close() {
        if (replaced.size() == steady.size()) {
            steady.forEach(configuration::unregisterProvider);
            replaced.forEach(configuration::registerProvider);
        }
    }

    private static final class SteadyProperties extends SystemPropertyValueProvider {
        private final Properties properties =
                (Properties) System.getProperties().clone();

        @Override
        protected Map<?, ?> getMap() {
            return properties;
        }

        @Override
        protected int getMapHash() {
            return 1;
        }
    }

    private static final class SteadyEnvironment extends EnvironmentValueProvider {
        @Override
        protected int getMapHash() {
            return 1;
        }
    }
}
