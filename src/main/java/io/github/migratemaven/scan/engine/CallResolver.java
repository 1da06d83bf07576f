package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which of the project's own scripts a command starts. */
final class CallResolver {
    private static final Set<String> MAVEN = Set.of("mvn", "mvnw", "mvnd");

    private final PackageCalls packages;
    private final MavenCalls maven;
    private final TaskCalls tasks;
    private final RunnerCalls runners;
    private final FileCalls files;

    CallResolver(ScriptIndex index, PackageNames names) {
        this.packages = new PackageCalls(index, names);
        this.maven = new MavenCalls(index);
        this.tasks = new TaskCalls(index);
        this.runners = new RunnerCalls(index);
        this.files = new FileCalls(index);
    }

    List<Script> calls(Command command, String folder) {
        List<String> words = new ArrayList<>();
        for (Word word : command.words()) {
            words.add(word.text());
        }
        String program = program(words.get(0));
        List<Script> called = new ArrayList<>(packages.calls(program, words, folder));
        called.addAll(tasks.calls(program, words, folder));
        called.addAll(runners.calls(program, words, folder));
        if (MAVEN.contains(program)) {
            called.addAll(maven.calls(words, folder));
        }
        called.addAll(files.calls(program, command, words, folder));
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
}
