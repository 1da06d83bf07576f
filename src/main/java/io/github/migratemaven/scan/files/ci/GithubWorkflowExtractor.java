package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Call;
import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.Surroundings;
import io.github.migratemaven.scan.files.YamlText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Workflows of GitHub Actions, and of Gitea and Forgejo, which read the same files. */
public final class GithubWorkflowExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml");
    /** Nobody's jobs need each other in a longer row. */
    private static final int MAX_NEEDS = 20;

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        return (path.endsWith(".yml") || path.endsWith(".yaml")) && repositoryEnd(path) >= 0;
    }

    /** Length of the path of the repository that a workflow belongs to; -1 = it is no workflow. */
    private static int repositoryEnd(String path) {
        for (String folder : List.of(".github/workflows/", ".gitea/workflows/", ".forgejo/workflows/")) {
            int at = path.startsWith(folder) ? 0 : path.indexOf('/' + folder);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        Collected collected = new Collected(file);
        Optional<Node> workflow = YamlText.readFirst(file);
        if (workflow.isPresent()) {
            workflow(workflow.get(), collected, project);
        }
        return collected.extract();
    }

    private static void workflow(Node workflow, Collected collected, ProjectFiles project) {
        SourceFile file = collected.file();
        Surroundings where = Surroundings.of(Entry.CI)
                .folder(file.path().substring(0, Math.max(repositoryEnd(file.path()), 0)))
                .environment(EnvironmentNode.of(workflow.get("env")));
        String repository = where.folder();
        Set<String> triggers = triggers(workflow);
        if (triggers.equals(Set.of("workflow_dispatch"))) {
            where = where.evidence(Evidence.MANUAL);
        }
        where = defaults(workflow, where, repository);
        Optional<Node> jobs = workflow.get("jobs");
        if (jobs.isPresent()) {
            Set<String> dead = dead(jobs.get());
            for (Node.Entry entry : jobs.get().entries()) {
                if (!dead.contains(entry.key())) {
                    job(entry, where.inside("job", entry.key()), repository, collected, project);
                }
            }
        }
        for (String trigger : List.of("workflow_call", "workflow_dispatch")) {
            GithubInputs.defaults(workflow.at("on", trigger, "inputs"), where, collected);
        }
        if (triggers.contains("workflow_call")) {
            List<Call> steps = collected.extract().scripts().stream()
                    .map(script -> new Call(script.id(), script.position()))
                    .toList();
            collected.add(
                    Surroundings.of(Entry.NONE).folder(repository),
                    new ScriptId(Kind.ACTION, file.folder(), file.name()),
                    file.position(0),
                    new Body.Calls(steps));
        }
    }

    /** Jobs that never run, and those that need one of them: GitHub skips them, too, if they do not say that they run nevertheless. */
    private static Set<String> dead(Node jobs) {
        Set<String> dead = new HashSet<>();
        int before;
        int rounds = 0;
        do {
            before = dead.size();
            for (Node.Entry job : jobs.entries()) {
                boolean skipped = needs(job.value()).stream().anyMatch(dead::contains);
                if (skipped && !runsNevertheless(job.value()) || GithubSteps.isDead(job.value())) {
                    dead.add(job.key());
                }
            }
        } while (dead.size() > before && ++rounds < MAX_NEEDS);
        return dead;
    }

    private static List<String> needs(Node job) {
        Optional<Node> needs = job.get("needs");
        return needs.isEmpty()
                ? List.of()
                : needs.get().sources().stream().map(Source::text).toList();
    }

    private static boolean runsNevertheless(Node job) {
        String condition = GithubSteps.text(job.get("if"));
        return condition.contains("always(") || condition.contains("failure(") || condition.contains("cancelled(");
    }

    /** YAML 1.1 readers take the key {@code on} for true; ours does not. */
    private static Set<String> triggers(Node workflow) {
        Set<String> triggers = new HashSet<>();
        Optional<Node> on = workflow.get("on");
        if (on.isPresent()) {
            for (Source source : on.get().sources()) {
                triggers.add(source.text());
            }
            for (Node.Entry entry : on.get().entries()) {
                triggers.add(entry.key());
            }
        }
        return triggers;
    }

    private static Surroundings defaults(Node level, Surroundings where, String repository) {
        Surroundings inner = where;
        String shell = GithubSteps.text(level.at("defaults", "run", "shell"));
        String folder = GithubSteps.text(level.at("defaults", "run", "working-directory"));
        if (!shell.isEmpty()) {
            inner = inner.shell(shell);
        }
        return folder.isEmpty() ? inner : inner.folder(repository + '/' + folder);
    }

    private static void job(
            Node.Entry entry, Surroundings workflow, String repository, Collected collected, ProjectFiles project) {
        Node job = entry.value();
        Surroundings where = workflow.environment(EnvironmentNode.of(job.get("env")));
        if (runner(job).contains("windows") && workflow.dialect() == Dialect.POSIX) {
            // The default shell of a Windows runner.
            where = job.at("defaults", "run", "shell").isPresent() ? where : where.shell("pwsh");
        }
        where = defaults(job, where, repository);
        if (isProduction(job)) {
            where = where.without(Evidence.MANUAL);
        }
        Services services = isProduction(job)
                ? Services.onProduction()
                : Services.of(job.get("services"), EnvironmentNode.of(job.at("container", "env")));
        where = where.environment(services.environment());
        GithubSteps steps = new GithubSteps(collected, project, repository, services);
        steps.settings(job, where);
        Optional<Node> uses = job.get("uses");
        if (uses.isPresent()) {
            steps.reusable(uses.get(), job.get("with"), where(job, services, workflow));
        }
        GithubMatrix matrix = GithubMatrix.of(job.at("strategy", "matrix"));
        Optional<Node> list = job.get("steps");
        steps.all(list.isPresent() ? list.get().items() : List.of(), where, matrix);
    }

    private static Surroundings where(Node job, Services services, Surroundings workflow) {
        return workflow.environment(EnvironmentNode.of(job.get("env"))).environment(services.environment());
    }

    private static String runner(Node job) {
        return GithubSteps.text(job.get("runs-on")).toLowerCase(Locale.ROOT);
    }

    private static boolean isProduction(Node job) {
        Optional<Node> environment = job.get("environment");
        return Services.isProduction(
                environment.isEmpty()
                        ? ""
                        : environment
                                .get()
                                .get("name")
                                .orElse(environment.get())
                                .text());
    }
}
