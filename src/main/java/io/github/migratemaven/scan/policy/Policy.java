package io.github.migratemaven.scan.policy;

import io.github.migratemaven.model.Severity;
import io.github.migratemaven.scan.catalog.Catalog;
import java.util.List;
import java.util.Map;

/**
 * A project's configuration of the ban, checked.
 *
 * @param developmentScripts allow, warn or fail
 * @param includes patterns of what is read; empty = everything
 * @param catalog ours and the project's own
 * @param severities by catalogue id, instead of the catalogue's own
 */
public record Policy(
        boolean strict,
        String developmentScripts,
        List<String> includes,
        List<String> excludes,
        Catalog catalog,
        Map<String, Severity> severities,
        List<Allowed> exceptions) {
    public Policy {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        severities = Map.copyOf(severities);
        exceptions = List.copyOf(exceptions);
    }
}
