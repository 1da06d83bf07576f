package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Configuration of git hooks: husky 4, lint-staged, simple-git-hooks, lefthook, pre-commit. They run on a developer's machine. */
public final class GitHooks implements Extractor {
    private static final Set<String> JSON = Set.of(
            ".huskyrc", ".huskyrc.json", ".lintstagedrc.json", ".simple-git-hooks.json", "simple-git-hooks.json");
    private static final Set<String> YAML = Set.of(
            ".lintstagedrc",
            ".lintstagedrc.yml",
            ".lintstagedrc.yaml",
            "lefthook.yml",
            "lefthook.yaml",
            ".lefthook.yml",
            ".lefthook.yaml",
            "lefthook-local.yml",
            ".pre-commit-config.yaml",
            ".pre-commit-config.yml");

    private static final Set<String> NO_COMMANDS = Set.of(
            "glob",
            "root",
            "tags",
            "files",
            "exclude",
            "skip",
            "only",
            "name",
            "id",
            "rev",
            "repo",
            "env",
            "runner",
            "stages",
            "types",
            "types_or",
            "language",
            "description",
            "args",
            "parallel",
            "piped",
            "priority",
            "fail_text",
            "minimum_pre_commit_version",
            "default_stages",
            "default_install_hook_types",
            "default_language_version",
            "additional_dependencies",
            "stage_fixed",
            "interactive",
            "output",
            "skip_output",
            "extends",
            "source_dir",
            "colors",
            "no_tty",
            "assert_lefthook_installed",
            "min_version",
            "ci",
            "file_types",
            "follow",
            "use_stdin",
            "remotes");

    @Override
    public boolean accepts(String path) {
        String name = Paths.name(path);
        return JSON.contains(name) || YAML.contains(name) || isHookFile(path);
    }

    private static boolean isHookFile(String path) {
        String folder = Paths.name(Paths.parent(path));
        return (folder.equals(".husky") || folder.equals(".githooks"))
                && !path.endsWith(".md")
                && !path.endsWith(".gitignore");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        if (isHookFile(file.path())) {
            String folder = Paths.parent(file.folder());
            Draft hook = Draft.file(file).withEntry(Entry.HOOK).withFolder(folder);
            return new Extract(List.of(hook.runs(Bodies.shell(Source.of(file)))), List.of());
        }
        Optional<Node> root = JSON.contains(file.name()) ? JsonText.read(file) : YamlText.readFirst(file);
        return root.map(node -> new Extract(read(file, node), List.of())).orElse(Extract.NOTHING);
    }

    /** Every command in a tree whose shape is: names, then a command, a list of commands, or {@code run}/{@code entry}. */
    static List<Script> read(SourceFile file, Node node) {
        List<Script> scripts = new ArrayList<>();
        read(file, node, "", scripts);
        return scripts;
    }

    private static void read(SourceFile file, Node node, String hook, List<Script> scripts) {
        Optional<Node> entry = node.get("entry");
        if (entry.flatMap(Node::source).isPresent()) {
            scripts.add(preCommit(file, node, entry.get()));
            return;
        }
        for (Node.Entry child : node.entries()) {
            if (isCommand(child)) {
                String title = hook.isEmpty() || child.key().equals("hooks") ? child.key() : hook;
                child.value().sources().forEach(command -> scripts.add(script(file, command, title)));
            } else if (child.value().source().isEmpty()) {
                boolean group =
                        Set.of("hooks", "commands", "jobs", "group", "repos").contains(child.key());
                read(file, child.value(), group || !hook.isEmpty() ? hook : child.key(), scripts);
            }
        }
        node.items().forEach(item -> read(file, item, hook, scripts));
    }

    private static boolean isCommand(Node.Entry entry) {
        return !NO_COMMANDS.contains(entry.key()) && !entry.value().sources().isEmpty();
    }

    private static Script script(SourceFile file, Source command, String title) {
        return Draft.anonymous(file, command.offset(0), '"' + title + '"')
                .withEntry(Entry.HOOK)
                .runs(Bodies.shell(command));
    }

    /** pre-commit puts {@code args} behind {@code entry}, and no shell between. */
    private static Script preCommit(SourceFile file, Node hook, Node entry) {
        Source command = entry.source().orElseThrow();
        String id = hook.get("id").map(Node::text).orElse("");
        List<Source> args = hook.get("args").map(Node::sources).orElse(List.of());
        return Draft.anonymous(file, command.offset(0), '"' + id + '"')
                .withEntry(Entry.HOOK)
                .runs(Bodies.shell(Bodies.append(command, args)));
    }
}
