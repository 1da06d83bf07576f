package io.github.migratemaven.mojo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a build describes its JPA entities, where they are the desired schema.
 *
 * @param wanted whether they are
 * @param unit {@code migrate.persistenceUnit}
 * @param packages {@code migrate.jpaPackages}
 * @param properties {@code jpaProperties} of the POM
 * @param keep {@code migrate.jpaKeep}
 */
record JpaOptions(
        boolean wanted,
        Optional<String> unit,
        List<String> packages,
        Map<String, String> properties,
        List<String> keep) {

    static JpaOptions of(boolean wanted, String unit, String packages, Map<String, String> properties, String keep) {
        return new JpaOptions(
                wanted,
                Text.given(unit),
                words(packages),
                properties == null ? Map.of() : Map.copyOf(properties),
                words(keep));
    }

    private static List<String> words(String text) {
        return Text.given(text).stream()
                .flatMap(all -> Arrays.stream(all.split("[,\\s]+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
