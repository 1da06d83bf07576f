package io.github.migratemaven.scan.files;

import static io.github.migratemaven.scan.files.CommandRule.exec;
import static io.github.migratemaven.scan.files.CommandRule.lines;

import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import java.util.List;
import java.util.Set;

/** As {@link PlatformFiles}, of services that few projects use, and of tools that release and deploy. */
final class ServiceFiles {
    static final List<Extractor> ALL = List.of(
            // https://docs.replit.com/replit-app/configuration; what stands outside of the deployment is the editor's
            CommandFile.of(
                    "Replit",
                    new FileNames(Set.of(".replit")),
                    Format.TOML,
                    exec("deployment.build", Entry.BUILD),
                    exec("deployment.run", Entry.START),
                    exec("run", Entry.NONE, Evidence.DEVELOPMENT)),
            // https://firebase.google.com/docs/cli#hooks
            CommandFile.of(
                    "Firebase",
                    new FileNames(Set.of("firebase.json")),
                    Format.JSON,
                    lines("+.predeploy", Entry.DEPLOY),
                    lines("+.postdeploy", Entry.DEPLOY),
                    lines("+.*.predeploy", Entry.DEPLOY),
                    lines("+.*.postdeploy", Entry.DEPLOY)),
            // https://zeabur.com/docs
            CommandFile.of(
                    "Zeabur",
                    new FileNames(Set.of("zbpack.json")),
                    Format.JSON,
                    lines("build_command", Entry.BUILD),
                    lines("start_command", Entry.START)),
            CommandFile.of(
                    "CodeSandbox",
                    FilePattern.of("tasks\\.json").in(".codesandbox"),
                    Format.JSON,
                    lines("setupTasks.*", Entry.HOOK, Evidence.DEVELOPMENT),
                    lines("setupTasks.*.command", Entry.HOOK, Evidence.DEVELOPMENT),
                    lines("tasks.*.command", Entry.NONE, Evidence.DEVELOPMENT)),
            CommandFile.of(
                    "Devbox",
                    new FileNames(Set.of("devbox.json")),
                    Format.JSON,
                    lines("shell.init_hook", Entry.HOOK, Evidence.DEVELOPMENT),
                    lines("shell.scripts.+", Entry.NONE, Evidence.DEVELOPMENT)),
            // https://github.com/release-it/release-it/blob/main/docs/configuration.md
            CommandFile.of(
                    "release-it",
                    new FileNames(Set.of(".release-it.json")),
                    Format.JSON,
                    lines("hooks.+", Entry.DEPLOY)),
            // https://cirrus-ci.org/guide/writing-tasks/
            CommandFile.of(
                    "Cirrus CI",
                    new FileNames(Set.of(".cirrus.yml")),
                    Format.YAML,
                    lines("task.*_script", Entry.CI),
                    lines("task.script", Entry.CI),
                    lines("*_task.*_script", Entry.CI),
                    lines("*_task.script", Entry.CI)),
            // https://man.sr.ht/builds.sr.ht/manifest.md
            CommandFile.of(
                            "builds.sr.ht",
                            FilePattern.of(".+\\.yml").in(".builds"),
                            Format.YAML,
                            lines("tasks.*.+", Entry.CI))
                    .runningAbove(),
            // https://skaffold.dev/docs/lifecycle-hooks/
            CommandFile.of(
                    "Skaffold",
                    new FileNames(Set.of("skaffold.yaml", "skaffold.yml")),
                    Format.YAML,
                    exec("build.artifacts.*.hooks.+.*.command", Entry.BUILD),
                    exec("deploy.+.hooks.+.*.host.command", Entry.DEPLOY),
                    exec("deploy.+.hooks.+.*.container.command", Entry.DEPLOY)));

    private ServiceFiles() {}
}
