package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code scripts} of a package.json, and the git hooks and nx targets that people keep there. */
public final class PackageJson implements Extractor {
    private static final Set<String> ENDINGS = Set.of("package.json");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

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
        Optional<Node> commands = root.get().get("scripts");
        if (commands.isPresent()) {
            scripts(file, commands.get().entries(), root.get().get("wireit"), scripts);
        }
        for (String key : List.of("husky", "simple-git-hooks", "pre-commit", "gitHooks", "lint-staged")) {
            Optional<Node> hooks = root.get().get(key);
            if (hooks.isPresent()) {
                scripts.addAll(GitHooks.read(file, hooks.get()));
            }
        }
        Optional<Node> targets = root.get().at("nx", "targets");
        if (targets.isPresent()) {
            scripts.addAll(NxTargets.read(file, targets.get(), project));
        }
        Optional<Node> nodemon = root.get().get("nodemonConfig");
        if (nodemon.isPresent()) {
            scripts.addAll(PlatformFiles.nodemon(file, nodemon.get()));
        }
        return new Extract(scripts, List.of());
    }

    private static void scripts(
            SourceFile file, List<Node.Entry> entries, Optional<Node> wireit, List<Script> scripts) {
        Set<String> names = new HashSet<>();
        for (Node.Entry entry : entries) {
            if (entry.value().source().isPresent()) {
                names.add(entry.key());
            }
        }
        for (Node.Entry entry : entries) {
            Optional<Source> command = entry.value().source();
            if (command.isPresent()) {
                scripts.add(script(file, names, entry, command.get(), wireit));
            }
        }
    }

    private static Script script(
            SourceFile file, Set<String> names, Node.Entry entry, Source command, Optional<Node> wireit) {
        String name = entry.key();
        List<Body> parts = new ArrayList<>();
        hook(file, names, "pre" + name, entry.start(), parts);
        Optional<Node> wired = command.text().strip().equals("wireit") && wireit.isPresent()
                ? wireit.get().get(name)
                : Optional.empty();
        parts.add(wired.isPresent() ? Wireit.body(file, wired.get()) : Bodies.shell(command));
        hook(file, names, "post" + name, entry.start(), parts);
        return Draft.task(file, entry.start(), "npm", name)
                .withId(new ScriptId(Kind.PACKAGE_SCRIPT, file.folder(), name))
                .withEntry(EntryNames.packageScript(name))
                .withEvidence(EntryNames.evidence(name))
                .runs(Bodies.sequence(parts));
    }

    /** npm and its like run {@code pre…} and {@code post…} around a script. */
    private static void hook(SourceFile file, Set<String> names, String name, int caller, List<Body> parts) {
        if (names.contains(name)) {
            ScriptId id = new ScriptId(Kind.PACKAGE_SCRIPT, file.folder(), name);
            parts.add(Bodies.call(id, file.position(caller)));
        }
    }
}
