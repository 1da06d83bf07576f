package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Extractor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private final List<Extractor> all;
    private final List<Extractor> programs;

    Candidates(List<Extractor> extractors) {
        this.all = List.copyOf(extractors);
        List<Extractor> reading = new ArrayList<>();
        for (Extractor extractor : all) {
            if (readsPrograms(extractor)) {
                reading.add(extractor);
            }
        }
        this.programs = reading;
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
            return all;
        }
        String ending = path.substring(dot + 1);
        boolean program = PROGRAMS.contains(ending);
        if (!program && !NEVER.contains(ending)) {
            return all;
        }
        String stem = path.substring(name, dot).toLowerCase(Locale.ROOT);
        for (String word : CONFIGURATIONS) {
            if (stem.contains(word)) {
                return all;
            }
        }
        return program ? programs : List.of();
    }
}
