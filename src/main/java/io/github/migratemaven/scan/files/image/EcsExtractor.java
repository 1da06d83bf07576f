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
import io.github.migratemaven.scan.files.JsonText;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.PathEvidence;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Task definitions of Amazon ECS, alone or in a CloudFormation template. */
public final class EcsExtractor implements Extractor {
    private static final int MAX_LEVELS = 30;

    @Override
    public boolean accepts(String path) {
        String name = ProjectPath.name(path).toLowerCase(Locale.ROOT);
        boolean named = name.contains("task")
                || name.contains("ecs")
                || name.contains("cloudformation")
                || name.contains("cfn")
                || name.contains("container")
                || name.startsWith("template.")
                || name.startsWith("stack");
        return named && (name.endsWith(".json") || name.endsWith(".yml") || name.endsWith(".yaml"));
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        if (!file.text().contains("ontainerDefinitions")) {
            return Extract.NOTHING;
        }
        Collected collected = new Collected(file);
        Optional<Node> root = file.name().endsWith(".json") ? JsonText.read(file) : YamlText.readFirst(file);
        Surroundings where = Surroundings.of(Entry.DEPLOY).evidence(PathEvidence.of(file.path()));
        root.ifPresent(node -> walk(node, where, collected, 0));
        return collected.extract();
    }

    private static void walk(Node node, Surroundings where, Collected collected, int level) {
        if (level > MAX_LEVELS) {
            return;
        }
        node.items().forEach(item -> walk(item, where, collected, level + 1));
        for (Node.Entry entry : node.entries()) {
            if (entry.key().equalsIgnoreCase("containerDefinitions")) {
                entry.value().items().forEach(item -> container(item, where, collected));
            } else {
                walk(entry.value(), where, collected, level + 1);
            }
        }
    }

    private static void container(Node container, Surroundings outer, Collected collected) {
        Optional<Node> environment = either(container, "environment", "Environment");
        Surroundings where = outer.inside(
                        "container",
                        either(container, "name", "Name").map(Node::text).orElse(""))
                .environment(EnvironmentNode.of(environment));
        where = where.evidence(EnvironmentEvidence.mode(where.environment()));
        EnvironmentNode.settings(collected.file(), environment, where.evidence())
                .forEach(collected::setting);
        List<Source> words = new ArrayList<>();
        either(container, "entryPoint", "EntryPoint").ifPresent(node -> words.addAll(node.sources()));
        either(container, "command", "Command").ifPresent(node -> words.addAll(node.sources()));
        collected.arguments(where, words);
        Surroundings health = where.inside("healthCheck", "");
        either(container, "healthCheck", "HealthCheck")
                .flatMap(check -> either(check, "command", "Command"))
                .map(Node::sources)
                .filter(check -> check.size() > 1)
                .ifPresent(check -> {
                    if (check.get(0).text().equals("CMD-SHELL")) {
                        collected.shell(health, check.get(1));
                    } else {
                        collected.arguments(health, check.subList(1, check.size()));
                    }
                });
    }

    private static Optional<Node> either(Node node, String one, String other) {
        return node.get(one).or(() -> node.get(other));
    }
}
