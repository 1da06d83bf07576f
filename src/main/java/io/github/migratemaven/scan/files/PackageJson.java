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

/** {@code scripts} of a package.json, and the git hooks and nx targets that people keep there. */
public final class PackageJson implements Extractor {
    @Override
    public boolean accepts(String path) {
        return Paths.name(path).equals("package.json");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Optional<Node> root = JsonText.read(file);
        if (root.isEmpty()) {
            return Extract.NOTHING;
        }
        List<Script> scripts = new ArrayList<>();
        root.get()
                .get("scripts")
                .ifPresent(all ->
                        all.entries().forEach(entry -> script(file, all, entry).ifPresent(scripts::add)));
        for (String key : List.of("husky", "simple-git-hooks", "pre-commit", "gitHooks", "lint-staged")) {
            root.get().get(key).ifPresent(hooks -> scripts.addAll(GitHooks.read(file, hooks)));
        }
        root.get().at("nx", "targets").ifPresent(targets -> scripts.addAll(NxTargets.read(file, targets, project)));
        root.get().get("nodemonConfig").ifPresent(n -> scripts.addAll(PlatformFiles.nodemon(file, n)));
        return new Extract(scripts, List.of());
    }

    private static Optional<Script> script(SourceFile file, Node all, Node.Entry entry) {
        String name = entry.key();
        return entry.value().source().map(command -> {
            List<Body> parts = new ArrayList<>();
            hook(file, all, "pre" + name, entry.start()).ifPresent(parts::add);
            parts.add(Bodies.shell(command));
            hook(file, all, "post" + name, entry.start()).ifPresent(parts::add);
            ScriptId id = new ScriptId(Kind.PACKAGE_SCRIPT, file.folder(), name);
            return Draft.task(file, entry.start(), "npm", name)
                    .withId(id)
                    .withEntry(EntryNames.packageScript(name))
                    .withEvidence(EntryNames.evidence(name))
                    .runs(Bodies.sequence(parts));
        });
    }

    private static Optional<Body> hook(SourceFile file, Node scripts, String name, int caller) {
        return scripts.get(name)
                .filter(n -> n.source().isPresent())
                .map(n -> Bodies.call(new ScriptId(Kind.PACKAGE_SCRIPT, file.folder(), name), file.position(caller)));
    }
}
