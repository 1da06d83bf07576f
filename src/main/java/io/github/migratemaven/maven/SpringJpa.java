package io.github.migratemaven.maven;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Spring Boot application tells Hibernate ({@code spring.jpa.*}), read only when asked for ({@code migrate.spring}). Names are
 * those of Spring Boot's JpaProperties and HibernateProperties.
 */
public final class SpringJpa {
    private static final String JPA = "spring.jpa.";

    private SpringJpa() {}

    /**
     * @param resources the resource root, usually {@code src/main/resources}
     * @param profiles the active profiles, the strongest last; empty = as Spring would find them
     * @return Hibernate's settings by their own names
     */
    public static Map<String, String> settings(
            Path root, Path resources, List<String> profiles, Map<String, String> environment) {
        SpringConfiguration spring = SpringConfiguration.read(root, resources, profiles, environment);
        Map<String, String> settings = new LinkedHashMap<>();
        Map.of(
                        "database-platform", "hibernate.dialect",
                        "hibernate.naming.physical-strategy", "hibernate.physical_naming_strategy",
                        "hibernate.naming.implicit-strategy", "hibernate.implicit_naming_strategy")
                .forEach((name, setting) -> spring.find(JPA + name)
                        .map(SpringConfiguration.Value::text)
                        .filter(text -> !text.isBlank())
                        .ifPresent(text -> settings.put(setting, text.strip())));
        settings.putAll(spring.below(JPA + "properties"));
        return settings;
    }
}
