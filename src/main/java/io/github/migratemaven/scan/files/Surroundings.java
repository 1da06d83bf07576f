package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds for the scripts at one place of a file: a workflow, the job in it, the step in that. Each level starts from the one
 * above and narrows it.
 *
 * @param title what the level is called in a chain; levels are joined by a space
 * @param dialect the shell that its texts are for
 */
public record Surroundings(
        String title,
        Entry entry,
        String folder,
        Map<String, String> environment,
        Set<Evidence> evidence,
        Dialect dialect) {
    public Surroundings {
        environment = Map.copyOf(environment);
        evidence = Set.copyOf(evidence);
    }

    /** In the root, POSIX, nothing known. */
    public static Surroundings of(Entry entry) {
        return new Surroundings("", entry, "", Map.of(), Set.of(), Dialect.POSIX);
    }

    /** One level deeper: {@code job "deploy"}; an empty name leaves the kind alone, and no kind leaves all as it is. */
    public Surroundings inside(String kind, String name) {
        String level = name.isEmpty() ? kind : kind + " \"" + shortened(name) + '"';
        String joined = title.isEmpty() || level.isEmpty() ? title + level : title + ' ' + level;
        return new Surroundings(joined, entry, folder, environment, evidence, dialect);
    }

    public Surroundings entry(Entry other) {
        return new Surroundings(title, other, folder, environment, evidence, dialect);
    }

    /** @param path relative to the root; what leads out of it or is not known ({@code $X}) changes nothing */
    public Surroundings folder(String path) {
        Optional<String> known = ProjectPath.normalized(path);
        return known.isEmpty() ? this : new Surroundings(title, entry, known.get(), environment, evidence, dialect);
    }

    public Surroundings environment(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Surroundings(title, entry, folder, all, evidence, dialect);
    }

    public Surroundings evidence(Evidence more) {
        return evidence(Set.of(more));
    }

    public Surroundings evidence(Set<Evidence> more) {
        Set<Evidence> all = new HashSet<>(evidence);
        all.addAll(more);
        return new Surroundings(title, entry, folder, environment, all, dialect);
    }

    public Surroundings without(Evidence one) {
        Set<Evidence> fewer = new HashSet<>(evidence);
        fewer.remove(one);
        return new Surroundings(title, entry, folder, environment, fewer, dialect);
    }

    public Surroundings dialect(Dialect other) {
        return new Surroundings(title, entry, folder, environment, evidence, other);
    }

    /** By the name of a shell as CI files write it, {@code bash -e {0}} included; an unknown one is nobody's shell text. */
    public Surroundings shell(String name) {
        String program = name.trim().split("\\s", 2)[0];
        program = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
        return switch (program.replace(".exe", "")) {
            case "pwsh", "powershell" -> dialect(Dialect.POWERSHELL);
            case "cmd" -> dialect(Dialect.CMD);
            case "bash", "sh", "dash", "zsh", "ash" -> dialect(Dialect.POSIX);
            default -> this;
        };
    }

    private static String shortened(String name) {
        String line = name.strip().lines().findFirst().orElse("");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }
}
