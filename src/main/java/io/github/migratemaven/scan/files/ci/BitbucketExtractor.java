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
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bitbucket Pipelines: every {@code step}, wherever pipelines, stages and parallel groups put it. */
public final class BitbucketExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml");
    private static final int MAX_LEVELS = 12;

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        return Set.of("bitbucket-pipelines.yml", "bitbucket-pipelines.yaml").contains(ProjectPath.name(path));
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        YamlText.readFirst(file).ifPresent(root -> {
            Map<String, Node> services = new HashMap<>();
            root.at("definitions", "services")
                    .map(Node::entries)
                    .orElse(List.of())
                    .forEach(e -> services.put(e.key(), e.value()));
            Surroundings where = Surroundings.of(Entry.CI).folder(file.folder());
            for (Node.Entry kind : root.get("pipelines").map(Node::entries).orElse(List.of())) {
                // Custom pipelines are started by hand or by a schedule.
                boolean custom = kind.key().equals("custom");
                walk(kind.value(), custom ? where.evidence(Evidence.MANUAL) : where, services, collected, 0);
            }
        });
        return collected.extract();
    }

    private static void walk(
            Node node, Surroundings where, Map<String, Node> services, Collected collected, int level) {
        if (level > MAX_LEVELS) {
            return;
        }
        node.items().forEach(item -> walk(item, where, services, collected, level + 1));
        for (Node.Entry entry : node.entries()) {
            if (entry.key().equals("step")) {
                step(entry.value(), where, services, collected);
            } else {
                walk(entry.value(), where, services, collected, level + 1);
            }
        }
    }

    private static void step(Node step, Surroundings outer, Map<String, Node> known, Collected collected) {
        String deployment = step.get("deployment").map(Node::text).orElse("");
        boolean production = Services.isProduction(deployment);
        Surroundings where =
                outer.inside("step", step.get("name").map(Node::text).orElse(""));
        where = step.get("trigger").map(Node::text).orElse("").equals("manual")
                ? where.evidence(Evidence.MANUAL)
                : where;
        where = production ? where.without(Evidence.MANUAL) : where;
        List<Node> images = step.get("services").map(Node::items).orElse(List.of()).stream()
                .map(name -> known.getOrDefault(name.text(), name))
                .toList();
        Services services = production
                ? Services.onProduction()
                : Services.of(Optional.of(new Node.Sequence(images, step.start(), "")), Map.of());
        for (String key : List.of("script", "after-script")) {
            script(step.get(key), where, services, collected);
        }
    }

    private static void script(Optional<Node> script, Surroundings where, Services services, Collected collected) {
        List<Source> commands = new ArrayList<>();
        for (Node item : script.map(Node::items).orElse(List.of())) {
            item.source().ifPresent(commands::add);
            // A pipe is another's image; some are told what to run.
            Map<String, String> variables = EnvironmentNode.of(item.get("variables"));
            if (item.get("pipe").isPresent() && !variables.isEmpty()) {
                Optional<Source> command = item.source("variables", "COMMAND");
                command.ifPresent(text -> collected.shell(services.judge(where), text));
            }
        }
        Surroundings judged = services.judge(where);
        CommandList.body(commands, judged.dialect())
                .ifPresent(body -> collected.add(judged, commands.get(0).position(0), body));
    }
}
