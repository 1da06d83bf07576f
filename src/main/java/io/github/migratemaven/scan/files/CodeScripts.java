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
import java.util.ArrayList;
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
        List<Body> parts = new ArrayList<>();
        RunCalls calls = new RunCalls(file.text());
        while (calls.next()) {
            if (!calls.commented()) {
                argument(file, calls.arguments(), parts);
            }
        }
        Script script = new Script(
                new ScriptId(Kind.FILE, file.folder(), file.name()),
                "",
                file.position(0),
                Entry.NONE,
                new Body.Sequence(parts),
                file.folder(),
                Map.of(),
                NameEvidence.of(file.path()));
        return new Extract(List.of(script), List.of());
    }

    /** A string, or a list of strings; {@code spawn("npx", ["prisma", …])} is both in a row. */
    private static void argument(SourceFile file, int from, List<Body> parts) {
        String text = file.text();
        List<Source> words = new ArrayList<>();
        boolean list = false;
        int at = from;
        while (at < text.length() && words.size() < 64) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                int end = end(text, at);
                if (end < 0) {
                    break;
                }
                words.add(Source.slice(file, at + 1, end));
                at = end + 1;
            } else if (c == '[') {
                list = true;
                at++;
            } else if (Character.isWhitespace(c) || c == ',') {
                at++;
            } else {
                break;
            }
        }
        if (words.size() == 1) {
            parts.add(new Body.Shell(words.get(0), Script.Dialect.POSIX));
        } else if (!words.isEmpty()) {
            parts.add(list ? new Body.Arguments(words) : new Body.Shell(words.get(0), Script.Dialect.POSIX));
        }
    }

    private static int end(String text, int open) {
        char quote = text.charAt(open);
        for (int i = open + 1; i < text.length() && i - open < 10_000; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i;
            } else if (c == '\n' && quote != '`') {
                return -1;
            }
        }
        return -1;
    }
}
