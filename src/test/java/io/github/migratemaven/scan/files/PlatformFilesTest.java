package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformFilesTest {
    static Stream<Arguments> files() {
        return Stream.of(
                arguments(
                        "vercel.json",
                        "{\"buildCommand\": \"a\",\n\"installCommand\": \"b\", \"devCommand\": \"c\", \"ignoreCommand\": null}",
                        List.of(
                                "BUILD installCommand@2:20 = 2:20 b",
                                "BUILD buildCommand@1:19 = 1:19 a",
                                "NONE DEVELOPMENT devCommand@2:39 = 2:39 c")),
                arguments(
                        "netlify.toml",
                        "[build]\nbase = \"web\"\ncommand = \"a\"\n[context.production]\ncommand = 'b'\n[dev]\ncommand = \"c\"\n",
                        List.of(
                                "BUILD build.command@3:12 in web = 3:12 a",
                                "BUILD context.production.command@5:12 = 5:12 b",
                                "NONE DEVELOPMENT dev.command@7:12 = 7:12 c")),
                arguments(
                        "railway.json",
                        "{\"build\": {\"buildCommand\": \"a\"},\n \"deploy\": {\"preDeployCommand\": [\"b\"], \"startCommand\": \"c\"}}",
                        List.of(
                                "BUILD build.buildCommand@1:29 = 1:29 a",
                                "DEPLOY deploy.preDeployCommand@2:35 = 2:35 b",
                                "START deploy.startCommand@2:57 = 2:57 c")),
                arguments(
                        "api/railway.toml",
                        "[deploy]\nstartCommand = \"\"\"\na \\\n  b\"\"\"\n",
                        List.of("START deploy.startCommand@3:1 in api = 3:1 a b")),
                arguments(
                        "railpack.json",
                        "{\"steps\": {\"x\": {\"commands\": [\"a\", {\"cmd\": \"b\"}]}}, \"deploy\": {\"startCommand\": \"c\"}}",
                        List.of(
                                "BUILD steps.x.commands@1:32 = 1:32 a",
                                "BUILD steps.x.commands.cmd@1:45 = 1:45 b",
                                "START deploy.startCommand@1:81 = 1:81 c")),
                arguments(
                        "render.yaml",
                        "services:\n  - type: web\n    rootDir: api\n    buildCommand: a\n    preDeployCommand: b # c\n    startCommand: >-\n      d\n      e\n",
                        List.of(
                                "BUILD services.buildCommand@4:19 in api = 4:19 a",
                                "DEPLOY services.preDeployCommand@5:23 in api = 5:23 b",
                                "START services.startCommand@7:7 in api = 7:7 d e")),
                arguments(
                        "render.yaml",
                        "projects:\n- environments:\n  - services:\n    - initialDeployHook: a\n",
                        List.of("DEPLOY projects.environments.services.initialDeployHook@4:26 = 4:26 a")),
                arguments(
                        "fly.toml",
                        "[deploy]\n  release_command = \"a\"\n[processes]\nweb = 'b'\n[experimental]\ncmd = [\"c\", \"d\"]\n",
                        List.of(
                                "DEPLOY deploy.release_command@2:22 = 2:22 a",
                                "START processes.web@4:8 = 4:8 b",
                                "START experimental.cmd@6:9 = 6:9 [c, d]")),
                arguments(
                        "fly.staging.toml",
                        "[deploy]\nrelease_command = \"a\"\n",
                        List.of("DEPLOY deploy.release_command@2:20 = 2:20 a")),
                arguments(
                        "nixpacks.toml",
                        "[phases.build]\ncmds = [\"a\", 'b']\n[start]\ncmd = \"c\"\n",
                        List.of("BUILD phases.build.cmds@2:10 = 2:10 a⏎b", "START start.cmd@4:8 = 4:8 c")),
                arguments(
                        "app.json",
                        "{\"scripts\": {\"postdeploy\": \"a\"}, \"environments\": {\"test\": {\"scripts\": {\"test\": \"b\"}}, \"review\": {\"scripts\": {\"postdeploy\": \"c\"}}}}",
                        List.of(
                                "DEPLOY scripts.postdeploy@1:29 = 1:29 a",
                                "CI TEST environments.test.scripts.test@1:81 = 1:81 b",
                                "DEPLOY THROWAWAY_DATABASE environments.review.scripts.postdeploy@1:125 = 1:125 c")),
                arguments(
                        "app.json",
                        "{\"scripts\": {\"postdeploy\": {\"command\": \"a\"}, \"dokku\": {\"predeploy\": \"b\"}}, \"expo\": {\"name\": \"x\"}}",
                        List.of(
                                "DEPLOY scripts.postdeploy.command@1:41 = 1:41 a",
                                "DEPLOY scripts.dokku.predeploy@1:70 = 1:70 b")),
                arguments(
                        "heroku.yml",
                        "release:\n  command:\n    - a\n    - b\nrun:\n  web: c\n  job:\n    command: [d, e]\n",
                        List.of(
                                "DEPLOY release.command@3:7 = 3:7 a⏎b",
                                "START run.web@6:8 = 6:8 c",
                                "START run.job.command@8:15 = 8:15 [d, e]")),
                arguments("app.yaml", "runtime: python\nentrypoint: a\n", List.of("START entrypoint@2:13 = 2:13 a")),
                arguments(
                        ".do/app.yaml",
                        "services:\n- build_command: a\n  run_command: b\n  source_dir: api\njobs:\n- kind: PRE_DEPLOY\n  run_command: c\n",
                        List.of(
                                "BUILD services.build_command@2:18 in api = 2:18 a",
                                "START services.run_command@3:16 in api = 3:16 b",
                                "DEPLOY jobs.run_command@7:16 = 7:16 c")),
                arguments(
                        "amplify.yml",
                        "version: 1\nfrontend:\n  phases:\n    preBuild:\n      commands:\n        - a\n    build:\n      commands:\n        - b\n        - c\ntest:\n  phases:\n    test:\n      commands: [d]\n",
                        List.of(
                                "BUILD frontend.phases.preBuild.commands@6:11 = 6:11 a",
                                "BUILD frontend.phases.build.commands@9:11 = 9:11 b⏎c",
                                "CI TEST test.phases.test.commands@14:18 = 14:18 d")),
                arguments(
                        "amplify.yml",
                        "applications:\n  - appRoot: web\n    backend:\n      phases:\n        build:\n          commands: [a]\n",
                        List.of("BUILD applications.backend.phases.build.commands@6:22 in web = 6:22 a")),
                arguments(
                        "ci/buildspec-deploy.yml",
                        "version: 0.2\nenv:\n  variables:\n    A: b\nphases:\n  build:\n    commands:\n      - |\n        a\n        b\n    finally:\n      - c\n",
                        List.of(
                                "CI phases.build.commands@9:9 in ci = 9:9 a⏎b",
                                "CI phases.build.finally@12:9 in ci = 12:9 c")),
                arguments(
                        "appspec.yml",
                        "hooks:\n  AfterInstall:\n    - location: scripts/a.sh\n      timeout: 10\n",
                        List.of("DEPLOY hooks.AfterInstall.location@3:17 = 3:17 scripts/a.sh")),
                arguments(
                        "apprunner.yaml",
                        "build:\n  commands:\n    build: [a]\nrun:\n  command: b\n",
                        List.of("BUILD build.commands.build@3:13 = 3:13 a", "START run.command@5:12 = 5:12 b")),
                arguments(
                        ".platform.app.yaml",
                        "hooks:\n  build: |\n    a\n  deploy: b\nweb: {commands: {start: c}}\n",
                        List.of(
                                "BUILD hooks.build@3:5 = 3:5 a",
                                "DEPLOY hooks.deploy@4:11 = 4:11 b",
                                "START web.commands.start@5:25 = 5:25 c")),
                arguments(
                        "manifest.yml",
                        "applications:\n- name: x\n  command: a\n",
                        List.of("START applications.command@3:12 = 3:12 a")),
                arguments(
                        "wrangler.jsonc",
                        "{// c\n\"build\": {\"command\": \"a\"}}",
                        List.of("BUILD build.command@2:23 = 2:23 a")),
                arguments(
                        ".devcontainer/devcontainer.json",
                        "{\n// c\n\"postCreateCommand\": \"a\", \"onCreateCommand\": [\"b\", \"c\"], \"postStartCommand\": {\"x\": \"d\", \"y\": [\"e\"]}}",
                        List.of(
                                "HOOK DEVELOPMENT onCreateCommand@3:48 = 3:48 [b, c]",
                                        "HOOK DEVELOPMENT postCreateCommand@3:23 = 3:23 a",
                                "HOOK DEVELOPMENT postStartCommand.x@3:85 = 3:85 d",
                                        "HOOK DEVELOPMENT postStartCommand.y@3:96 = 3:96 [e]")),
                arguments(
                        ".gitpod.yml",
                        "tasks:\n  - init: a\n    command: b\n",
                        List.of(
                                "HOOK DEVELOPMENT tasks.init@2:11 = 2:11 a",
                                "HOOK DEVELOPMENT tasks.command@3:14 = 3:14 b")),
                arguments(
                        "nodemon.json",
                        "{\"exec\": \"a\", \"watch\": [\"x\"]}",
                        List.of("NONE DEVELOPMENT exec@1:11 = 1:11 a")),
                arguments(
                        "Procfile",
                        "# c\nweb: a\nrelease:   b --c\n\nnot a line\n",
                        List.of("START web@2:6 = 2:6 a", "DEPLOY release@3:12 = 3:12 b --c")),
                arguments("api/Procfile.dev", "web: a\r\n", List.of("NONE DEVELOPMENT web@1:6 in api = 1:6 a")),
                arguments(
                        ".ebextensions/01.config",
                        "container_commands:\n  01_migrate:\n    command: a\n    leader_only: true\n    env: {X: y}\ncommands:\n  b:\n    command: [c, d]\nfiles:\n  \"/opt/x.sh\":\n    content: |\n      #!/bin/sh\n      e\n  /etc/y.conf:\n    content: prisma db push\n",
                        List.of(
                                "DEPLOY commands.b.command@8:15 = 8:15 [c, d]",
                                "DEPLOY container_commands.01_migrate.command@3:14 = 3:14 a",
                                "DEPLOY x.sh@12:7 = 12:7 #!/bin/sh⏎e")),
                arguments(
                        "api/.platform/hooks/predeploy/01.sh",
                        "#!/bin/sh\na\n",
                        List.of("DEPLOY 01.sh@1:1 in api = 1:1 #!/bin/sh⏎a")),
                arguments(".kamal/hooks/pre-deploy", "a\n", List.of("DEPLOY pre-deploy@1:1 = 1:1 a")),
                arguments("web/.husky/pre-commit", "npx x\n", List.of("HOOK pre-commit@1:1 in web = 1:1 npx x")),
                arguments(
                        "lefthook.yml",
                        "pre-push:\n  parallel: true\n  commands:\n    t:\n      glob: '*.ts'\n      run: a\npost-merge:\n  jobs:\n    - name: y\n      run: b\n",
                        List.of("HOOK \"pre-push\"@6:12 = 6:12 a", "HOOK \"post-merge\"@10:12 = 10:12 b")),
                arguments(
                        ".lintstagedrc.json",
                        "{\"*.prisma\": [\"prisma format\"]}",
                        List.of("HOOK \"*.prisma\"@1:16 = 1:16 prisma format")),
                arguments(
                        ".pre-commit-config.yaml",
                        "repos:\n- repo: local\n  hooks:\n  - id: x\n    entry: a b\n    args: [--c]\n    language: system\n",
                        List.of("HOOK \"x\"@5:12 = 5:12 a b '--c'")),
                arguments(
                        "ecosystem.config.js",
                        "// c\nmodule.exports = {\n  apps: [{ name: 'api', script: 'npm', args: 'run start', cwd: './api' }, { script: 'a.js' }],\n  deploy: { production: { 'post-deploy': 'b && c', repo: 'x' } },\n};\n",
                        List.of(
                                "START \"api\"@3:34 in api = 3:34 npm run start",
                                "START \"\"@3:86 = 3:86 node a.js",
                                "DEPLOY \"post-deploy\"@4:43 = 4:43 b && c")),
                arguments(
                        "pm2.json",
                        "{\"apps\": [{\"script\": \"a.sh\", \"interpreter\": \"bash\"}]}",
                        List.of("START \"\"@1:23 = 1:23 bash a.sh")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachCommandIsFoundWhereItStands(String path, String text, List<String> lines) {
        assertThat(Extracted.project(path, text).lines(path)).isEqualTo(lines);
        assertThat(Extracted.project(path, text).misplaced(path)).isEmpty();
    }

    static Stream<String> others() {
        return Stream.of(
                "README.md",
                "docs/package.json.md",
                "src/app.json5",
                "tsconfig.json",
                "src/Makefile.java",
                "my-package.json",
                "application.yaml",
                "compose.yaml",
                ".platform/nginx/conf.d/x.conf",
                "Procfiles/x",
                "vercel.json.bak",
                "flying.toml",
                ".husky/README.md",
                "justfile.txt",
                "Cargo.toml",
                "config.toml",
                "manifest.json",
                "ecosystem.md");
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherFilesAreLeftAlone(String path) {
        assertThat(TaskFileKinds.ALL).noneMatch(kind -> kind.accepts(path));
    }

    @Test
    void whatAFileSetsIsTheEnvironmentOfItsCommands() {
        Extracted render = Extracted.project(
                "render.yaml",
                "services:\n- startCommand: a\n  envVars:\n  - key: NODE_ENV\n    value: test\n  - key: S\n    sync: false\n");
        assertThat(render.scripts("render.yaml").get(0).environment())
                .containsExactlyEntriesOf(Map.of("NODE_ENV", "test"));
        Extracted netlify =
                Extracted.project("netlify.toml", "[build]\ncommand = \"a\"\n[build.environment]\nX = \"y\"\n");
        assertThat(netlify.scripts("netlify.toml").get(0).environment()).containsEntry("X", "y");
    }

    @Test
    void linesThatAnAliasBringsFromElsewhereStaySeparate() {
        Extracted project = Extracted.project("buildspec.yml", "x: &x a\nphases:\n  build:\n    commands: [b, *x]\n");
        assertThat(project.lines("buildspec.yml")).containsExactly("CI phases.build.commands@4:16 = 4:16 b; 1:7 a");
    }
}
