package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.YamlText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CircleCI: the steps of jobs, with the reusable commands and orbs of the same file. Other orbs are other people's files. */
public final class CircleExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml");
    private static final int MAX_LEVELS = 6;

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        boolean yaml = path.endsWith(".yml") || path.endsWith(".yaml");
        return yaml && (path.startsWith(".circleci/") || path.contains("/.circleci/")) || path.equals("circle.yml");
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        YamlText.readFirst(file).ifPresent(configuration -> {
            Set<String> manual = behindApproval(configuration);
            Set<String> used = used(configuration, collected);
            for (Node.Entry job : configuration.get("jobs").map(Node::entries).orElse(List.of())) {
                if (used.isEmpty() || used.contains(job.key())) {
                    job(configuration, job, manual.contains(job.key()), collected);
                }
            }
            for (Node.Entry orb : configuration.get("orbs").map(Node::entries).orElse(List.of())) {
                for (Node.Entry job : orb.value().get("jobs").map(Node::entries).orElse(List.of())) {
                    job(configuration, job, manual.contains(orb.key() + '/' + job.key()), collected);
                }
            }
        });
        return collected.extract();
    }

    /** Names of the jobs that a workflow runs; none where there are no workflows. What a workflow puts around a job runs, too. */
    private static Set<String> used(Node configuration, Collected collected) {
        Set<String> used = new HashSet<>();
        Steps steps = new Steps(configuration, Services.NONE, collected);
        for (Node.Entry workflow :
                configuration.get("workflows").map(Node::entries).orElse(List.of())) {
            for (Node job : workflow.value().get("jobs").map(Node::items).orElse(List.of())) {
                job.source().ifPresent(name -> used.add(name.text()));
                for (Node.Entry entry : job.entries()) {
                    used.add(entry.key());
                    for (String key : List.of("pre-steps", "post-steps")) {
                        steps.all(
                                entry.value().get(key),
                                Surroundings.of(Entry.CI).inside("job", entry.key()),
                                0);
                    }
                }
            }
        }
        return used;
    }

    /** Jobs that in every workflow wait for somebody's approval. */
    private static Set<String> behindApproval(Node configuration) {
        Map<String, Boolean> manual = new HashMap<>();
        for (Node.Entry workflow :
                configuration.get("workflows").map(Node::entries).orElse(List.of())) {
            List<Node> jobs = workflow.value().get("jobs").map(Node::items).orElse(List.of());
            Set<String> approvals = new HashSet<>();
            for (Node job : jobs) {
                job.entries().stream()
                        .filter(entry -> entry.value()
                                .get("type")
                                .map(Node::text)
                                .orElse("")
                                .equals("approval"))
                        .forEach(entry -> approvals.add(entry.key()));
            }
            for (Node job : jobs) {
                job.source().ifPresent(name -> manual.put(name.text(), false));
                for (Node.Entry entry : job.entries()) {
                    boolean waits = entry.value().get("requires").map(Node::sources).orElse(List.of()).stream()
                            .anyMatch(name -> approvals.contains(name.text()));
                    manual.merge(entry.key(), waits, Boolean::logicalAnd);
                }
            }
        }
        manual.values().removeIf(waits -> !waits);
        return manual.keySet();
    }

    private static void job(Node configuration, Node.Entry entry, boolean manual, Collected collected) {
        Node job = entry.value();
        Node executor = executor(configuration, job).orElse(job);
        List<Node> images = job.get("docker")
                .or(() -> executor.get("docker"))
                .map(Node::items)
                .orElse(List.of());
        Surroundings where = Surroundings.of(Entry.CI).inside("job", entry.key());
        if (!images.isEmpty()) {
            where = where.environment(EnvironmentNode.of(images.get(0).get("environment")));
        }
        where = where.environment(EnvironmentNode.of(executor.get("environment")))
                .environment(EnvironmentNode.of(job.get("environment")));
        where = manual ? where.evidence(Evidence.MANUAL) : where;
        where = folder(job.get("working_directory").or(() -> executor.get("working_directory")), where);
        String shell = job.get("shell").map(Node::text).orElse("");
        // The first image is where the steps run; the others stand beside it.
        Services services = images.size() < 2
                ? Services.NONE
                : Services.of(
                        Optional.of(new Node.Sequence(images.subList(1, images.size()), job.start(), "")), Map.of());
        Steps steps = new Steps(configuration, services, collected);
        steps.all(job.get("steps"), shell.isEmpty() ? where : where.shell(shell), 0);
    }

    private static Optional<Node> executor(Node configuration, Node job) {
        return job.get("executor")
                .map(executor -> executor.get("name").orElse(executor).text())
                .flatMap(name -> configuration.at("executors", name));
    }

    /** {@code ~/project} is where CircleCI checks out. */
    private static Surroundings folder(Optional<Node> node, Surroundings where) {
        String path = node.map(Node::text).orElse("");
        for (String home : List.of("~/project", "~/repo", "/home/circleci/project", "~/app")) {
            if (path.equals(home)) {
                return where.folder("");
            }
            if (path.startsWith(home + '/')) {
                return where.folder(path.substring(home.length() + 1));
            }
        }
        boolean known = !path.isEmpty() && !path.startsWith("~") && !path.startsWith("/") && path.indexOf('<') < 0;
        return known ? where.folder(path) : where;
    }

    private record Steps(Node configuration, Services services, Collected collected) {
        void all(Optional<Node> steps, Surroundings where, int level) {
            if (level < MAX_LEVELS && collected.size() < Collected.MAX_SCRIPTS) {
                steps.map(Node::items).orElse(List.of()).forEach(step -> step(step, where, level));
            }
        }

        private void step(Node step, Surroundings where, int level) {
            step.source().ifPresent(name -> command(name.text(), where, level));
            for (Node.Entry entry : step.entries()) {
                switch (entry.key()) {
                    case "run" -> run(entry.value(), where);
                    case "when", "unless" -> all(entry.value().get("steps"), where, level + 1);
                    default -> {
                        command(entry.key(), where, level);
                        // Steps that a job hands to an orb or a command run as well.
                        for (String key : List.of("steps", "pre-steps", "post-steps", "after-deps")) {
                            all(entry.value().get(key), where, level + 1);
                        }
                    }
                }
            }
        }

        private void command(String name, Surroundings where, int level) {
            int slash = name.indexOf('/');
            Optional<Node> steps = slash < 0
                    ? configuration.at("commands", name, "steps")
                    : configuration.at(
                            "orbs", name.substring(0, slash), "commands", name.substring(slash + 1), "steps");
            steps.ifPresent(found -> all(Optional.of(found), where, level + 1));
        }

        private void run(Node run, Surroundings job) {
            Optional<Source> command = run.source().or(() -> run.source("command"));
            String name = run.get("name").map(Node::text).orElse("");
            Surroundings where = name.isEmpty() ? job.inside("run", "") : job.inside("step", name);
            where = where.environment(EnvironmentNode.of(run.get("environment")));
            where = folder(run.get("working_directory"), where);
            String shell = run.get("shell").map(Node::text).orElse("");
            where = services.judge(shell.isEmpty() ? where : where.shell(shell));
            if (command.isPresent()) {
                collected.shell(where, parameters(command.get()));
            }
        }

        /** {@code << parameters.x >>} is no heredoc. */
        private static Source parameters(Source source) {
            return Placeholders.readable(source, "<<", ">>");
        }
    }
}
