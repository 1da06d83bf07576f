package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.YamlText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Azure Pipelines: stages, jobs, deployments and steps, templates of the same repository, conditional insertions. */
public final class AzureExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml");
    private static final int MAX_LEVELS = 12;
    /** Azure's own limit is 100. */
    private static final int MAX_TEMPLATES = 200;

    /** Keys that lead to steps, in jobs and in the phases of a deployment's strategy. */
    private static final Set<String> LEVELS = Set.of(
            "strategy",
            "runOnce",
            "rolling",
            "canary",
            "preDeploy",
            "deploy",
            "routeTraffic",
            "postRouteTraffic",
            "on",
            "success",
            "failure",
            "extends",
            "parameters");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        boolean yaml = lower.endsWith(".yml") || lower.endsWith(".yaml");
        return yaml
                && (ProjectPath.name(lower).contains("azure-pipeline")
                        || lower.contains("azure-pipelines/")
                        || lower.contains(".azuredevops/")
                        || lower.contains("azure_pipelines/"));
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        YamlText.readFirst(file)
                .ifPresent(pipeline -> new Reading(collected, project, this)
                        .level(pipeline, Surroundings.of(Entry.CI), Services.NONE, file, 0));
        return collected.extract();
    }

    private record Reading(
            Collected collected,
            ProjectFiles project,
            AzureExtractor kind,
            Map<String, Node> containers,
            Visits templates) {
        Reading(Collected collected, ProjectFiles project, AzureExtractor kind) {
            this(collected, project, kind, new HashMap<>(), new Visits(MAX_TEMPLATES));
        }

        /** A pipeline, stage, job, deployment phase or template: whatever has steps, or something that has. */
        void level(Node node, Surroundings outer, Services services, SourceFile file, int depth) {
            if (depth > MAX_LEVELS || collected.size() >= Collected.MAX_SCRIPTS || isDead(node)) {
                return;
            }
            node.at("resources", "containers")
                    .map(Node::items)
                    .orElse(List.of())
                    .forEach(container -> containers.put(
                            container.get("container").map(Node::text).orElse(""), container));
            Surroundings where = AzureParameters.defaults(node.get("parameters"), outer)
                    .environment(EnvironmentNode.of(node.get("variables")));
            Services inner = services(node, services);
            for (Node.Entry entry : node.entries()) {
                switch (entry.key()) {
                    case "stages" -> named(entry.value(), "stage", where, inner, file, depth);
                    case "jobs" -> named(entry.value(), "job", where, inner, file, depth);
                    case "steps" -> steps(entry.value(), windows(node, where), inner, file, depth);
                    default -> {
                        if (LEVELS.contains(entry.key()) || isInserted(entry)) {
                            level(entry.value(), where, inner, file, depth + 1);
                        }
                    }
                }
            }
        }

        /** {@code ${{ if … }}:}, unless it never does. */
        private static boolean isInserted(Node.Entry entry) {
            String key = entry.key().strip();
            if (!key.startsWith("${{")) {
                return false;
            }
            String expression =
                    key.endsWith("}}") ? key.substring(3, key.length() - 2).strip() : "";
            return !expression.startsWith("if ") || !CiCondition.isNever(expression.substring(3));
        }

        private static boolean isDead(Node node) {
            return CiCondition.isNever(node.get("condition").map(Node::text).orElse(""));
        }

        private static Surroundings windows(Node job, Surroundings where) {
            String image = job.at("pool", "vmImage").map(Node::text).orElse("");
            return image.contains("windows") ? where.shell("cmd") : where;
        }

        private Services services(Node node, Services outer) {
            String environment = node.get("environment")
                    .map(name -> name.get("name").orElse(name).text())
                    .orElse("");
            if (Services.isProduction(environment)) {
                return Services.onProduction();
            }
            Optional<Node> services = node.get("services");
            if (services.isEmpty()) {
                return outer;
            }
            // A job's services name containers that the pipeline describes.
            List<Node> images = services.get().entries().stream()
                    .map(entry -> containers.getOrDefault(entry.value().text(), entry.value()))
                    .toList();
            return Services.of(
                    Optional.of(new Node.Sequence(images, services.get().start(), "")), Map.of());
        }

        private void named(Node list, String kind, Surroundings where, Services services, SourceFile file, int depth) {
            for (Node item : list.items()) {
                String name = item.get(kind)
                        .or(() -> item.get("deployment"))
                        .map(Node::text)
                        .orElse("");
                template(item, where, services, file, depth);
                if (item.entries().size() == 1 && item.entries().get(0).key().startsWith("${{")) {
                    if (isInserted(item.entries().get(0)) && depth < MAX_LEVELS) {
                        named(item.entries().get(0).value(), kind, where, services, file, depth + 1);
                    }
                } else {
                    level(item, name.isEmpty() ? where : where.inside(kind, name), services, file, depth + 1);
                }
            }
        }

        private void steps(Node list, Surroundings where, Services services, SourceFile file, int depth) {
            for (Node step : list.items()) {
                if (isDead(step)
                        || step.get("enabled").map(Node::text).orElse("").equals("false")) {
                    continue;
                }
                template(step, where, services, file, depth);
                if (step.entries().size() == 1 && step.entries().get(0).key().startsWith("${{")) {
                    if (isInserted(step.entries().get(0)) && depth < MAX_LEVELS) {
                        steps(step.entries().get(0).value(), where, services, file, depth + 1);
                    }
                } else {
                    AzureSteps.step(step, where, services, collected);
                }
            }
        }

        /** A template that has a pipeline's name is read on its own. */
        private void template(Node item, Surroundings where, Services services, SourceFile file, int depth) {
            String name = item.get("template").map(Node::text).orElse("");
            int at = name.indexOf('@');
            String local = at < 0 ? name : name.endsWith("@self") ? name.substring(0, at) : "";
            if (local.isEmpty() || depth > MAX_LEVELS) {
                return;
            }
            ProjectPath.resolve(file.folder(), local)
                    .filter(path -> !kind.accepts(path) && templates.take())
                    .flatMap(project::read)
                    .ifPresent(template -> YamlText.readFirst(template)
                            .ifPresent(node -> level(
                                    node,
                                    AzureParameters.given(item.get("parameters"), where),
                                    services,
                                    template,
                                    depth + 3)));
        }
    }
}
