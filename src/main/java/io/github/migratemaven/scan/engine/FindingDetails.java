package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Finding.Fix;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.catalog.Banned;
import io.github.migratemaven.scan.fix.Fixes;
import io.github.migratemaven.scan.fix.Site;
import io.github.migratemaven.scan.shell.ShellReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a finding says beside its verdict: the rule, the way to it, and how to get rid of it. */
final class FindingDetails {
    private final Map<String, Site> sites = new HashMap<>();
    private final Map<String, List<Finding.Stop>> routes = new HashMap<>();

    void add(Site site, List<Finding.Stop> route) {
        String key = site.position() + " " + site.match().banned().id();
        sites.putIfAbsent(key, site);
        List<Finding.Stop> before = routes.get(key);
        if (before == null || before.size() < route.size()) {
            routes.put(key, route);
        }
    }

    /** The findings with all that is known of them; a fix is looked for only where a build fails. */
    List<Finding> in(List<Finding> findings, List<Extractor> extractors, ShellReader shell, ProjectFiles project) {
        List<Site> failing = new ArrayList<>();
        for (Finding finding : findings) {
            Site site = sites.get(key(finding));
            if (finding.severity() == Severity.ERROR && site != null) {
                failing.add(site);
            }
        }
        Map<Site, Fix> fixes = failing.isEmpty() ? Map.of() : Fixes.of(failing, extractors, shell, project);
        List<Finding> all = new ArrayList<>();
        for (Finding finding : findings) {
            Site site = sites.get(key(finding));
            if (site == null) {
                all.add(finding);
                continue;
            }
            Banned banned = site.match().banned();
            Finding more = finding.with(
                    new Finding.Rule(banned.tool(), banned.why(), banned.link()), routes.get(key(finding)));
            all.add(fixes.containsKey(site) ? more.with(fixes.get(site)) : more);
        }
        return all;
    }

    private static String key(Finding finding) {
        return (finding.position().isPresent() ? finding.position().get() : "") + " " + finding.id();
    }
}
