package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.files.CodeScripts;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which files are asked about at all. Most of a repository is what no extractor reads, and asking each of them about each file
 * takes as long as reading the rest.
 */
final class Candidates {
    /** Endings of program text, pages, prose, pictures and data. Not: those that scripts and settings have, too. */
    static final Set<String> NEVER = Set.of(
            "java", "kt", "scala", "clj", "go", "rs", "c", "h", "cc", "cpp", "hpp", "cs", "fs", "vb", "swift", "m",
            "dart", "ex", "erl", "hs", "ml", "jl", "lua", "r", "tsx", "jsx", "vue", "svelte", "astro", "css", "scss",
            "sass", "less", "html", "htm", "md", "mdx", "rst", "adoc", "csv", "tsv", "parquet", "png", "jpg", "jpeg",
            "gif", "svg", "webp", "ico", "woff", "woff2", "ttf", "eot", "otf", "mp3", "mp4", "webm", "pdf", "zip", "gz",
            "tgz", "jar", "war", "class", "pyc", "so", "dll", "exe", "dylib", "wasm", "snap", "lock", "log", "proto",
            "graphql", "po");

    /** Program text: of a whole application only what lies where scripts lie, or what is named like a configuration. */
    static final Set<String> PROGRAMS = Set.of("js", "cjs", "mjs", "ts", "mts", "cts", "py", "rb", "php");

    private static final List<String> CONFIGURATIONS =
            List.of("file", "config", "ecosystem", "pm2", "orm", "data-source", "datasource", "database", "setup");

    private static final Extractor CODE = new CodeScripts();

    private Candidates() {}

    /** A name such as {@code Dockerfile.java} is a kind of its own, whatever follows the dot. */
    static boolean mayMatter(String path) {
        int dot = path.lastIndexOf('.');
        int name = path.lastIndexOf('/') + 1;
        if (dot <= name) {
            return true;
        }
        String ending = path.substring(dot + 1);
        if (NEVER.contains(ending)) {
            return path.substring(name, dot).toLowerCase(Locale.ROOT).contains("file");
        }
        if (!PROGRAMS.contains(ending) || CODE.accepts(path)) {
            return true;
        }
        String stem = path.substring(name, dot).toLowerCase(Locale.ROOT);
        return CONFIGURATIONS.stream().anyMatch(stem::contains);
    }
}
