package io.github.migratemaven.scan.policy;

import io.github.migratemaven.scan.Place;
import io.github.migratemaven.scan.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The configuration of the goal and of the rule as Maven hands it over; {@code null} is what was left out. No record, since the
 * rule is compiled for Java 11.
 */
public final class BanSettings {
    private Boolean strict;
    private String developmentScripts;
    private String banFile;
    private List<String> includes = List.of();
    private List<String> excludes = List.of();
    private Map<String, String> severities = Map.of();
    private List<ExceptionElement> exceptions = List.of();
    private List<EntryElement> entries = List.of();
    private List<String> catalogs = List.of();

    public BanSettings strict(Boolean value) {
        strict = value;
        return this;
    }

    public BanSettings developmentScripts(String value) {
        developmentScripts = value;
        return this;
    }

    /** @param path from the scanned folder; null = {@code .migrate-ban.yml} if that is there */
    public BanSettings banFile(String path) {
        banFile = path;
        return this;
    }

    public BanSettings files(List<String> included, List<String> excluded) {
        includes = orNone(included);
        excludes = orNone(excluded);
        return this;
    }

    /** @param byId words by catalogue id */
    public BanSettings severities(Map<String, String> byId) {
        severities = byId == null ? Map.of() : new TreeMap<>(byId);
        return this;
    }

    public BanSettings exceptions(List<ExceptionElement> elements) {
        exceptions = orNone(elements);
        return this;
    }

    /** @param catalogFiles paths from the scanned folder */
    public BanSettings entries(List<EntryElement> elements, List<String> catalogFiles) {
        entries = orNone(elements);
        catalogs = orNone(catalogFiles);
        return this;
    }

    Optional<String> banFile() {
        return banFile == null || banFile.isBlank() ? Optional.empty() : Optional.of(banFile);
    }

    Asked asked() {
        Map<String, String> general = new TreeMap<>();
        if (strict != null) {
            general.put("strict", strict.toString());
        }
        if (developmentScripts != null) {
            general.put("developmentScripts", developmentScripts);
        }
        List<Written> bySeverity = new ArrayList<>();
        for (Map.Entry<String, String> severity : severities.entrySet()) {
            String word = severity.getValue() == null ? "" : severity.getValue();
            bySeverity.add(new Written(Place.named("<severities>"), Map.of("id", severity.getKey(), "severity", word)));
        }
        List<Written> allowed = new ArrayList<>();
        for (ExceptionElement exception : exceptions) {
            allowed.add(exception.written(allowed.size() + 1));
        }
        List<Written> banned = new ArrayList<>();
        for (EntryElement entry : entries) {
            banned.add(entry.written(banned.size() + 1));
        }
        return new Asked(
                new Written(Place.named("configuration"), general),
                includes,
                excludes,
                bySeverity,
                allowed,
                banned,
                catalogs);
    }

    private static <T> List<T> orNone(List<T> list) {
        List<T> all = new ArrayList<>();
        if (list != null) {
            all.addAll(list);
            all.removeAll(Collections.singleton(null));
        }
        return all;
    }

    /** Everything in it: two that are written alike ask for the same. */
    @Override
    public String toString() {
        return "strict=" + strict + ", developmentScripts=" + developmentScripts + ", banFile=" + banFile
                + ", includes="
                + includes + ", excludes=" + excludes + ", severities=" + severities + ", exceptions=" + exceptions
                + ", entries=" + entries + ", catalogs=" + catalogs;
    }
}
