package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script.Evidence;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What a path says about who runs a file. */
final class NameEvidence {
    private static final Set<String> TEST = Set.of(
            "test",
            "tests",
            "testing",
            "__tests__",
            "spec",
            "specs",
            "e2e",
            "it",
            "integration-test",
            "integrationtest",
            "fixtures",
            "testdata",
            "androidtest",
            "phpunit",
            "conftest");
    private static final Set<String> DEVELOPMENT = Set.of(
            "dev",
            "development",
            "local",
            "localhost",
            ".devcontainer",
            "devcontainer",
            "codex",
            "sandbox",
            "playground");
    /** A script of such a name is typed by a person who means it. */
    private static final Set<String> BY_HAND = Set.of(
            "reset",
            "recreate",
            "drop",
            "wipe",
            "nuke",
            "clear",
            "clean",
            "cleanup",
            "truncate",
            "purge",
            "sandbox",
            "undo",
            "rollback",
            "teardown");

    private NameEvidence() {}

    static Set<Evidence> of(String path) {
        EnumSet<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        String[] parts = path.toLowerCase(Locale.ROOT).split("/");
        for (int i = 0; i < parts.length; i++) {
            // A file's own name tells by its words, a folder's by its whole.
            Set<String> words = i == parts.length - 1 ? words(parts[i]) : Set.of(parts[i]);
            for (String word : words) {
                add(word, evidence);
            }
        }
        return evidence;
    }

    private static void add(String word, Set<Evidence> evidence) {
        if (TEST.contains(word)) {
            evidence.add(Evidence.TEST);
        }
        if (DEVELOPMENT.contains(word)) {
            evidence.add(Evidence.DEVELOPMENT);
        }
    }

    /** What a profile's or environment's name says. */
    static Set<Evidence> ofName(String name) {
        EnumSet<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        for (String word : words(name.toLowerCase(Locale.ROOT))) {
            add(word, evidence);
        }
        return evidence;
    }

    /** Whether a script is a tool for one purpose that nobody runs by accident. */
    static boolean isByHand(String fileName) {
        Set<String> words = new HashSet<>(words(fileName.toLowerCase(Locale.ROOT)));
        words.retainAll(BY_HAND);
        return !words.isEmpty();
    }

    static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(name.split("[^a-z0-9]+")));
    }
}
