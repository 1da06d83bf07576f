package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the project's own scripts a command starts. */
final class CallResolver {
    private static final Map<String, String> TASK_TOOLS = Map.of(
            "make", "make",
            "gmake", "make",
            "just", "just",
            "task", "task",
            "go-task", "task",
            "rake", "rake",
            "rails", "rake",
            "mix", "mix",
            "gradle", "gradle",
            "gradlew", "gradle");
    private static final Set<String> INTERPRETERS = Set.of(
            "sh",
            "bash",
            "zsh",
            "dash",
            "ash",
            "ksh",
            "source",
            ".",
            "node",
            "nodejs",
            "tsx",
            "ts-node",
            "bun",
            "deno",
            "python",
            "python3",
            "php",
            "ruby",
            "perl",
            "pwsh",
            "powershell",
            "call",
            "cmd",
            "jiti",
            "babel-node",
            "vite-node",
            "esno",
            "zx");
    private static final Set<String> MAKE_OPTIONS_WITH_VALUE = Set.of(
            "-C",
            "--directory",
            "-f",
            "--file",
            "-j",
            "-o",
            "-I",
            "-d",
            "--justfile",
            "--working-directory",
            "--taskfile",
            "--dir",
            "-p",
            "--project-dir",
            "-x",
            "-b");

    private final ScriptIndex index;
    private final PackageCalls packages;
    private final MavenCalls maven;

    CallResolver(ScriptIndex index, PackageNames names) {
        this.index = index;
        this.packages = new PackageCalls(index, names);
        this.maven = new MavenCalls(index);
    }

    List<Script> calls(Command command, String folder) {
        List<String> words = command.words().stream().map(Word::text).toList();
        String program = program(words.get(0));
        List<Script> called = new ArrayList<>(packages.calls(program, words, folder));
        if (TASK_TOOLS.containsKey(program)) {
            called.addAll(tasks(TASK_TOOLS.get(program), words, folder));
        }
        if (program.equals("mvn") || program.equals("mvnw") || program.equals("mvnd")) {
            called.addAll(maven.calls(words, folder));
        }
        called.addAll(files(program, words, folder));
        return called;
    }

    static String program(String word) {
        String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
        for (String ending : List.of(".cmd", ".exe", ".bat")) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    private List<Script> tasks(String tool, List<String> words, String folder) {
        String at = folder;
        List<String> targets = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (MAKE_OPTIONS_WITH_VALUE.contains(word) && i + 1 < words.size()) {
                boolean moves = Set.of("-C", "--directory", "--dir", "-d", "-p", "--project-dir")
                        .contains(word);
                at = moves ? Folders.resolve(folder, words.get(i + 1)).orElse(folder) : at;
                i++;
            } else if (word.startsWith("-C") && word.length() > 2) {
                at = Folders.resolve(folder, word.substring(2)).orElse(folder);
            } else if (!word.startsWith("-") && !word.contains("=")) {
                targets.add(word.startsWith(":") ? word.substring(word.lastIndexOf(':') + 1) : word);
            }
        }
        if (targets.isEmpty()) {
            targets.add("");
        }
        List<Script> called = new ArrayList<>();
        for (String target : targets) {
            List<Script> found = index.upwards(Kind.TASK, at, tool + ":" + target);
            called.addAll(found.isEmpty() ? index.everywhere(Kind.TASK, tool + ":" + target) : found);
        }
        return called;
    }

    private List<Script> files(String program, List<String> words, String folder) {
        String first = words.get(0);
        if (INTERPRETERS.contains(program)) {
            for (String word : words.subList(1, words.size())) {
                boolean option = word.startsWith("-") || word.equals("run") || word.startsWith("/c");
                if (!option) {
                    return index.file(folder, word);
                }
            }
            return List.of();
        }
        boolean path = first.contains("/")
                || first.endsWith(".sh")
                || first.endsWith(".ps1")
                || first.endsWith(".cmd")
                || first.endsWith(".bat");
        return path ? index.file(folder, first) : List.of();
    }
}
