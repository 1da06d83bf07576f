package io.github.migratemaven.scan.engine;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The packages that a command chooses of a workspace: {@code --filter} and {@code --workspace}, several of which add up, and of
 * which {@code !name} takes away.
 */
final class PackageFilter {
    private final PackageNames names;
    private final Set<String> chosen = new LinkedHashSet<>();
    private final Set<String> left = new LinkedHashSet<>();

    PackageFilter(PackageNames names) {
        this.names = names;
    }

    void add(String filter) {
        if (filter.startsWith("!")) {
            left.addAll(names.matching(filter.substring(1)));
        } else {
            chosen.addAll(names.matching(filter));
        }
    }

    /** Where the packages are known, they are meant and no others. */
    void apply(Set<String> folders) {
        if (!chosen.isEmpty()) {
            folders.clear();
            folders.addAll(chosen);
        } else if (!left.isEmpty()) {
            folders.addAll(names.folders());
        }
        folders.removeAll(left);
    }
}
