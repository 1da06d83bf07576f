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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** GitLab CI: the jobs of a file, with what they extend and refer to in it and in the local files that it includes. */
public final class GitlabExtractor implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".yml", ".yaml");
    private static final String ROOT = ".gitlab-ci.yml";
    /** GitLab allows a child of a child. */
    private static final int MAX_CHILDREN = 2;

    private static final Set<String> KEYWORDS = Set.of(
            "default",
            "include",
            "stages",
            "variables",
            "workflow",
            "image",
            "services",
            "before_script",
            "after_script",
            "cache",
            "spec",
            "types");

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public boolean accepts(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        boolean yaml = lower.endsWith(".yml") || lower.endsWith(".yaml");
        return yaml
                && (lower.endsWith("gitlab-ci.yml")
                        || lower.endsWith("gitlab-ci.yaml")
                        || lower.startsWith(".gitlab/")
                        || lower.contains("/.gitlab/")
                        || lower.startsWith(".gitlab-ci/"));
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        if (!file.path().equals(ROOT)) {
            Optional<SourceFile> root = project.read(ROOT);
            if (root.isPresent()
                    && GitlabConfiguration.read(root.get(), project).includes(file.path())) {
                // The root's reading has it, with all that the root says for it.
                return Extract.NOTHING;
            }
        }
        Collected collected = new Collected(file);
        configuration(file, project, collected, 0, new HashSet<>());
        return collected.extract();
    }

    private static void configuration(
            SourceFile file, ProjectFiles project, Collected collected, int level, Set<String> children) {
        GitlabConfiguration configuration = GitlabConfiguration.read(file, project);
        for (String name : configuration.names()) {
            if (!KEYWORDS.contains(name) && !name.startsWith(".")) {
                GitlabJob one = new GitlabJob(configuration, name);
                job(name, one, collected);
                if (level < MAX_CHILDREN && !one.isDead()) {
                    for (String path : one.children()) {
                        ProjectPath.resolve("", path)
                                .filter(child -> !configuration.includes(child) && children.add(child))
                                .flatMap(project::read)
                                .ifPresent(child -> configuration(child, project, collected, level + 1, children));
                    }
                }
            }
        }
    }

    private static void job(String name, GitlabJob job, Collected collected) {
        if (job.isDead()) {
            return;
        }
        Surroundings where = Surroundings.of(Entry.CI).inside("job", name).environment(job.variables());
        String environment = job.environment();
        boolean production = Services.isProduction(environment);
        if (job.isManual() && !production) {
            where = where.evidence(Evidence.MANUAL);
        }
        if (environment.startsWith("review/") || environment.equals("review")) {
            // A review app has a database of its own.
            where = where.evidence(Evidence.REVIEW_APP);
        }
        if (job.onWindows()) {
            where = where.shell("powershell");
        }
        Services services = production ? Services.onProduction() : Services.of(job.inherited("services"), Map.of());
        Surroundings judged = services.judge(where);
        List<Source> script = new ArrayList<>(job.commands("before_script"));
        script.addAll(job.commands("script"));
        add(script, judged, collected);
        add(job.commands("after_script"), judged.inside("after_script", ""), collected);
        for (Node step : job.own("run").map(Node::items).orElse(List.of())) {
            add(CommandList.of(step.get("script")), judged.environment(EnvironmentNode.of(step.get("env"))), collected);
        }
    }

    private static void add(List<Source> commands, Surroundings where, Collected collected) {
        CommandList.body(commands, where.dialect())
                .ifPresent(body -> collected.add(where, commands.get(0).position(0), body));
    }
}
