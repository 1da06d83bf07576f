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

    /** Endings of program text: only those extractors are asked that name them. */
    static final Set<String> PROGRAMS = Set.of(
            "js", "cjs", "mjs", "jsx", "ts", "mts", "cts", "tsx", "py", "rb", "php", "java", "kt", "go", "cs", "fs",
            "vb", "ex");

    /** Those that want names of any kind. */
    private final List<Extractor> any = new ArrayList<>();

    /** By what stands behind the last dot, dot included, or the whole name without one: those that say they want such names. */
    private final Map<String, List<Extractor>> named = new HashMap<>();

    /** The same, and those that want names of any kind. */
    private final Map<String, List<Extractor>> wanting = new HashMap<>();

    Candidates(List<Extractor> extractors) {
        List<Set<String>> parts = new ArrayList<>();
        for (Extractor extractor : extractors) {
            Set<String> last = new HashSet<>();
            for (String ending : extractor.endings()) {
                last.add(lastPart(ending));
            }
            parts.add(last);
            for (String part : last) {
                named.put(part, new ArrayList<>());
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
                named.get(part).add(extractors.get(i));
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
        String ending = path.substring(dot + 1);
        if (PROGRAMS.contains(ending) || NEVER.contains(ending)) {
            return isConfiguration(path, name, dot)
                    ? wanting(path.substring(name))
                    : named.getOrDefault(path.substring(dot), List.of());
        }
        return wanting(path.substring(name));
    }

    /** A program of such a name is a tool's configuration, or (Dockerfile.java) no program: every extractor is asked. */
    private static boolean isConfiguration(String path, int begin, int end) {
        for (int i = begin; i < end; i++) {
            String word = configuration(path.charAt(i));
            if (word != null && path.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** The word that begins with a letter; null = none. No two begin alike. */
    private static String configuration(char first) {
        return switch (first) {
            case 'f', 'F' -> "file";
            case 'c', 'C' -> "config";
            case 'e', 'E' -> "ecosystem";
            case 'p', 'P' -> "pm2";
            case 's', 'S' -> "setup";
            default -> null;
        };
    }
}
