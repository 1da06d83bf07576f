package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code scripts} of a package.json, and the git hooks and nx targets that people keep there. */
public final class PackageJson implements Extractor {
    @Override
    public boolean accepts(String path) {
        return Paths.name(path).equals("package.json");
    }

    @Override
    public Extent extent() {
        return Extent.LINE;
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Optional<Node> root = JsonText.read(file);
        if (root.isEmpty()) {
            return Extract.NOTHING;
        }
        List<Script> scripts = new ArrayList<>();
        List<Node.Entry> entries = root.get().get("scripts").map(Node::entries).orElse(List.of());
        Set<String> names = entries.stream()
                .filter(e -> e.value().source().isPresent())
                .map(Node.Entry::key)
                .collect(Collectors.toSet());
        entries.forEach(entry -> script(file, names, entry).ifPresent(scripts::add));
        for (String key : List.of("husky", "simple-git-hooks", "pre-commit", "gitHooks", "lint-staged")) {
            root.get().get(key).ifPresent(hooks -> scripts.addAll(GitHooks.read(file, hooks)));
        }
        root.get().at("nx", "targets").ifPresent(targets -> scripts.addAll(NxTargets.read(file, targets, project)));
        root.get().get("nodemonConfig").ifPresent(n -> scripts.addAll(PlatformFiles.nodemon(file, n)));
        return new Extract(scripts, List.of());
    }

    private static Optional<Script> script(SourceFile file, Set<String> names, Node.Entry entry) {
        String name = entry.key();
        return entry.value().source().map(command -> {
            List<Body> parts = new ArrayList<>();
            hook(file, names, "pre" + name, entry.start()).ifPresent(parts::add);
            parts.add(Bodies.shell(command));
            hook(file, names, "post" + name, entry.start()).ifPresent(parts::add);
            ScriptId id = new ScriptId(Kind.PACKAGE_SCRIPT, file.folder(), name);
            return Draft.task(file, entry.start(), "npm", name)
                    .withId(id)
                    .withEntry(EntryNames.packageScript(name))
                    .withEvidence(EntryNames.evidence(name))
                    .runs(Bodies.sequence(parts));
        });
    }

    /** npm and its like run {@code pre…} and {@code post…} around a script. */
    private static Optional<Body> hook(SourceFile file, Set<String> names, String name, int caller) {
        return names.contains(name)
                ? Optional.of(
                        Bodies.call(new ScriptId(Kind.PACKAGE_SCRIPT, file.folder(), name), file.position(caller)))
                : Optional.empty();
    }
}
