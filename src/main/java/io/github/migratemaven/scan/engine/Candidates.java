package io.github.migratemaven.scan.engine;

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

    private Candidates() {}

    /** A name such as {@code Dockerfile.java} is a kind of its own, whatever follows the dot. */
    static boolean mayMatter(String path) {
        int dot = path.lastIndexOf('.');
        int name = path.lastIndexOf('/') + 1;
        if (dot <= name || !NEVER.contains(path.substring(dot + 1))) {
            return true;
        }
        return path.substring(name, dot).toLowerCase(Locale.ROOT).contains("file");
    }
}
