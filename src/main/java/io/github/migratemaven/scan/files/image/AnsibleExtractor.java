package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentEvidence;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.MappedText;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.PathEvidence;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ansible: what the command modules of plays, task files, handlers and blocks run. */
public final class AnsibleExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml");
    private static final int MAX_LEVELS = 20;
    private static final Set<String> LISTS =
            Set.of("tasks", "pre_tasks", "post_tasks", "handlers", "block", "rescue", "always");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        if (!path.endsWith(".yml") && !path.endsWith(".yaml")) {
            return false;
        }
        String folders = '/' + ProjectPath.parent(path) + '/';
        String name = ProjectPath.name(path);
        return folders.contains("ansible")
                || folders.contains("/roles/")
                || folders.contains("/tasks/")
                || folders.contains("/handlers/")
                || folders.contains("/playbooks/")
                || name.contains("playbook")
                || Set.of("site.yml", "deploy.yml", "provision.yml", "main.yml").contains(name);
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        Surroundings where = Surroundings.of(Entry.DEPLOY).evidence(PathEvidence.of(file.path()));
        for (Node document : YamlText.read(file)) {
            tasks(document, where, collected, 0);
        }
        return collected.extract();
    }

    private static void tasks(Node list, Surroundings outer, Collected collected, int level) {
        for (Node task : list.items()) {
            String condition = task.get("when").map(Node::text).orElse("");
            if (level > MAX_LEVELS || condition.equalsIgnoreCase("false")) {
                continue;
            }
            String name = task.get("name").map(Node::text).orElse("");
            Surroundings where = (name.isEmpty() ? outer : outer.inside("task", name))
                    .environment(EnvironmentNode.of(task.get("environment")));
            where = where.evidence(EnvironmentEvidence.mode(where.environment()));
            for (Node.Entry entry : task.entries()) {
                if (LISTS.contains(entry.key())) {
                    tasks(entry.value(), where, collected, level + 1);
                } else {
                    module(entry, folder(task, entry.value(), where), collected);
                }
            }
        }
    }

    /** {@code chdir}, of the module or of its {@code args}. A path on the machine is one of the project only if it is relative. */
    private static Surroundings folder(Node task, Node module, Surroundings where) {
        return module.source("chdir")
                .or(() -> task.get("args").flatMap(args -> args.source("chdir")))
                .or(() -> module.source("project_path"))
                .map(Source::text)
                .filter(path -> !path.startsWith("/") && !path.startsWith("~") && !path.contains("{"))
                .map(where::folder)
                .orElse(where);
    }

    private static void module(Node.Entry entry, Surroundings where, Collected collected) {
        String module = entry.key().substring(entry.key().lastIndexOf('.') + 1);
        Node value = entry.value();
        switch (module) {
            case "shell", "command", "raw", "win_shell", "win_command" -> {
                Surroundings inner = module.equals("win_shell") ? where.shell("powershell") : where;
                value.source()
                        .or(() -> value.source("cmd"))
                        .or(() -> value.source("_raw_params"))
                        .ifPresent(text -> collected.shell(inner, jinja(text)));
                value.get("argv").ifPresent(words -> collected.arguments(inner, words.sources()));
            }
            case "script" ->
                value.source().or(() -> value.source("cmd")).ifPresent(text -> collected.shell(where, jinja(text)));
            case "django_manage" -> words("manage.py", value.source("command"), where, collected);
            case "make" -> words("make", value.source("target"), where, collected);
            default -> {
                // Modules that run nothing of their caller's.
            }
        }
    }

    private static void words(String program, Optional<Source> rest, Surroundings where, Collected collected) {
        rest.ifPresent(source -> {
            MappedText text = new MappedText();
            text.append(program + ' ', source.offset(0));
            text.append(source, 0, source.text().length());
            collected.shell(
                    where,
                    jinja(text.toSource(
                            source.file(), source.offset(source.text().length()))));
        });
    }

    /** {@code {{ name }}} is a word to the shell. */
    private static Source jinja(Source source) {
        String text = source.text();
        List<int[]> places = new ArrayList<>();
        for (int at = text.indexOf("{{"); at >= 0; ) {
            int end = text.indexOf("}}", at);
            if (end < 0) {
                break;
            }
            places.add(new int[] {at, end + 2});
            at = text.indexOf("{{", end);
        }
        if (places.isEmpty()) {
            return source;
        }
        MappedText words = new MappedText();
        int done = 0;
        for (int[] place : places) {
            words.append(source, done, place[0]);
            words.append(
                    "${" + name(text.substring(place[0] + 2, place[1] - 2).strip()) + '}', source.offset(place[0]));
            done = place[1];
        }
        words.append(source, done, text.length());
        return words.toSource(source.file(), source.offset(text.length()));
    }

    private static String name(String expression) {
        StringBuilder name = new StringBuilder();
        expression
                .chars()
                .limit(80)
                .forEach(c -> name.append(Character.isLetterOrDigit(c) || c == '.' ? (char) c : '_'));
        return name.isEmpty() ? "_" : name.toString();
    }
}
