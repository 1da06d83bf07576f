package io.github.migratemaven.jpa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A unit's settings without those that connect, cache or index something: none is needed for DDL, and some are secret. */
final class UnitSettings {
    private static final List<String> OF_DATABASE = List.of(
            "hibernate.connection.",
            "hibernate.hikari.",
            "hibernate.agroal.",
            "hibernate.c3p0.",
            "hibernate.cache.",
            "hibernate.javax.cache.",
            "hibernate.search.",
            "hibernate.hbm2ddl.",
            "hibernate.transaction.",
            "hibernate.jndi.",
            "javax.persistence.jdbc.",
            "jakarta.persistence.jdbc.",
            "javax.persistence.jtaDataSource",
            "jakarta.persistence.jtaDataSource",
            "javax.persistence.nonJtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "javax.persistence.schema-generation.",
            "jakarta.persistence.schema-generation.",
            "javax.persistence.sql-load-script-source",
            "jakarta.persistence.sql-load-script-source");

    /** A unit may be written for several providers. */
    private static final List<String> OF_OTHERS = List.of("eclipselink.", "toplink.", "openjpa.", "datanucleus.");

    private static final Pattern SECRET = Pattern.compile("(?i)passw|passphrase|secret|credential|token");

    private UnitSettings() {}

    static Map<String, String> withoutDatabase(Map<String, String> settings) {
        Map<String, String> kept = new LinkedHashMap<>();
        settings.forEach((name, value) -> {
            if (OF_DATABASE.stream().noneMatch(name::startsWith)
                    && OF_OTHERS.stream().noneMatch(name::startsWith)
                    && !SECRET.matcher(name).find()) {
                kept.put(name, value);
            }
        });
        return kept;
    }
}
