package io.github.migratemaven.scan.fix;

import java.util.Map;
import java.util.Optional;

/** What a setting is set to when the schema comes from migrations. */
final class SafeValue {
    /** By catalogue id. Values: Hibernate, Jakarta Persistence 9.4, Spring Boot, Flyway and Liquibase as they document them. */
    private static final Map<String, String> SAFE = Map.ofEntries(
            Map.entry("hibernate-ddl-auto", "validate"),
            Map.entry("spring-generate-ddl", "false"),
            Map.entry("quarkus-schema-generation", "validate"),
            Map.entry("jpa-schema-generation", "none"),
            Map.entry("eclipselink-ddl-generation", "none"),
            Map.entry("datanucleus-auto-create", "false"),
            Map.entry("grails-db-create", "validate"),
            Map.entry("ebean-ddl-run", "false"),
            Map.entry("play-auto-apply-downs", "false"),
            Map.entry("flyway-clean-on-validation-error", "false"),
            Map.entry("flyway-clean-at-start", "false"),
            Map.entry("flyway-clean-enabled", "true"),
            Map.entry("liquibase-drop-first", "false"));

    private SafeValue() {}

    /**
     * The new value for an old one: {@code validate} for {@code update}, <code>${DDL:validate}</code> for
     * <code>${DDL:update}</code>.
     */
    static Optional<String> of(String id, String old) {
        Optional<String> safe = Optional.ofNullable(SAFE.get(id));
        if (!old.contains("${")) {
            return safe;
        }
        int colon = old.lastIndexOf(':');
        boolean oneDefault = old.startsWith("${") && old.endsWith("}") && colon > 0 && colon == old.indexOf(':');
        boolean shell = oneDefault && colon + 1 < old.length() && old.charAt(colon + 1) == '-';
        return oneDefault
                ? safe.map(value -> old.substring(0, colon + (shell ? 2 : 1)) + value + "}")
                : Optional.empty();
    }

    /** Whether an id is of a setting, not of a command. */
    static boolean knows(String id) {
        return SAFE.containsKey(id);
    }
}
