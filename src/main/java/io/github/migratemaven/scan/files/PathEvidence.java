package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a file's path says about where it is used. Not for CI: a workflow called {@code test.yml} can well meet a real database. */
public final class PathEvidence {
    private static final Set<String> TEST = Set.of("test", "tests", "testing", "e2e");
    private static final Set<String> DEVELOPMENT = Set.of("dev", "local", "development");

    private static final List<String> FIXTURES =
            List.of("/src/test/", "/src/it/", "/fixtures/", "/__fixtures__/", "/testdata/");
    private static final List<String> TEST_FOLDERS = List.of("/test/", "/tests/", "/__tests__/", "/e2e/");

    private PathEvidence() {}

    /** Of a file that describes images or services: a developer's start is still a start, so only tests and dev containers. */
    public static Set<Evidence> of(String path) {
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        String lower = path.toLowerCase(Locale.ROOT);
        for (String folder : ProjectPath.parent(lower).split("/")) {
            if (TEST.contains(folder)) {
                evidence.add(Evidence.TEST);
            }
            if (folder.equals(".devcontainer")) {
                evidence.add(Evidence.DEVELOPMENT);
            }
        }
        if (named(lower, TEST)) {
            evidence.add(Evidence.TEST);
        }
        return evidence;
    }

    /**
     * Whether nothing runs a script by itself because its file is part of a test: a project that a test works on, a package in a
     * folder of tests. What calls it makes it count. A pipeline's file below {@code test} may well be a pipeline.
     */
    public static boolean isFixture(String path, Entry entry) {
        boolean pipeline = entry == Entry.CI || entry == Entry.IMAGE;
        String folders = '/' + ProjectPath.parent(path).toLowerCase(Locale.ROOT) + '/';
        return anyIn(folders, FIXTURES) || !pipeline && anyIn(folders, TEST_FOLDERS);
    }

    private static boolean anyIn(String folders, List<String> names) {
        for (String name : names) {
            if (folders.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Of a file's settings: those for a developer's own machine are told from others by the file's name. */
    public static Set<Evidence> ofSettings(String path) {
        Set<Evidence> evidence = of(path);
        if (named(path.toLowerCase(Locale.ROOT), DEVELOPMENT)) {
            evidence.add(Evidence.DEVELOPMENT);
        }
        return evidence;
    }

    private static boolean named(String path, Set<String> words) {
        for (String word : ProjectPath.name(path).split("[._-]")) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
