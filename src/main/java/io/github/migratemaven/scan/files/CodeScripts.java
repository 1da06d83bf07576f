package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * JavaScript, TypeScript, Python, Ruby and PHP files that start programs: the string handed to a function that runs one. Such a
 * file counts only when something else runs it.
 */
public final class CodeScripts implements Extractor {
    private static final Set<String> ENDINGS =
            Set.of(".js", ".cjs", ".mjs", ".ts", ".mts", ".cts", ".py", ".rb", ".php");
    /** Files that are worth opening: those that lie where build scripts lie. An application's own code starts no schema tool. */
    private static final Set<String> FOLDERS = Set.of(
            "script",
            "scripts",
            "bin",
            "build",
            "tools",
            "tool",
            "ci",
            "deploy",
            "ops",
            "tasks",
            "prisma",
            "db",
            "database",
            "tests",
            "test",
            "e2e",
            ".github",
            "hack",
            "dev",
            "migrations");

    private final boolean tests;

    /** @param tests whether to read the tests, too, that a test runner finds by their names: what they run is theirs */
    public CodeScripts(boolean tests) {
        this.tests = tests;
    }

    @Override
    public boolean accepts(String path) {
        int dot = path.lastIndexOf('.');
        if (dot < 0
                || !ENDINGS.contains(path.substring(dot).toLowerCase(Locale.ROOT))
                || path.endsWith(".d.ts")
                || !tests && isTest(path, path.lastIndexOf('/') + 1, dot)) {
            return false;
        }
        int begin = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', begin)) {
            if (FOLDERS.contains(path.substring(begin, end).toLowerCase(Locale.ROOT))) {
                return true;
            }
            begin = end + 1;
        }
        return begin == 0;
    }

    /** Of Jest, Vitest and Mocha ({@code shop.test.ts}, {@code shop.spec.ts}), pytest, minitest and RSpec. */
    private static boolean isTest(String path, int name, int dot) {
        return endsWith(path, dot, ".test")
                || endsWith(path, dot, ".spec")
                || path.startsWith(".py", dot) && (path.startsWith("test_", name) || endsWith(path, dot, "_test"))
                || path.startsWith(".rb", dot) && (endsWith(path, dot, "_spec") || endsWith(path, dot, "_test"));
    }

    private static boolean endsWith(String path, int end, String what) {
        return path.startsWith(what, end - what.length());
    }

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public Set<String> folderWords() {
        return FOLDERS;
    }

    @Override
    public Extent extent() {
        return Extent.FILE;
    }

    @Override
    public boolean runs(byte[] bytes) {
        return RunCalls.in(bytes);
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        // Deployer's recipe is what its program looks for; any other program is run by somebody.
        boolean deploys = file.name().equals("deploy.php") && file.text().contains("Deployer");
        Script script = new Script(
                new ScriptId(Kind.FILE, file.folder(), file.name()),
                "",
                file.position(0),
                deploys ? Entry.DEPLOY : Entry.NONE,
                RunArguments.of(Source.of(file)),
                file.folder(),
                Map.of(),
                NameEvidence.of(file.path()));
        return new Extract(List.of(script), List.of());
    }

    /** What a program's text runs that stands in another file: a step's script in Python or JavaScript. */
    public static Body runs(Source text) {
        return RunArguments.of(text);
    }
}
