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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tasks of a turbo.json (https://turborepo.com/docs/reference/configuration): {@code turbo:TASK} is what it depends on, then the
 * script of that name in every package below.
 */
public final class TurboJson implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".json", ".jsonc");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        String name = Paths.name(path);
        return name.equals("turbo.json") || name.equals("turbo.jsonc");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        List<Script> scripts = new ArrayList<>();
        JsonText.read(file).ifPresent(root -> {
            List<Node.Entry> tasks = new ArrayList<>();
            root.get("tasks").ifPresent(n -> tasks.addAll(n.entries()));
            root.get("pipeline").ifPresent(n -> tasks.addAll(n.entries()));
            if (!tasks.isEmpty()) {
                boolean ofPackage = root.get("extends").isPresent();
                List<String> packages = ofPackage ? List.of(file.folder()) : packages(file.folder(), project);
                Map<String, String> names = usesNames(tasks) ? names(packages, project) : Map.of();
                tasks.forEach(task -> scripts.add(script(file, task, packages, names, ofPackage)));
            }
        });
        return new Extract(scripts, List.of());
    }

    private static Script script(
            SourceFile file, Node.Entry task, List<String> packages, Map<String, String> names, boolean ofPackage) {
        Position position = file.position(task.start());
        List<Call> calls = new ArrayList<>();
        for (Source dependency :
                task.value().get("dependsOn").map(Node::sources).orElse(List.of())) {
            String name = dependency.text();
            if (!name.startsWith("$")) {
                calls.add(call(file, name.startsWith("^") ? name.substring(1) : name, dependency.position(0), names));
                if (ofPackage && name.indexOf('#') < 0 && !name.startsWith("^")) {
                    calls.add(script(file.folder(), name, dependency.position(0)));
                }
            }
        }
        String own = task.key().substring(task.key().indexOf('#') + 1);
        if (task.key().contains("#")) {
            calls.add(script(folderOf(file, task.key(), names), own, position));
        } else {
            packages.forEach(folder -> calls.add(script(folder, own, position)));
        }
        // What one package's task needs runs with the task of that name.
        return Draft.task(file, task.start(), "turbo", own)
                .withTitle('"' + task.key() + '"')
                .runs(new Body.Calls(calls));
    }

    private static Call call(SourceFile file, String name, Position position, Map<String, String> names) {
        return name.contains("#")
                ? script(folderOf(file, name, names), name.substring(name.indexOf('#') + 1), position)
                : new Call(new ScriptId(Kind.TASK, file.folder(), "turbo:" + name), position);
    }

    private static Call script(String folder, String name, Position position) {
        return new Call(new ScriptId(Kind.PACKAGE_SCRIPT, folder, name), position);
    }

    /** {@code //#x} is the root's; a package that nobody knows is taken for the root, where nothing of it will be found. */
    private static String folderOf(SourceFile file, String key, Map<String, String> names) {
        return names.getOrDefault(key.substring(0, key.indexOf('#')), file.folder());
    }

    private static boolean usesNames(List<Node.Entry> tasks) {
        return tasks.stream()
                .anyMatch(t -> t.key().contains("#")
                        || t.value().get("dependsOn").map(Node::sources).orElse(List.of()).stream()
                                .anyMatch(s -> s.text().contains("#")));
    }

    /** Folders of the packages below a folder, itself left out: its own scripts call turbo. */
    private static List<String> packages(String root, ProjectFiles project) {
        String prefix = root.isEmpty() ? "" : root + "/";
        return project.endingIn("/package.json").stream()
                .filter(p -> p.startsWith(prefix))
                .map(Paths::parent)
                .filter(folder -> !folder.equals(root))
                .toList();
    }

    private static Map<String, String> names(List<String> packages, ProjectFiles project) {
        Map<String, String> names = new HashMap<>();
        for (String folder : packages) {
            project.read(folder + "/package.json")
                    .flatMap(JsonText::read)
                    .flatMap(n -> n.source("name"))
                    .ifPresent(name -> names.put(name.text(), folder));
        }
        return names;
    }
}
