package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.files.WordSearch;
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

    /** Endings of program text: only those extractors are asked that name them. */
    static final Set<String> PROGRAMS = Set.of(
            "js", "cjs", "mjs", "jsx", "ts", "mts", "cts", "tsx", "py", "rb", "php", "java", "kt", "go", "cs", "fs",
            "vb", "ex");

    /** A program of such a name is a tool's configuration, or (Dockerfile.java) no program: every extractor is asked. */
    private static final WordSearch CONFIGURATIONS =
            new WordSearch(List.of("file", "config", "ecosystem", "pm2", "setup"));

    /** Those that want names of any kind. */
    private final List<Extractor> any = new ArrayList<>();

    /** By an ending with its dot, where nothing else has that ending: those that say they want it. */
    private final Map<String, List<Extractor>> byKnownEnding = new HashMap<>();

    /** By what stands behind the last dot, dot included, or the whole name without one: those, and those that want any name. */
    private final Map<String, List<Extractor>> wanting = new HashMap<>();

    Candidates(List<Extractor> extractors) {
        for (Set<String> endings : List.of(PROGRAMS, NEVER)) {
            for (String ending : endings) {
                byKnownEnding.put('.' + ending, new ArrayList<>(2));
            }
        }
        List<Set<String>> parts = new ArrayList<>();
        for (Extractor extractor : extractors) {
            Set<String> last = new HashSet<>();
            for (String ending : extractor.endings()) {
                last.add(lastPart(ending));
            }
            parts.add(last);
            for (String part : last) {
                wanting.put(part, new ArrayList<>());
            }
        }
        // The order of extractors is the order of what they say of a file.
        for (int i = 0; i < extractors.size(); i++) {
            if (parts.get(i).isEmpty()) {
                any.add(extractors.get(i));
                for (List<Extractor> all : wanting.values()) {
                    all.add(extractors.get(i));
                }
            }
            for (String part : parts.get(i)) {
                if (byKnownEnding.containsKey(part)) {
                    byKnownEnding.get(part).add(extractors.get(i));
                }
                wanting.get(part).add(extractors.get(i));
            }
        }
    }

    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), 0));
    }

    private List<Extractor> wanting(String name) {
        return wanting.getOrDefault(lastPart(name).toLowerCase(Locale.ROOT), any);
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
        List<Extractor> few = byKnownEnding.get(path.substring(dot));
        return few == null || CONFIGURATIONS.mayBeIn(path, name, dot) ? wanting(path.substring(name)) : few;
    }
}
