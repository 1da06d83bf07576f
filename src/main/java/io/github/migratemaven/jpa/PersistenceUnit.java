package io.github.migratemaven.jpa;

import java.util.List;
import java.util.Map;

/**
 * One unit of a {@code persistence.xml}.
 *
 * @param listedOnly classes that are not listed do not belong to it
 * @param jars paths as written: relative to the root that has META-INF
 */
record PersistenceUnit(
        String name,
        List<String> classes,
        boolean listedOnly,
        List<String> mappings,
        List<String> jars,
        Map<String, String> properties) {}
