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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tasks of a Taskfile (https://taskfile.dev/reference/schema): {@code task:NAME}, those of an included file {@code task:INCLUDE:NAME}. */
public final class Taskfile implements Extractor {
    private static final Set<String> NAMES = Set.of(
            "Taskfile.yml",
            "taskfile.yml",
            "Taskfile.yaml",
            "taskfile.yaml",
            "Taskfile.dist.yml",
            "taskfile.dist.yml",
            "Taskfile.dist.yaml",
            "taskfile.dist.yaml");
    private static final int MAX_INCLUDES = 5;

    @Override
    public boolean accepts(String path) {
        return NAMES.contains(Paths.name(path));
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        read(file, new World(file, file.folder(), "", project, scripts), 0);
        return new Extract(scripts, List.of());
    }

    /**
     * Where tasks are named.
     *
     * @param root the file that task is started with
     * @param folder where commands run
     * @param prefix of the tasks of an included file, with its colon
     */
    private record World(SourceFile root, String folder, String prefix, ProjectFiles project, List<Script> scripts) {}

    private static void read(SourceFile file, World world, int depth) {
        Optional<Node> root = YamlText.readFirst(file);
        if (root.isEmpty()) {
            return;
        }
        Map<String, String> variables = texts(root.get().get("vars"));
        Map<String, String> environment = texts(root.get().get("env"));
        root.get()
                .get("tasks")
                .ifPresent(tasks -> tasks.entries().forEach(task -> task(file, task, world, variables, environment)));
        if (depth < MAX_INCLUDES) {
            root.get()
                    .get("includes")
                    .ifPresent(all -> all.entries().forEach(include -> include(file, include, world, depth)));
        }
    }

    private static void include(SourceFile file, Node.Entry include, World world, int depth) {
        String written = include.value()
                .source()
                .or(() -> include.value().source("taskfile"))
                .map(Source::text)
                .orElse("");
        String path = Paths.resolve(file.folder(), written);
        String folder = include.value()
                .source("dir")
                .map(d -> Paths.resolve(file.folder(), d.text()))
                .orElse(world.folder());
        List<String> candidates = new ArrayList<>(List.of(path));
        NAMES.stream().sorted().forEach(name -> candidates.add(Paths.resolve(path, name)));
        candidates.stream()
                .filter(world.project().paths()::contains)
                .findFirst()
                .flatMap(world.project()::read)
                .ifPresent(included -> read(
                        included,
                        new World(
                                world.root(),
                                folder,
                                world.prefix() + include.key() + ":",
                                world.project(),
                                world.scripts()),
                        depth + 1));
    }

    private static void task(
            SourceFile file,
            Node.Entry task,
            World world,
            Map<String, String> variables,
            Map<String, String> environment) {
        Node value = task.value();
        Map<String, String> known = new HashMap<>(variables);
        known.putAll(texts(value.get("vars")));
        Map<String, String> set = new HashMap<>(environment);
        set.putAll(texts(value.get("env")));
        Position position = file.position(task.start());
        List<Body> parts = new ArrayList<>();
        value.get("deps").ifPresent(deps -> deps.items().forEach(dep -> call(dep, world, parts)));
        List<Node> commands = new ArrayList<>(value.get("cmds").map(Node::items).orElse(value.items()));
        value.get("cmds").filter(n -> n.source().isPresent()).ifPresent(commands::add);
        value.get("cmd").ifPresent(commands::add);
        value.source().ifPresent(s -> commands.add(value));
        commands.forEach(command -> command(command, world, known, parts));
        String name = world.prefix() + task.key();
        Draft draft = Draft.task(world.root(), 0, "task", name);
        String dir = value.source("dir")
                .map(Source::text)
                .filter(d -> !d.contains("{{"))
                .orElse("");
        draft = new Draft(
                draft.id(),
                '"' + name + '"',
                position,
                EntryNames.task(task.key()),
                Paths.resolve(world.folder(), dir),
                set,
                EntryNames.evidence(name));
        world.scripts().add(draft.runs(Bodies.sequence(parts)));
        for (Source alias : value.get("aliases").map(Node::sources).orElse(List.of())) {
            Draft other = Draft.task(world.root(), 0, "task", world.prefix() + alias.text());
            world.scripts()
                    .add(draft.withId(other.id())
                            .runs(Bodies.tasks(
                                    List.of(name), "task", world.root().folder(), position)));
        }
    }

    private static void command(Node command, World world, Map<String, String> variables, List<Body> parts) {
        Optional<Source> text = command.source().or(() -> command.source("cmd")).or(() -> command.source("defer"));
        if (text.isPresent()) {
            parts.add(Bodies.shell(fill(text.get(), variables)));
        } else {
            call(command.get("defer").orElse(command), world, parts);
        }
    }

    private static void call(Node call, World world, List<Body> parts) {
        call.source().or(() -> call.source("task")).ifPresent(name -> {
            String target = name.text().startsWith(":") ? name.text().substring(1) : world.prefix() + name.text();
            parts.add(Bodies.tasks(List.of(target), "task", world.root().folder(), name.position(0)));
        });
    }

    private static Map<String, String> texts(Optional<Node> mapping) {
        Map<String, String> all = new LinkedHashMap<>();
        mapping.ifPresent(node ->
                node.entries().forEach(e -> e.value().source().ifPresent(v -> all.put(e.key(), v.text()))));
        return all;
    }

    /** Fills <code>{{.NAME}}</code> in where it is known. */
    private static Source fill(Source source, Map<String, String> variables) {
        String text = source.text();
        int lastClose = text.lastIndexOf("}}");
        if (lastClose < 0) {
            return source;
        }
        MappedText filled = new MappedText();
        int at = 0;
        while (at < text.length()) {
            int close = at < lastClose && text.startsWith("{{", at) ? text.indexOf("}}", at) : -1;
            if (close < 0) {
                filled.append(text.charAt(at), source.offset(at));
                at++;
            } else {
                String name = text.substring(at + 2, close).strip();
                String value = name.startsWith(".") ? variables.get(name.substring(1)) : null;
                filled.append(value == null ? "${task}" : value, source.offset(at));
                at = close + 2;
            }
        }
        return filled.toSource(source.file(), source.offset(text.length()));
    }
}
