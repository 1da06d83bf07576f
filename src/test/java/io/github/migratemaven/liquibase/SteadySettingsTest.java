package io.github.migratemaven.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.configuration.ConfigurationValueProvider;
import liquibase.configuration.LiquibaseConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SteadySettingsTest {
    private static final String SETTING = GlobalConfiguration.DDL_LOCK_TIMEOUT.getKey();

    @AfterEach
    void forget() {
        System.clearProperty(SETTING);
    }

    @Test
    void a_property_counts_as_it_was_when_the_changelog_was_opened() {
        System.setProperty(SETTING, "7");
        try (SteadySettings settings = new SteadySettings()) {
            System.setProperty(SETTING, "8");
            assertThat(settings).isNotNull();
            assertThat(GlobalConfiguration.DDL_LOCK_TIMEOUT.getCurrentValue()).isEqualTo(7);
        }
        assertThat(GlobalConfiguration.DDL_LOCK_TIMEOUT.getCurrentValue()).isEqualTo(8);
        try (SteadySettings settings = new SteadySettings()) {
            assertThat(settings).isNotNull();
            assertThat(GlobalConfiguration.DDL_LOCK_TIMEOUT.getCurrentValue()).isEqualTo(8);
        }
    }

    @Test
    void it_is_found_however_it_is_spelled() {
        System.setProperty("LIQUIBASE.ddl-lock-timeout", "9");
        try (SteadySettings settings = new SteadySettings()) {
            assertThat(settings).isNotNull();
            assertThat(GlobalConfiguration.DDL_LOCK_TIMEOUT.getCurrentValue()).isEqualTo(9);
        } finally {
            System.clearProperty("LIQUIBASE.ddl-lock-timeout");
        }
    }

    @Test
    void liquibase_has_its_own_providers_again_afterwards() {
        List<ConfigurationValueProvider> before = providers();
        new SteadySettings().close();
        assertThat(providers()).containsExactlyElementsOf(before);
    }

    private static List<ConfigurationValueProvider> providers() {
        return List.copyOf(Scope.getCurrentScope()
                .getSingleton(LiquibaseConfiguration.class)
                .getProviders());
    }
}
