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
    private static final List<String> CONFIGURATIONS = List.of("file", "config", "ecosystem", "pm2", "setup");

    private static final WordSearch CONFIGURATION_SEARCH = new WordSearch(CONFIGURATIONS);

    /** Those that want names of any kind. */
    private final List<Extractor> any = new ArrayList<>();

    /** By an ending with its dot, where nothing else has that ending. */
    private final Map<String, Programs> byKnownEnding = new HashMap<>();

    private final WordSearch folderWords;

    /** By what stands behind the last dot, dot included, or the whole name without one: those, and those that want any name. */
    private final Map<String, List<Extractor>> wanting = new HashMap<>();

    /** Files of one ending, most of which nobody wants. */
    private static final class Programs {
        private final List<Extractor> wanting = new ArrayList<>(2);
        /** Whether one of them wants files of any name that lie anywhere, or that lie in folders of certain words. */
        private boolean anywhere;

        private boolean inFolders;
        /** In the names of those that are wanted wherever they lie. */
        private WordSearch names = CONFIGURATION_SEARCH;

        void finish() {
            Set<String> words = new HashSet<>(CONFIGURATIONS);
            for (Extractor extractor : wanting) {
                words.addAll(extractor.nameWords());
                inFolders |= !extractor.folderWords().isEmpty();
                anywhere |= extractor.folderWords().isEmpty()
                        && extractor.nameWords().isEmpty();
            }
            names = wanting.isEmpty() ? names : new WordSearch(words);
        }
    }

    Candidates(List<Extractor> extractors) {
        for (Set<String> endings : List.of(PROGRAMS, NEVER)) {
            for (String ending : endings) {
                byKnownEnding.put('.' + ending, new Programs());
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
                    byKnownEnding.get(part).wanting.add(extractors.get(i));
                }
                wanting.get(part).add(extractors.get(i));
            }
        }
        Set<String> folders = new HashSet<>();
        for (Extractor extractor : extractors) {
            folders.addAll(extractor.folderWords());
        }
        folderWords = new WordSearch(folders);
        for (Programs programs : byKnownEnding.values()) {
            programs.finish();
        }
    }

    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), 0));
    }

    private List<Extractor> wanting(String name) {
        return wanting.getOrDefault(lastPart(name).toLowerCase(Locale.ROOT), any);
    }

    /** The files of one folder: what is asked of their folder is asked once. */
    final class Folder {
        private final String path;
        private final boolean named;

        private Folder(String path) {
            this.path = path;
            this.named = path.isEmpty() || folderWords.mayBeIn(path, 0, path.length());
        }

        boolean holds(String file) {
            return file.lastIndexOf('/') == path.length() - (path.isEmpty() ? 1 : 0) && file.startsWith(path);
        }

        /** Those that accept a file that lies in it. */
        List<Extractor> of(String file) {
            int dot = file.lastIndexOf('.');
            int name = path.isEmpty() ? 0 : path.length() + 1;
            if (dot > name) {
                Programs programs = byKnownEnding.get(file.substring(dot));
                if (programs != null
                        && !programs.anywhere
                        && !(named && programs.inFolders)
                        && !programs.names.mayBeIn(file, name, dot)) {
                    // Most files of a repository end here.
                    return List.of();
                }
            }
            return accepting(file, name, dot);
        }
    }

    /** The folder that a file lies in. */
    Folder folder(String file) {
        return new Folder(file.substring(0, Math.max(file.lastIndexOf('/'), 0)));
    }

    /** Those that accept a file. */
    List<Extractor> of(String path) {
        return folder(path).of(path);
    }

    private List<Extractor> accepting(String path, int name, int dot) {
        List<Extractor> accepting = new ArrayList<>(1);
        for (Extractor extractor : worthAsking(path, name, dot)) {
            if (extractor.accepts(path)) {
                accepting.add(extractor);
            }
        }
        return accepting;
    }

    private List<Extractor> worthAsking(String path, int name, int dot) {
        Programs programs = dot <= name ? null : byKnownEnding.get(path.substring(dot));
        return programs == null || CONFIGURATION_SEARCH.mayBeIn(path, name, dot)
                ? wanting(path.substring(name))
                : programs.wanting;
    }
}
