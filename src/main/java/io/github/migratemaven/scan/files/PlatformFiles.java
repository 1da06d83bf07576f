package io.github.migratemaven.scan.files;

import static io.github.migratemaven.scan.files.CommandRule.exec;
import static io.github.migratemaven.scan.files.CommandRule.lines;

import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The files in which hosting platforms, build services and development environments are told what to run. */
final class PlatformFiles {
    private static final Evidence DEVELOPMENT = Evidence.DEVELOPMENT;

    static final List<Extractor> ALL = List.of(
            // https://vercel.com/docs/project-configuration
            CommandFile.of(
                    "Vercel",
                    named("vercel.json", "now.json"),
                    Format.JSON,
                    lines("installCommand", Entry.BUILD),
                    lines("buildCommand", Entry.BUILD),
                    lines("ignoreCommand", Entry.BUILD),
                    lines("builds.*.config.buildCommand", Entry.BUILD),
                    lines("devCommand", Entry.NONE, DEVELOPMENT)),
            // https://docs.netlify.com/configure-builds/file-based-configuration/
            CommandFile.of(
                    "Netlify",
                    named("netlify.toml"),
                    Format.TOML,
                    lines("build.command", Entry.BUILD),
                    lines("build.ignore", Entry.BUILD),
                    lines("context.*.command", Entry.BUILD),
                    lines("context.*.ignore", Entry.BUILD),
                    lines("dev.command", Entry.NONE, DEVELOPMENT)),
            railway("railway.json", Format.JSON),
            railway("railway.toml", Format.TOML),
            // https://railpack.com/config/file
            CommandFile.of(
                    "Railpack",
                    named("railpack.json"),
                    Format.JSON,
                    lines("steps.*.commands", Entry.BUILD),
                    lines("steps.*.commands.*.cmd", Entry.BUILD),
                    lines("deploy.startCommand", Entry.START)),
            // https://render.com/docs/blueprint-spec
            CommandFile.of("Render", named("render.yaml", "render.yml"), Format.YAML, render()),
            // https://fly.io/docs/reference/configuration/
            CommandFile.of(
                    "Fly",
                    FilePattern.of("fly(\\.[\\w-]+)?\\.toml"),
                    Format.TOML,
                    exec("deploy.release_command", Entry.DEPLOY),
                    exec("processes.+", Entry.START),
                    exec("experimental.cmd", Entry.START),
                    exec("experimental.entrypoint", Entry.START),
                    exec("experimental.exec", Entry.START)),
            CommandFile.of(
                    "Nixpacks",
                    named("nixpacks.toml"),
                    Format.TOML,
                    lines("phases.*.cmds", Entry.BUILD),
                    lines("start.cmd", Entry.START)),
            CommandFile.of(
                    "Nixpacks",
                    named("nixpacks.json"),
                    Format.JSON,
                    lines("phases.*.cmds", Entry.BUILD),
                    lines("start.cmd", Entry.START)),
            // https://devcenter.heroku.com/articles/app-json-schema; dokku reads scripts.dokku
            CommandFile.of(
                    "Heroku",
                    named("app.json"),
                    Format.JSON,
                    lines("scripts.postdeploy", Entry.DEPLOY),
                    lines("scripts.postdeploy.command", Entry.DEPLOY),
                    lines("scripts.pr-predestroy", Entry.NONE, Evidence.THROWAWAY_DATABASE),
                    lines("scripts.dokku.*", Entry.DEPLOY),
                    lines("environments.test.scripts.*", Entry.CI, Evidence.TEST),
                    lines("environments.review.scripts.*", Entry.DEPLOY, Evidence.THROWAWAY_DATABASE)),
            // https://devcenter.heroku.com/articles/build-docker-images-heroku-yml
            CommandFile.of(
                    "Heroku containers",
                    named("heroku.yml"),
                    Format.YAML,
                    lines("release.command", Entry.DEPLOY),
                    lines("run.+", Entry.START),
                    exec("run.+.command", Entry.START)),
            // App Engine's entrypoint, and DigitalOcean's app spec of the same name
            CommandFile.of(
                    "App Engine, App Platform",
                    FilePattern.of("app([.-][\\w-]+)?\\.ya?ml").without(".do/"),
                    Format.YAML,
                    appYaml()),
            CommandFile.of("App Platform", FilePattern.of(".+\\.ya?ml").in(".do"), Format.YAML, appYaml())
                    .runningAbove(),
            // https://docs.aws.amazon.com/amplify/latest/userguide/yml-specification-syntax.html
            CommandFile.of("Amplify", named("amplify.yml", "amplify.yaml"), Format.YAML, amplify()),
            // https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html
            CommandFile.of(
                    "CodeBuild",
                    FilePattern.of("(.*[._-])?buildspec([._-].*)?\\.ya?ml"),
                    Format.YAML,
                    lines("phases.*.commands", Entry.CI),
                    lines("phases.*.finally", Entry.CI)),
            // https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
            CommandFile.of(
                    "CodeDeploy",
                    named("appspec.yml", "appspec.yaml"),
                    Format.YAML,
                    lines("hooks.*.*.location", Entry.DEPLOY)),
            CommandFile.of(
                    "App Runner",
                    named("apprunner.yaml"),
                    Format.YAML,
                    lines("build.commands.*", Entry.BUILD),
                    lines("run.pre-run", Entry.START),
                    lines("run.command", Entry.START)),
            CommandFile.of(
                    "Platform.sh",
                    named(".platform.app.yaml"),
                    Format.YAML,
                    lines("hooks.build", Entry.BUILD),
                    lines("hooks.deploy", Entry.DEPLOY),
                    lines("hooks.post_deploy", Entry.DEPLOY),
                    lines("web.commands.start", Entry.START),
                    lines("workers.*.commands.start", Entry.START)),
            CommandFile.of(
                            "Upsun",
                            FilePattern.of(".+\\.ya?ml").in(".upsun", ".platform"),
                            Format.YAML,
                            lines("applications.*.hooks.build", Entry.BUILD),
                            lines("applications.*.hooks.deploy", Entry.DEPLOY),
                            lines("applications.*.hooks.post_deploy", Entry.DEPLOY),
                            lines("applications.*.web.commands.start", Entry.START))
                    .runningAbove(),
            CommandFile.of(
                    "Cloud Foundry",
                    FilePattern.of("manifest([._-][\\w-]+)?\\.ya?ml"),
                    Format.YAML,
                    lines("applications.*.command", Entry.START),
                    lines("applications.*.processes.*.command", Entry.START)),
            CommandFile.of("Wrangler", named("wrangler.toml"), Format.TOML, lines("build.command", Entry.BUILD)),
            CommandFile.of(
                    "Wrangler",
                    named("wrangler.json", "wrangler.jsonc"),
                    Format.JSON,
                    lines("build.command", Entry.BUILD)),
            devcontainer(FilePattern.of("devcontainer\\.json").in(".devcontainer"))
                    .runningAbove(),
            devcontainer(named(".devcontainer.json")),
            CommandFile.of(
                    "Gitpod",
                    named(".gitpod.yml"),
                    Format.YAML,
                    lines("tasks.*.before", Entry.HOOK, DEVELOPMENT),
                    lines("tasks.*.init", Entry.HOOK, DEVELOPMENT),
                    lines("tasks.*.command", Entry.HOOK, DEVELOPMENT)),
            CommandFile.of("nodemon", named("nodemon.json", ".nodemonrc"), Format.JSON, nodemonRules()));

    private PlatformFiles() {}

    /** nodemon's settings inside of a package.json. */
    static List<Script> nodemon(SourceFile file, Node settings) {
        List<Script> scripts = new ArrayList<>();
        for (CommandRule rule : nodemonRules()) {
            rule.scripts(file, settings, file.folder(), scripts::add);
        }
        return scripts;
    }

    private static CommandRule[] nodemonRules() {
        return new CommandRule[] {
            lines("exec", Entry.NONE, DEVELOPMENT),
            lines("execMap.*", Entry.NONE, DEVELOPMENT),
            lines("events.*", Entry.NONE, DEVELOPMENT)
        };
    }

    /** https://docs.railway.com/reference/config-as-code */
    private static CommandFile railway(String name, Format format) {
        return CommandFile.of(
                "Railway",
                named(name),
                format,
                lines("build.buildCommand", Entry.BUILD),
                lines("build.nixpacksPlan.phases.*.cmds", Entry.BUILD),
                lines("deploy.preDeployCommand", Entry.DEPLOY),
                lines("deploy.releaseCommand", Entry.DEPLOY),
                lines("deploy.startCommand", Entry.START),
                lines("environments.*.build.buildCommand", Entry.BUILD),
                lines("environments.*.deploy.preDeployCommand", Entry.DEPLOY),
                lines("environments.*.deploy.startCommand", Entry.START));
    }

    private static CommandRule[] render() {
        List<CommandRule> rules = new ArrayList<>();
        for (String services : List.of("services.*.", "projects.*.environments.*.services.*.")) {
            rules.add(lines(services + "buildCommand", Entry.BUILD));
            rules.add(lines(services + "preDeployCommand", Entry.DEPLOY));
            rules.add(lines(services + "initialDeployHook", Entry.DEPLOY));
            rules.add(lines(services + "startCommand", Entry.START));
            rules.add(lines(services + "dockerCommand", Entry.START));
        }
        return rules.toArray(new CommandRule[0]);
    }

    private static CommandRule[] appYaml() {
        List<CommandRule> rules = new ArrayList<>();
        rules.add(lines("entrypoint", Entry.START));
        for (String top : List.of("", "spec.")) {
            for (String kind : List.of("services", "workers", "static_sites", "functions")) {
                rules.add(lines(top + kind + ".*.build_command", Entry.BUILD));
                rules.add(lines(top + kind + ".*.run_command", Entry.START));
            }
            rules.add(lines(top + "jobs.*.build_command", Entry.BUILD));
            rules.add(lines(top + "jobs.*.run_command", Entry.DEPLOY));
        }
        return rules.toArray(new CommandRule[0]);
    }

    private static CommandRule[] amplify() {
        List<CommandRule> rules = new ArrayList<>();
        for (String top : List.of("", "applications.*.")) {
            rules.add(lines(top + "backend.phases.*.commands", Entry.BUILD));
            rules.add(lines(top + "frontend.phases.*.commands", Entry.BUILD));
            rules.add(lines(top + "test.phases.*.commands", Entry.CI, Evidence.TEST));
        }
        return rules.toArray(new CommandRule[0]);
    }

    /** https://containers.dev/implementors/json_reference/#lifecycle-scripts */
    private static CommandFile devcontainer(Predicate<String> accepted) {
        List<CommandRule> rules = new ArrayList<>();
        for (String key : List.of(
                "initializeCommand",
                "onCreateCommand",
                "updateContentCommand",
                "postCreateCommand",
                "postStartCommand",
                "postAttachCommand")) {
            rules.add(exec(key, Entry.HOOK, DEVELOPMENT));
            rules.add(exec(key + ".+", Entry.HOOK, DEVELOPMENT));
        }
        return CommandFile.of("devcontainer", accepted, Format.JSON, rules.toArray(new CommandRule[0]));
    }

    private static Predicate<String> named(String... names) {
        return new FileNames(Set.of(names));
    }
}
