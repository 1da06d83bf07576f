package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.CommandList;
import io.github.migratemaven.scan.files.EnvironmentEvidence;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The CI systems whose files are little more than lists of commands below well-known keys. What is a command and what leads to one
 * is all that tells them apart: {@link StepListKind}.
 */
public final class StepListExtractor implements Extractor {
    private static final int MAX_LEVELS = 15;

    @Override
    public boolean accepts(String path) {
        return StepListKind.of(path).isPresent();
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        StepListKind.of(file.path()).ifPresent(kind -> {
            for (Node document : YamlText.read(file)) {
                Surroundings where = Surroundings.of(Entry.CI).folder(kind.root(file));
                new Reading(kind, collected).level(document, where, Services.NONE, 0);
            }
        });
        return collected.extract();
    }

    private record Reading(StepListKind kind, Collected collected) {
        void level(Node node, Surroundings outer, Services beside, int depth) {
            if (depth > MAX_LEVELS || collected.size() >= Collected.MAX_SCRIPTS) {
                return;
            }
            for (Node item : node.items()) {
                level(item, outer, beside, depth + 1);
            }
            if (node.entries().isEmpty() || isDead(node)) {
                return;
            }
            Surroundings where = surroundings(node, outer);
            Optional<Node> services = node.get("services").or(() -> node.get("addons"));
            Services inner = services.isPresent() ? Services.of(services, Map.of()) : beside;
            inner = startsDatabase(node) ? new Services(Set.of("localhost"), true, Map.of(), false) : inner;
            for (Node.Entry entry : node.entries()) {
                if (kind.commands().contains(entry.key())) {
                    commands(node, entry, inner.judge(where));
                } else if (kind.levels().contains(entry.key()) || kind.named().contains(entry.key())) {
                    named(entry, where, inner, depth + 1);
                }
            }
        }

        private boolean isDead(Node node) {
            // Buildkite's skip is true, or the reason why.
            String skip = kind == StepListKind.BUILDKITE
                    ? node.get("skip").map(Node::text).orElse("")
                    : "";
            return !skip.isEmpty() && !skip.equals("false")
                    || CiCondition.isNever(node.get("if").map(Node::text).orElse(""));
        }

        /** Semaphore's services are started by a command: {@code sem-service start postgres}. */
        private boolean startsDatabase(Node node) {
            if (kind != StepListKind.SEMAPHORE) {
                return false;
            }
            List<Source> commands = new ArrayList<>(CommandList.of(node.get("commands")));
            commands.addAll(CommandList.of(node.at("prologue", "commands")));
            commands.addAll(CommandList.of(node.at("global_job_config", "prologue", "commands")));
            return commands.stream()
                    .map(Source::text)
                    .anyMatch(text -> text.startsWith("sem-service start") && EnvironmentEvidence.isDatabase(text));
        }

        /** Where a level is a mapping by name, the names are titles. */
        private void named(Node.Entry level, Surroundings where, Services services, int depth) {
            if (kind == StepListKind.BUILDKITE) {
                // A step may be a command and nothing else.
                for (Node step : level.value().items()) {
                    step.source()
                            .filter(text -> !Set.of("wait", "waiter", "block", "input", "manual")
                                    .contains(text.text()))
                            .ifPresent(text -> collected.shell(services.judge(where), text));
                }
            }
            if (!kind.named().contains(level.key()) || level.value().entries().isEmpty()) {
                level(level.value(), where, services, depth);
                return;
            }
            for (Node.Entry entry : level.value().entries()) {
                level(entry.value(), where.inside("step", entry.key()), services, depth);
            }
        }

        private Surroundings surroundings(Node node, Surroundings outer) {
            String name = node.get("name")
                    .or(() -> node.get("label"))
                    .or(() -> node.get("id"))
                    .or(() -> node.get("stage"))
                    .map(Node::text)
                    .orElse("");
            Surroundings where = name.isEmpty() ? outer : outer.inside("step", name);
            for (String key : List.of("env", "environment", "env_vars")) {
                Optional<Node> environment = node.get(key);
                where = where.environment(EnvironmentNode.of(environment))
                        .environment(EnvironmentNode.of(environment.flatMap(n -> n.get("global"))));
            }
            for (String key : List.of("dir", "working_directory")) {
                String folder = node.get(key).map(Node::text).orElse("");
                where = folder.isEmpty() ? where : where.folder(folder);
            }
            boolean manual = node.get("when").map(Node::text).orElse("").equals("manual");
            return manual ? where.evidence(Evidence.MANUAL) : where;
        }

        private void commands(Node node, Node.Entry entry, Surroundings where) {
            Node value = entry.value();
            if (Set.of("args", "entrypoint").contains(entry.key())) {
                if (entry.key().equals("args") || node.get("args").isEmpty()) {
                    collected.arguments(where, ContainerCommand.words(node));
                }
                return;
            }
            Surroundings inner = entry.key().equals("ps") || entry.key().equals("pwsh") ? where.shell("pwsh") : where;
            inner = entry.key().equals("cmd") ? where.shell("cmd") : inner;
            List<Source> texts = CommandList.of(Optional.of(value));
            Surroundings said = inner;
            CommandList.body(texts, inner.dialect())
                    .ifPresent(body -> collected.add(said, texts.get(0).position(0), body));
            // AppVeyor: a list of commands, each for the shell that its key names.
            for (Node item : value.items()) {
                for (Node.Entry shell : item.entries()) {
                    if (kind.commands().contains(shell.key())) {
                        commands(item, shell, where);
                    } else if (Set.of("ps", "pwsh", "cmd", "sh").contains(shell.key())) {
                        commands(item, shell, where);
                    }
                }
            }
            if (!value.entries().isEmpty()) {
                level(value, where, Services.NONE, MAX_LEVELS - 2);
            }
        }
    }
}
