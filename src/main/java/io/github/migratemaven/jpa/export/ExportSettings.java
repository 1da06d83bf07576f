package io.github.migratemaven.jpa.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hibernate's settings for an export: the project's, over what Spring Boot would set where it is on the class path; without a
 * connection, a cache or an index; for PostgreSQL where nothing else is said.
 */
final class ExportSettings {
    private static final String DIALECT = "hibernate.dialect";

    private static final String SPRING = "org.springframework.boot.SpringApplication";

    /** HibernateProperties of Spring Boot, since 2.6. */
    private static final String PHYSICAL = "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";

    /** Until Spring Boot 3, and since 4. */
    private static final List<String> IMPLICIT = List.of(
            "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy",
            "org.springframework.boot.hibernate.SpringImplicitNamingStrategy");

    private static final String NO_CONNECTION =
            "org.hibernate.engine.jdbc.connections.internal.UserSuppliedConnectionProviderImpl";

    /** Hibernate 5 knows the server's version by the dialect's name; the newest first. */
    private static final List<String> DIALECTS_OF_5 = List.of(
            "org.hibernate.dialect.PostgreSQL10Dialect",
            "org.hibernate.dialect.PostgreSQL95Dialect",
            "org.hibernate.dialect.PostgreSQL94Dialect");

    private final ExportOrder order;
    private final String api;

    /** @param api {@code javax} or {@code jakarta} */
    ExportSettings(ExportOrder order, String api) {
        this.order = order;
        this.api = api;
    }

    Map<String, Object> all() {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (isThere(SPRING)) {
            firstThere(List.of(PHYSICAL))
                    .ifPresentOrElse(name -> settings.put("hibernate.physical_naming_strategy", name), () -> {});
            firstThere(IMPLICIT).ifPresent(name -> settings.put("hibernate.implicit_naming_strategy", name));
        }
        settings.putAll(order.settings());
        if (!settings.containsKey(DIALECT)) {
            dialect(settings);
        }
        // A hibernate.properties of the class path may name a database: nobody gives this one a connection.
        settings.put("hibernate.connection.provider_class", NO_CONNECTION);
        settings.put("hibernate.temp.use_jdbc_metadata_defaults", "false");
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put("hibernate.cache.use_second_level_cache", "false");
        settings.put("hibernate.cache.use_query_cache", "false");
        settings.put("hibernate.search.enabled", "false");
        settings.put("hibernate.query.startup_check", "false");
        settings.put("hibernate.hbm2ddl.auto", "none");
        settings.put("hibernate.hbm2ddl.delimiter", ";");
        settings.put("hibernate.hbm2ddl.charset_name", "UTF-8");
        settings.put("hibernate.hbm2ddl.import_files", "");
        settings.put("hibernate.hbm2ddl.schema-generation.script.append", "false");
        settings.put(api + ".persistence.create-database-schemas", "true");
        settings.put(api + ".persistence.schema-generation.database.action", "none");
        settings.put(api + ".persistence.schema-generation.scripts.action", "create");
        settings.put(
                api + ".persistence.schema-generation.scripts.create-target",
                order.script().toString());
        return settings;
    }

    private void dialect(Map<String, Object> settings) {
        if (api.equals("javax")) {
            firstThere(DIALECTS_OF_5).ifPresent(name -> settings.put(DIALECT, name));
        } else {
            settings.putIfAbsent(api + ".persistence.database-product-name", "PostgreSQL");
            settings.putIfAbsent(api + ".persistence.database-major-version", "17");
            settings.putIfAbsent(api + ".persistence.database-minor-version", "0");
        }
    }

    private static Optional<String> firstThere(List<String> names) {
        return names.stream().filter(ExportSettings::isThere).findFirst();
    }

    private static boolean isThere(String name) {
        try {
            Class.forName(name, false, ExportSettings.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
