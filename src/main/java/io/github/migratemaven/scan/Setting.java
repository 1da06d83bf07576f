package io.github.migratemaven.scan;

import io.github.migratemaven.model.Position;
import java.util.Map;
import java.util.Set;

/**
 * A configuration value that can make a framework push its schema.
 *
 * @param key as its world spells it in full, for example {@code spring.jpa.hibernate.ddl-auto}; environment variables as they
 *     are: {@code SPRING_JPA_HIBERNATE_DDL_AUTO}
 * @param value as written, {@code ${…}} included
 * @param position of the value's line (the key's, where they differ)
 * @param siblings other keys that hold together with it: same file, document and profile
 * @param evidence what says that it is not for production: its folder, file name, profile or document
 */
public record Setting(
        String key, String value, Position position, Map<String, String> siblings, Set<Script.Evidence> evidence) {
    public Setting {
        siblings = Map.copyOf(siblings);
        evidence = Set.copyOf(evidence);
    }
}
