package io.github.migratemaven.scan.files;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a path's last name is one of some. */
record FileNames(Set<String> names) implements Predicate<String> {
    FileNames {
        names = Set.copyOf(names);
    }

    @Override
    public boolean test(String path) {
        return names.contains(Paths.name(path));
    }

    /** As {@link io.github.migratemaven.scan.Extractor#endings} gives them. */
    Set<String> lowerCase() {
        Set<String> lower = new HashSet<>();
        for (String name : names) {
            lower.add(name.toLowerCase(Locale.ROOT));
        }
        return lower;
    }
}
