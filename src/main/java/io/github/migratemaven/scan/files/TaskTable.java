package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A file, or a part of one, that gives commands names: deno.json's tasks, Pipfile's scripts, poe, pdm, mise, cargo-make.
 *
 * @param tool first part of the tasks' names
 * @param names of such files
 * @param keys where the names are
 * @param references whether a list (and an item of a list of steps) is names of other tasks, not commands
 */
record TaskTable(String tool, Set<String> names, Format format, List<String> keys, boolean references)
        implements Extractor {
    private static final List<String> COMMANDS = List.of("cmd", "command", "shell", "run", "script", "expr");
    private static final List<String> BEFORE = List.of("deps", "dependencies", "depends", "wait_for");
    private static final List<String> STEPS = List.of("sequence", "composite", "chain", "ref", "cmds");

    private static final Set<String> PYPROJECT = Set.of("pyproject.toml");

    static final List<Extractor> ALL = List.of(
            // https://docs.deno.com/runtime/reference/cli/task/
            new TaskTable("deno", Set.of("deno.json", "deno.jsonc"), Format.JSON, List.of("tasks"), false),
            new TaskTable("pipenv", Set.of("Pipfile"), Format.TOML, List.of("scripts"), false),
            // https://poethepoet.natn.io/tasks/index.html
            new TaskTable("poe", PYPROJECT, Format.TOML, List.of("tool", "poe", "tasks"), true),
            new TaskTable("pdm", PYPROJECT, Format.TOML, List.of("tool", "pdm", "scripts"), true),
            new TaskTable("task", PYPROJECT, Format.TOML, List.of("tool", "taskipy", "tasks"), false),
            new TaskTable(
                    "hatch", PYPROJECT, Format.TOML, List.of("tool", "hatch", "envs", "default", "scripts"), false),
            new TaskTable("mise", Set.of("mise.toml", ".mise.toml"), Format.TOML, List.of("tasks"), false),
            new TaskTable("cargo-make", Set.of("Makefile.toml"), Format.TOML, List.of("tasks"), true));

    @Override
    public Set<String> endings() {
        return new FileNames(names).lowerCase();
    }

    @Override
    public boolean accepts(String path) {
        return names.contains(Paths.name(path));
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        for (Node root : format.read(file)) {
            root.at(keys.toArray(String[]::new))
                    .ifPresent(tasks -> tasks.entries().forEach(task -> scripts.add(script(file, task))));
        }
        return new Extract(scripts, List.of());
    }

    private Script script(SourceFile file, Node.Entry task) {
        Position position = file.position(task.start());
        List<Body> parts = new ArrayList<>();
        for (String key : BEFORE) {
            task.value().get(key).ifPresent(n -> parts.add(calls(n, file, position)));
        }
        add(task.value(), file, position, parts);
        Draft draft = Draft.task(file, task.start(), tool, task.key())
                .withEntry(EntryNames.task(task.key()))
                .withEvidence(EntryNames.evidence(task.key()));
        for (String key : List.of("cwd", "dir")) {
            String folder = task.value().source(key).map(Source::text).orElse("");
            draft = draft.withFolder(Paths.resolve(draft.folder(), folder));
        }
        return draft.runs(Bodies.sequence(parts));
    }

    private void add(Node value, SourceFile file, Position position, List<Body> parts) {
        if (value.source().isPresent()) {
            parts.add(Bodies.shell(value.source().get()));
        } else if (!value.items().isEmpty()) {
            for (Node item : value.items()) {
                if (references && item.source().isPresent()) {
                    parts.add(calls(item, file, position));
                } else {
                    add(item, file, position, parts);
                }
            }
        } else {
            command(value, parts);
            for (String key : STEPS) {
                value.get(key).filter(n -> !n.sources().isEmpty()).ifPresent(n -> {
                    if (key.equals("cmds")) {
                        parts.add(Bodies.lines(n.sources()));
                    } else {
                        parts.add(calls(n, file, position));
                    }
                });
            }
        }
    }

    private static void command(Node task, List<Body> parts) {
        List<Source> args = task.get("args").map(Node::sources).orElse(List.of());
        for (String key : COMMANDS) {
            List<Source> lines = task.get(key).map(Node::sources).orElse(List.of());
            if (lines.size() == 1 && key.equals("command")) {
                parts.add(Bodies.shell(Bodies.append(lines.get(0), args)));
            } else if (!lines.isEmpty()) {
                parts.add(Bodies.lines(lines));
            }
        }
    }

    private Body calls(Node tasks, SourceFile file, Position position) {
        // A name may carry arguments.
        List<String> all = new ArrayList<>();
        for (Source task : tasks.sources()) {
            all.add(task.text().strip().split("\\s", 2)[0]);
        }
        return Bodies.tasks(all, tool, file.folder(), position);
    }
}
