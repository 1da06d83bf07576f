package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Extractor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which extractors are asked about a file. Most of a repository is what none reads, and asking each of them about each file takes
 * as long as reading the rest.
 */
final class Candidates {
    /** Endings of program text, pages, prose, pictures and data. Not: those that scripts and settings have, too. */
    static final Set<String> NEVER = Set.of(
            "scala", "clj", "rs", "c", "h", "cc", "cpp", "hpp", "swift", "m", "dart", "erl", "hs", "ml", "jl", "lua",
            "r", "vue", "svelte", "astro", "css", "scss", "sass", "less", "html", "htm", "md", "mdx", "rst", "adoc",
            "csv", "tsv", "parquet", "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "woff", "woff2", "ttf", "eot",
            "otf", "mp3", "mp4", "webm", "pdf", "zip", "gz", "tgz", "jar", "war", "class", "pyc", "so", "dll", "exe",
            "dylib", "wasm", "snap", "lock", "log", "proto", "graphql", "po");

    /** Endings of program text: only those extractors are asked that read programs. */
    static final Set<String> PROGRAMS = Set.of(
            "js", "cjs", "mjs", "jsx", "ts", "mts", "cts", "tsx", "py", "rb", "php", "java", "kt", "go", "cs", "fs",
            "vb", "ex");

    /** What a program is called, and where it lies, that is made to be read by us; what accepts one of these reads programs. */
    private static final List<String> EXAMPLES = List.of(
            "scripts/run",
            "src/data-source",
            "config/database",
            "src/main/java/a/Application",
            "test/seed",
            "migrate",
            "index");

    /** A program of such a name is a tool's configuration, or (Dockerfile.java) no program: every extractor is asked. */
    private static final List<String> CONFIGURATIONS = List.of("file", "config", "ecosystem", "pm2", "setup");

    private final List<Extractor> programs;
    /** Those that want names of any kind. */
    private final List<Extractor> any = new ArrayList<>();

    /** By what stands behind the last dot, dot included, or the whole name without one: those, and those that want such names. */
    private final Map<String, List<Extractor>> byEnding = new HashMap<>();

    Candidates(List<Extractor> extractors) {
        List<Extractor> reading = new ArrayList<>();
        for (Extractor extractor : extractors) {
            if (readsPrograms(extractor)) {
                reading.add(extractor);
            }
            for (String ending : extractor.endings()) {
                byEnding.put(lastPart(ending), new ArrayList<>());
            }
        }
        this.programs = reading;
        // The order of extractors is the order of what they say of a file.
        for (Extractor extractor : extractors) {
            Set<String> parts = new HashSet<>();
            for (String ending : extractor.endings()) {
                parts.add(lastPart(ending));
            }
            if (parts.isEmpty()) {
                any.add(extractor);
            }
            for (Map.Entry<String, List<Extractor>> entry : byEnding.entrySet()) {
                if (parts.isEmpty() || parts.contains(entry.getKey())) {
                    entry.getValue().add(extractor);
                }
            }
        }
    }

    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), 0));
    }

    private List<Extractor> wanting(String name) {
        return byEnding.getOrDefault(lastPart(name).toLowerCase(Locale.ROOT), any);
    }

    private static boolean readsPrograms(Extractor extractor) {
        for (String ending : PROGRAMS) {
            for (String example : EXAMPLES) {
                if (extractor.accepts(example + "." + ending)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Those that accept a file. */
    List<Extractor> of(String path) {
        List<Extractor> accepting = new ArrayList<>(1);
        for (Extractor extractor : worthAsking(path)) {
            if (extractor.accepts(path)) {
                accepting.add(extractor);
            }
        }
        return accepting;
    }

    private List<Extractor> worthAsking(String path) {
        int dot = path.lastIndexOf('.');
        int name = path.lastIndexOf('/') + 1;
        if (dot <= name) {
            return wanting(path.substring(name));
        }
        String ending = path.substring(dot + 1);
        boolean program = PROGRAMS.contains(ending);
        if (!program && !NEVER.contains(ending)) {
            return wanting(path.substring(name));
        }
        String stem = path.substring(name, dot).toLowerCase(Locale.ROOT);
        for (String word : CONFIGURATIONS) {
            if (stem.contains(word)) {
                return wanting(path.substring(name));
            }
        }
        return program ? programs : List.of();
    }
}
