package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Clue;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.files.WordSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a file must hold to call one of some scripts: their names, or a program that calls them without saying their names. It may
 * promise too much, never too little.
 */
final class CallNames {
    /** Package managers run a package's hooks when they install it, and {@code npm t} is its test. */
    private static final Set<String> MANAGERS = Set.of("npm", "pnpm", "yarn", "bun");

    private static final Set<String> UNNAMED = Set.of("preinstall", "install", "postinstall", "prepare", "test");
    /** These take patterns: {@code run-s db:*}. */
    private static final Set<String> PATTERNS = Set.of("run-s", "run-p", "npm-run-all", "concurrently", "conc");

    /** Each has a task that it runs when none is named. */
    private static final Set<String> TASK_TOOLS =
            Set.of("make", "just", "task", "rake", "rails", "mix", "gradle", "nx", "turbo", "composer");

    private static final Set<String> IMAGE_WORDS = Set.of("build", "image", "docker");

    private final Set<String> words = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private final WordSearch search;
    /** A name of nothing but signs is found nowhere, so it may be anywhere. */
    private final boolean everywhere;

    CallNames(Collection<Script> scripts) {
        for (Script script : scripts) {
            add(script.id());
        }
        List<String> plain = new ArrayList<>();
        for (String word : words) {
            plain.add(Clue.part(word));
        }
        search = new WordSearch(plain);
        everywhere = plain.contains("");
    }

    private void add(ScriptId id) {
        switch (id.kind()) {
            case FILE -> {
                words.add(id.name());
                files.add(id.name());
            }
            case PACKAGE_SCRIPT -> {
                words.add(id.name());
                words.addAll(PATTERNS);
                if (UNNAMED.contains(id.name())) {
                    words.addAll(MANAGERS);
                }
            }
            case TASK -> {
                words.addAll(TASK_TOOLS);
                // Others run what is named only.
                int colon = id.name().indexOf(':');
                if (colon > 0) {
                    words.add(
                            id.name().startsWith("cargo-make:")
                                    ? "cargo"
                                    : id.name().substring(0, colon));
                }
            }
            case MAVEN -> words.add("mvn");
            case IMAGE -> words.addAll(IMAGE_WORDS);
            case ACTION, ANONYMOUS -> {
                // Only workflows use actions, and they are read anyway; what has no name is not called.
            }
        }
    }

    /** Whether a file has a script's name: a call may mean it instead. */
    boolean hasFile(String path) {
        return files.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Whether a text may call one of them. */
    boolean mayBeIn(byte[] bytes) {
        return everywhere || search.finds(bytes);
    }
}
