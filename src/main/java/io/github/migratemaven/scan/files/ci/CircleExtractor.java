package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CircleCI: the steps of jobs, with the reusable commands and orbs of the same file. Other orbs are other people's files. */
public final class CircleExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml");
    /** No job has more of them. */
    private static final int MAX_COMMANDS = 1_000;
    /** More uses of one job say nothing new. */
    private static final int MAX_USES = 16;

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
            Map<String, List<Node>> uses = uses(configuration, collected);
            boolean all = configuration.get("workflows").isEmpty();
            for (Node.Entry job : configuration.get("jobs").map(Node::entries).orElse(List.of())) {
                if (all || uses.containsKey(job.key())) {
                    List<Node> given = uses.getOrDefault(job.key(), List.of(job.value()));
                    job(configuration, job, given, manual.contains(job.key()), collected);
                }
            }
            for (Node.Entry orb : configuration.get("orbs").map(Node::entries).orElse(List.of())) {
                for (Node.Entry job : orb.value().get("jobs").map(Node::entries).orElse(List.of())) {
                    String name = orb.key() + '/' + job.key();
                    List<Node> given = uses.getOrDefault(name, List.of(job.value()));
                    job(configuration, job, given, manual.contains(name), collected);
                }
            }
        });
        return collected.extract();
    }

    /** What the workflows say of each job that they run. What a workflow puts around a job runs, too. */
    private static Map<String, List<Node>> uses(Node configuration, Collected collected) {
        Map<String, List<Node>> uses = new HashMap<>();
        CircleSteps steps =
                new CircleSteps(configuration, Services.NONE, collected, Map.of(), new Visits(MAX_COMMANDS));
        for (Node.Entry workflow :
                configuration.get("workflows").map(Node::entries).orElse(List.of())) {
            if (workflow.value().get("when").map(Node::text).orElse("").equals("false")) {
                continue;
            }
            for (Node job : workflow.value().get("jobs").map(Node::items).orElse(List.of())) {
                job.source().ifPresent(name -> use(name.text(), job, uses));
                for (Node.Entry entry : job.entries()) {
                    use(entry.key(), entry.value(), uses);
                    for (String key : List.of("pre-steps", "post-steps")) {
                        steps.all(
                                entry.value().get(key),
                                Surroundings.of(Entry.CI).inside("job", entry.key()),
                                0);
                    }
                }
            }
        }
        return uses;
    }

    private static void use(String job, Node given, Map<String, List<Node>> uses) {
        List<Node> all = uses.computeIfAbsent(job, name -> new ArrayList<>());
        if (all.size() < MAX_USES) {
            all.add(given);
        }
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

    private static void job(
            Node configuration, Node.Entry entry, List<Node> uses, boolean manual, Collected collected) {
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
        Set<Map<String, String>> values = new HashSet<>();
        for (Node use : uses) {
            values.add(CircleSteps.values(job, Optional.of(use), Map.of()));
        }
        for (Map<String, String> known : values) {
            new CircleSteps(configuration, services, collected, known, new Visits(MAX_COMMANDS))
                    .all(job.get("steps"), shell.isEmpty() ? where : where.shell(shell), 0);
        }
    }

    private static Optional<Node> executor(Node configuration, Node job) {
        return job.get("executor")
                .map(executor -> executor.get("name").orElse(executor).text())
                .flatMap(name -> configuration.at("executors", name));
    }

    /** {@code ~/project} is where CircleCI checks out. */
    static Surroundings folder(Optional<Node> node, Surroundings where) {
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
}
