package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a script's name says about when it runs, by the conventions of package managers, platforms and people. A name that says
 * development or database outright ({@code dev}, {@code build:local}, {@code db:push}) says that it does not run by itself.
 */
final class EntryNames {
    private static final Set<String> TEST =
            Set.of("test", "tests", "pretest", "posttest", "e2e", "spec", "cypress", "jest", "vitest", "playwright");

    private static final Set<String> DEVELOPMENT = Set.of(
            "dev",
            "develop",
            "development",
            "local",
            "debug",
            "watch",
            "docker-dev",
            "sandbox",
            "storybook",
            "mock",
            "demo");

    private static final Set<String> DATABASE = Set.of(
            "db",
            "database",
            "prisma",
            "drizzle",
            "typeorm",
            "sequelize",
            "schema",
            "drop",
            "reset",
            "push",
            "flush",
            "wipe",
            "seed",
            "migrate",
            "migration",
            "migrations",
            "resetdb",
            "dropdb",
            "createdb",
            "recreate",
            "fresh",
            "sync",
            "rs");

    private static final Set<String> BUILD = Set.of(
            "build",
            "prebuild",
            "postbuild",
            "compile",
            "bundle",
            "dist",
            "package",
            "prepack",
            "postpack",
            "prepublish");

    /** What npm and its like run when they install. */
    private static final Set<String> INSTALL = Set.of(
            "preinstall",
            "install",
            "postinstall",
            "prepare",
            "preprepare",
            "postprepare",
            "prepublish",
            "prepublishonly",
            "prepack",
            "heroku-prebuild",
            "heroku-postbuild",
            "heroku-cleanup",
            "dependencies");

    private static final Set<String> DEPLOY = Set.of(
            "deploy", "predeploy", "postdeploy", "release", "prerelease", "postrelease", "deployment", "publish");

    private static final Set<String> START = Set.of("start", "prestart", "poststart");

    /** What {@code docker:start} and its like start on. */
    private static final Set<String> PLATFORMS = Set.of(
            "docker",
            "container",
            "railway",
            "render",
            "heroku",
            "fly",
            "azure",
            "aws",
            "gcp",
            "cloud",
            "staging",
            "k8s");

    private static final Set<String> HOOK = Set.of("precommit", "pre-commit", "prepush", "pre-push", "commitmsg");

    /** Innocent names that everybody types, and that build scripts call. */
    private static final Set<String> COMMON_TASKS = Set.of(
            "all",
            "install",
            "clean",
            "setup",
            "default",
            "configure",
            "bootstrap",
            "assets.deploy",
            "assets:precompile",
            "migrate-up",
            "migration-up",
            "migrations-up",
            "db:prepare",
            "db-prepare",
            "image",
            "docker",
            "docker-build");

    /** Names that nobody expects a lost database behind; colons, dots and the like as dashes. */
    private static final Set<String> PROMISES = Set.of(
            "all",
            "clean",
            "clean-all",
            "clean-build",
            "clean-cache",
            "clean-dist",
            "setup",
            "bootstrap",
            "install",
            "migrate",
            "migrate-all",
            "migrate-apply",
            "migrate-deploy",
            "migrate-latest",
            "migrate-run",
            "migrate-status",
            "migrate-up",
            "migration",
            "migration-run",
            "migration-up",
            "migrations",
            "migrations-run",
            "migrations-up",
            "db-migrate",
            "db-status",
            "run-migrations",
            "apply-migrations",
            "update",
            "upgrade",
            "generate",
            "codegen",
            "lint",
            "format",
            "check",
            "validate",
            "typecheck",
            "status");

    private static final Set<String> BY_HAND =
            Set.of("help", "up", "down", "run", "usage", "list", "lint", "shell", "serve");

    private EntryNames() {}

    /** Of a package.json script. */
    static Entry packageScript(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return INSTALL.contains(lower) ? Entry.BUILD : promise(lower, byWords(lower));
    }

    /** Of a task of make, just, rake and others. */
    static Entry task(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return COMMON_TASKS.contains(lower) ? Entry.BUILD : promise(lower, byWords(lower));
    }

    private static Entry promise(String lower, Entry other) {
        return other == Entry.NONE && PROMISES.contains(String.join("-", words(lower))) ? Entry.PROMISE : other;
    }

    /** Of the task that runs when none is named. */
    static Entry defaultTask(String name) {
        Entry named = task(name);
        List<String> words = words(name);
        boolean byHand =
                anyOf(DATABASE, words) || anyOf(DEVELOPMENT, words) || anyOf(TEST, words) || anyOf(BY_HAND, words);
        boolean unknown = named == Entry.NONE || named == Entry.PROMISE;
        return !unknown || byHand ? named : Entry.BUILD;
    }

    /** What a script's name says about where it runs. */
    static Set<Evidence> evidence(String name) {
        List<String> words = words(name);
        boolean first = TEST.contains(words.get(0));
        boolean any = anyOf(TEST, words);
        return first || any && byWords(name.toLowerCase(Locale.ROOT)) == Entry.NONE ? Set.of(Evidence.TEST) : Set.of();
    }

    private static Entry byWords(String lower) {
        List<String> words = words(lower);
        String first = words.get(0);
        String last = words.get(words.size() - 1);
        if (HOOK.contains(lower)) {
            return Entry.HOOK;
        }
        if (TEST.contains(first) || DATABASE.contains(first) || anyOf(DEVELOPMENT, words)) {
            return Entry.NONE;
        }
        if (DEPLOY.contains(first) || DEPLOY.contains(last)) {
            return Entry.DEPLOY;
        }
        if (START.contains(first)
                || START.contains(last) && words.size() == 2 && (isProduction(first) || PLATFORMS.contains(first))) {
            return anyOf(TEST, words) ? Entry.NONE : Entry.START;
        }
        if (first.equals("ci") || last.equals("ci")) {
            return Entry.CI;
        }
        boolean builds =
                BUILD.contains(first) || BUILD.contains(last) || last.endsWith("build") || first.equals("netlify");
        if (builds && (words.contains("and") || !anyOf(TEST, words))) {
            return Entry.BUILD;
        }
        return isProduction(lower) ? Entry.START : Entry.NONE;
    }

    private static boolean isProduction(String word) {
        return word.equals("prod") || word.equals("production");
    }

    private static boolean anyOf(Set<String> known, List<String> words) {
        for (String word : words) {
            if (known.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** What stands between colons, dots and the like; at least one. */
    private static List<String> words(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>(4);
        int start = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || ":._/-".indexOf(lower.charAt(i)) >= 0) {
                if (i > start) {
                    words.add(lower.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words.isEmpty() ? List.of(name) : words;
    }
}
