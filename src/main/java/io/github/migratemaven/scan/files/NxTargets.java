package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Call;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Targets of an nx project (https://nx.dev/reference/project-configuration): project.json, workspace.json, angular.json, or
 * {@code nx} in a package.json. A target is a task {@code nx:TARGET} in the project's folder, and once more
 * {@code nx:PROJECT:TARGET} at the root, which is how others call it.
 */
public final class NxTargets implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".json");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        String name = Paths.name(path);
        return name.equals("project.json") || name.equals("workspace.json") || name.equals("angular.json");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        JsonText.read(file).ifPresent(root -> {
            String name = root.source("name").map(Source::text).orElse(Paths.name(file.folder()));
            project(file, root, name, file.folder(), project, scripts);
            root.get("projects")
                    .ifPresent(all -> all.entries().forEach(entry -> {
                        String folder =
                                entry.value().source("root").map(Source::text).orElse("");
                        String at = Paths.resolve(file.folder(), folder);
                        project(file, entry.value(), entry.key(), at, project, scripts);
                    }));
        });
        return new Extract(scripts, List.of());
    }

    /** Targets of the project that a package.json describes. */
    static List<Script> read(SourceFile file, Node targets, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        targets.entries()
                .forEach(target -> target(file, target, Paths.name(file.folder()), file.folder(), project, scripts));
        return scripts;
    }

    private static void project(
            SourceFile file, Node node, String name, String folder, ProjectFiles project, List<Script> scripts) {
        for (String key : List.of("targets", "architect")) {
            node.get(key)
                    .ifPresent(targets ->
                            targets.entries().forEach(target -> target(file, target, name, folder, project, scripts)));
        }
    }

    private static void target(
            SourceFile file,
            Node.Entry target,
            String projectName,
            String folder,
            ProjectFiles project,
            List<Script> scripts) {
        Position position = file.position(target.start());
        ScriptId id = new ScriptId(Kind.TASK, folder, "nx:" + target.key());
        Node options = target.value().get("options").orElse(target.value());
        List<Body> parts = new ArrayList<>();
        List<Call> before = new ArrayList<>();
        dependencies(target, project).forEach(d -> before.addAll(calls(d, folder, position)));
        if (!before.isEmpty()) {
            parts.add(new Body.Calls(before));
        }
        commands(target.value(), options).forEach(c -> parts.add(Bodies.shell(c)));
        target.value()
                .get("configurations")
                .ifPresent(all -> all.entries()
                        .forEach(e -> commands(e.value(), e.value()).forEach(c -> parts.add(Bodies.shell(c)))));
        String cwd = options.source("cwd").map(Source::text).orElse("");
        Draft draft = Draft.task(file, target.start(), "nx", target.key()).withId(id);
        scripts.add(draft.withEntry(EntryNames.task(target.key()))
                .withEvidence(EntryNames.evidence(target.key()))
                // nx runs commands at the workspace's root unless told otherwise.
                .withFolder(Paths.resolve("", cwd))
                .runs(Bodies.sequence(parts)));
        ScriptId alias = new ScriptId(Kind.TASK, "", "nx:" + projectName + ":" + target.key());
        scripts.add(draft.withId(alias).runs(Bodies.call(id, position)));
    }

    private static List<Source> commands(Node target, Node options) {
        List<Source> all = new ArrayList<>();
        target.source("command").ifPresent(all::add);
        if (options != target) {
            options.source("command").ifPresent(all::add);
        }
        for (Node item : options.get("commands").map(Node::items).orElse(List.of())) {
            item.source().or(() -> item.source("command")).ifPresent(all::add);
        }
        return all;
    }

    private static List<Node> dependencies(Node.Entry target, ProjectFiles project) {
        Optional<Node> own = target.value().get("dependsOn");
        Optional<Node> all = own.isPresent()
                ? own
                : project.read("nx.json")
                        .flatMap(JsonText::read)
                        .flatMap(nx -> nx.at("targetDefaults", target.key(), "dependsOn"));
        return all.map(Node::items).orElse(List.of());
    }

    /** {@code build}: the project's own; {@code ^build}: of what it depends on, whoever that is; or both spelled out. */
    private static List<Call> calls(Node dependency, String folder, Position position) {
        String name = dependency
                .source()
                .or(() -> dependency.source("target"))
                .map(Source::text)
                .orElse("");
        List<String> projects = dependency.get("projects").map(Node::sources).orElse(List.of()).stream()
                .map(Source::text)
                .filter(p -> !p.equals("self") && !p.equals("dependencies"))
                .toList();
        if (name.isEmpty() || name.startsWith("^")) {
            return List.of();
        }
        if (!projects.isEmpty()) {
            return projects.stream()
                    .map(p -> new Call(new ScriptId(Kind.TASK, "", "nx:" + p + ":" + name), position))
                    .toList();
        }
        return name.contains(":")
                ? List.of(
                        new Call(new ScriptId(Kind.TASK, folder, "nx:" + name), position),
                        new Call(new ScriptId(Kind.TASK, "", "nx:" + name), position))
                : List.of(new Call(new ScriptId(Kind.TASK, folder, "nx:" + name), position));
    }
}
