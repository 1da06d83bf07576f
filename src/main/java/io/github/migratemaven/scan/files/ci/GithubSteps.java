package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.CodeScripts;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.EnvironmentNode;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.ProjectPath;
import io.github.migratemaven.scan.files.Surroundings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of one job or composite action. */
final class GithubSteps {
    private static final Set<String> INTERPRETERS = Set.of(
            "python", "python3", "node", "deno", "bun", "ruby", "perl", "php", "r", "rscript", "julia", "lua", "tsx",
            "ts-node");

    private final Collected collected;
    private final ProjectFiles project;
    private final String repository;
    private final Services services;

    GithubSteps(Collected collected, ProjectFiles project, String repository, Services services) {
        this.collected = collected;
        this.project = project;
        this.repository = repository;
        this.services = services;
    }

    /** {@code if: false}, bare or as an expression, and what comes to it. */
    static boolean isDead(Node jobOrStep) {
        return CiCondition.isNever(text(jobOrStep.get("if")));
    }

    void all(List<Node> steps, Surroundings where, GithubMatrix matrix) {
        int number = 0;
        for (Node step : steps) {
            number++;
            if (!isDead(step)) {
                Optional<Node> named = step.get("name");
                String name = text(named.isPresent() ? named : step.get("id"));
                step(step, name.isEmpty() ? where.inside("step " + number, "") : where.inside("step", name), matrix);
            }
        }
    }

    private void step(Node step, Surroundings job, GithubMatrix matrix) {
        Surroundings where = services.judge(job.environment(EnvironmentNode.of(step.get("env"))));
        settings(step, where);
        String shell = text(step.get("shell"));
        String folder = text(step.get("working-directory"));
        Optional<Source> run = step.source("run");
        if (run.isPresent() && isShell(shell)) {
            Surroundings inner = shell.isEmpty() ? where : where.shell(shell);
            for (Map<String, String> choice : matrix.choices(run.get().text(), folder)) {
                String chosen = GithubMatrix.apply(folder, choice);
                collected.shell(
                        chosen.isEmpty() ? inner : inner.folder(repository + '/' + chosen),
                        GithubMatrix.readable(run.get(), choice));
            }
        }
        if (run.isPresent() && isProgram(shell)) {
            collected.add(where, run.get().position(0), CodeScripts.runs(run.get()));
        }
        Optional<Node> uses = step.get("uses");
        if (uses.isPresent()) {
            uses(uses.get(), step, where);
        }
    }

    static String text(Optional<Node> node) {
        return node.isPresent() ? node.get().text() : "";
    }

    /** What a step's or job's variables switch on in the programs that it starts. */
    void settings(Node holder, Surroundings where) {
        Set<Evidence> evidence = services.judge(where).evidence();
        for (Setting setting : EnvironmentNode.settings(collected.file(), holder.get("env"), evidence)) {
            collected.setting(setting);
        }
    }

    /** {@code python}, {@code node}: the text is theirs. Any other program hands it to a shell: {@code devbox run bash {0}}. */
    private static boolean isShell(String shell) {
        String program = ProjectPath.name(shell.strip().split("\\s", 2)[0]).replace(".exe", "");
        return !INTERPRETERS.contains(program.toLowerCase(Locale.ROOT));
    }

    private static boolean isProgram(String shell) {
        return shell.startsWith("python") || shell.startsWith("node");
    }

    private void uses(Node uses, Node step, Surroundings where) {
        String name = uses.text();
        if (name.startsWith("./")) {
            local(name).ifPresent(id -> {
                collected.call(where, id, EnvironmentNode.position(collected.file(), uses));
                given(step.get("with"), id, where);
            });
        } else {
            GithubActions.run(uses, step.get("with"), where, repository, collected);
        }
    }

    /** A job that is another workflow. */
    void reusable(Node uses, Optional<Node> with, Surroundings where) {
        if (uses.text().startsWith("./")) {
            ProjectPath.resolve(repository, uses.text()).ifPresent(path -> {
                ScriptId id = new ScriptId(Kind.ACTION, ProjectPath.parent(path), ProjectPath.name(path));
                collected.call(services.judge(where), id, EnvironmentNode.position(collected.file(), uses));
                given(with, id, services.judge(where));
            });
        }
    }

    private void given(Optional<Node> with, ScriptId called, Surroundings where) {
        if (with.isPresent() && called.kind() == Kind.ACTION) {
            String path = called.folder().isEmpty() ? called.name() : called.folder() + '/' + called.name();
            project.read(path).ifPresent(file -> GithubInputs.given(with, file, where, collected));
        }
    }

    private Optional<ScriptId> local(String name) {
        return ProjectPath.resolve(repository, name).flatMap(folder -> {
            String prefix = folder.isEmpty() ? "" : folder + '/';
            for (String file : List.of("action.yml", "action.yaml")) {
                if (project.paths().contains(prefix + file)) {
                    return Optional.of(new ScriptId(Kind.ACTION, folder, file));
                }
            }
            return project.paths().contains(prefix + "Dockerfile")
                    ? Optional.of(new ScriptId(Kind.IMAGE, folder, "Dockerfile"))
                    : Optional.empty();
        });
    }
}
