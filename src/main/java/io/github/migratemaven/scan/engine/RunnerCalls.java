package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls of tasks that a file of settings names: {@code deno task x}, {@code mise run x}, {@code poe x}, {@code cargo make x}. */
final class RunnerCalls {
    /** @param tool first part of the tasks' names; @param words one of which stands in front of the name; none = nothing does */
    private record Runner(String tool, Set<String> words) {}

    private static final Map<String, Runner> RUNNERS = Map.of(
            "deno", new Runner("deno", Set.of("task")),
            "mise", new Runner("mise", Set.of("run", "r")),
            "poe", new Runner("poe", Set.of()),
            "pdm", new Runner("pdm", Set.of("run")),
            "pipenv", new Runner("pipenv", Set.of("run")),
            "hatch", new Runner("hatch", Set.of("run")),
            "cargo", new Runner("cargo-make", Set.of("make")));

    private final ScriptIndex index;

    RunnerCalls(ScriptIndex index) {
        this.index = index;
    }

    List<Script> calls(String program, List<String> words, String folder) {
        Runner runner = RUNNERS.get(program);
        if (runner == null) {
            return List.of();
        }
        boolean expected = !runner.words().isEmpty();
        for (String word : words.subList(1, words.size())) {
            if (word.startsWith("-")) {
                continue;
            }
            if (!expected) {
                // Of hatch's environment:script the first part is a folder of settings.
                String name = runner.tool().equals("hatch") ? word.substring(word.indexOf(':') + 1) : word;
                return index.upwards(Kind.TASK, folder, runner.tool() + ":" + name);
            }
            if (!runner.words().contains(word)) {
                return List.of();
            }
            expected = false;
        }
        return List.of();
    }
}
