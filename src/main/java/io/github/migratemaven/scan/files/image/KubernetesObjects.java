package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentEvidence;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.PathEvidence;
import io.github.migratemaven.scan.files.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parts of manifests that run something or configure what runs: containers, steps, config maps. */
record KubernetesObjects(Collected collected) {
    private static final int MAX_LEVELS = 40;

    private static final Set<String> CONTAINERS =
            Set.of("containers", "initContainers", "ephemeralContainers", "steps", "sidecars", "stepTemplate");

    /** Whatever level a container is at: Pod, Deployment, CronJob, Tekton Task, Argo Workflow. */
    void containers(Node node, Surroundings where, int level) {
        if (level > MAX_LEVELS || collected.size() >= Collected.MAX_SCRIPTS) {
            return;
        }
        node.items().forEach(item -> containers(item, where, level + 1));
        for (Node.Entry entry : node.entries()) {
            if (CONTAINERS.contains(entry.key()) && !entry.value().items().isEmpty()) {
                entry.value().items().forEach(item -> container(item, where));
            } else if (Set.of("container", "script").contains(entry.key())
                    && !entry.value().entries().isEmpty()) {
                container(entry.value(), where);
            } else if (entry.key().equals("execNewPod")) {
                // OpenShift's hooks of a deployment, and of a build.
                container(entry.value(), where.inside("hook", ""));
            } else if (entry.key().equals("postCommit")) {
                run(entry.value(), where.inside("hook", ""));
            } else if (!entry.key().equals("annotations") && !entry.key().equals("labels")) {
                containers(entry.value(), where, level + 1);
            }
        }
    }

    /** Mappings of a chart's values that look like a container. */
    void values(Node node, Surroundings where) {
        values(node, where, 0);
    }

    private void values(Node node, Surroundings where, int level) {
        if (level > MAX_LEVELS) {
            return;
        }
        if (node.get("command").isPresent() || node.get("args").isPresent()) {
            run(node, where);
        }
        for (Node.Entry entry : node.entries()) {
            if (Set.of("env", "extraEnv", "environment", "extraEnvVars", "envVars")
                    .contains(entry.key())) {
                settings(Optional.of(entry.value()), where);
            } else {
                values(entry.value(), where.inside(level == 0 ? entry.key() : "", ""), level + 1);
            }
        }
        node.items().forEach(item -> values(item, where, level + 1));
    }

    private void container(Node container, Surroundings outer) {
        String name = container.get("name").map(Node::text).orElse("");
        Surroundings where = (name.isEmpty() ? outer : outer.inside("container", name))
                .environment(EnvironmentNode.of(container.get("env")));
        where = where.evidence(EnvironmentEvidence.mode(where.environment()));
        settings(container.get("env"), where);
        run(container, where);
        for (String[] exec : new String[][] {
            {"lifecycle", "postStart"},
            {"lifecycle", "preStop"},
            {"livenessProbe"},
            {"readinessProbe"},
            {"startupProbe"}
        }) {
            Optional<Node> hook = container.at(exec).flatMap(node -> node.at("exec", "command"));
            Surroundings inner = where.inside(exec[exec.length - 1], "");
            hook.ifPresent(command -> collected.arguments(inner, command.sources()));
        }
    }

    private void run(Node container, Surroundings where) {
        List<Source> words = new ArrayList<>();
        boolean text = false;
        for (String key : List.of("command", "args")) {
            Optional<Node> node = container.get(key);
            // A manifest says lists; a chart's values may say one string.
            text |= node.isPresent() && node.get().items().isEmpty();
            words.addAll(node.map(Node::sources).orElse(List.of()));
        }
        Optional<String> tool = container.get("command").isPresent()
                ? Optional.empty()
                : container.get("image").map(Node::text).flatMap(ToolImage::of);
        if (tool.isPresent() && !words.isEmpty()) {
            collected.arguments(where, ToolImage.command(tool.get(), words));
        } else if (text && words.size() == 1) {
            collected.shell(where, words.get(0));
        } else {
            collected.arguments(where, words);
        }
        // Tekton's script and Argo's source are files that the step runs.
        for (String key : List.of("script", "source")) {
            container
                    .source(key)
                    .filter(KubernetesObjects::isShell)
                    .ifPresent(script -> collected.shell(where, script));
        }
    }

    private static boolean isShell(Source script) {
        String text = script.text().stripLeading();
        String first = text.lines().findFirst().orElse("");
        return !first.startsWith("#!") || first.endsWith("sh") || first.contains("sh ");
    }

    private void settings(Optional<Node> environment, Surroundings where) {
        EnvironmentNode.settings(collected.file(), environment, evidence(where)).forEach(collected::setting);
    }

    /** A config map: variables, scripts, whole configuration files. */
    void data(Optional<Node> data, Surroundings where) {
        Map<String, String> plain = new HashMap<>();
        for (Node.Entry entry : data.map(Node::entries).orElse(List.of())) {
            String key = entry.key();
            String text = entry.value().text();
            Optional<Source> source = entry.value().source();
            if (key.endsWith(".sh") || text.startsWith("#!")) {
                source.filter(KubernetesObjects::isShell)
                        .ifPresent(script -> collected.shell(where.inside("data", key), script));
            } else if (key.endsWith(".properties") || key.endsWith(".env")) {
                source.ifPresent(
                        s -> EmbeddedSettings.properties(s, evidence(where)).forEach(collected::setting));
            } else if (key.endsWith(".yml") || key.endsWith(".yaml")) {
                source.ifPresent(s -> EmbeddedSettings.yaml(s, evidence(where)).forEach(collected::setting));
            } else {
                plain.put(key, text);
            }
        }
        Map<String, String> siblings = Map.copyOf(plain);
        for (Node.Entry entry : data.map(Node::entries).orElse(List.of())) {
            if (plain.containsKey(entry.key())) {
                collected.setting(new Setting(
                        entry.key(),
                        entry.value().text(),
                        collected.file().position(entry.start()),
                        siblings,
                        evidence(where)));
            }
        }
    }

    /** Kustomize: {@code configMapGenerator: [{literals: [A=1]}]}. */
    void generators(Node document, Surroundings where) {
        for (String key : List.of("configMapGenerator", "secretGenerator")) {
            for (Node generator : document.get(key).map(Node::items).orElse(List.of())) {
                settings(generator.get("literals"), where);
            }
        }
    }

    private Set<Evidence> evidence(Surroundings where) {
        Set<Evidence> evidence = new HashSet<>(where.evidence());
        evidence.addAll(PathEvidence.ofSettings(collected.file().path()));
        return evidence;
    }
}
