package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PackageManagersTest {
    static Stream<Arguments> files() {
        return Stream.of(
                arguments(
                        "package.json",
                        "{\"scripts\": {\"build\": \"next build\"}}",
                        List.of("BUILD build@1:14 = 1:24 next build")),
                arguments(
                        "packages/db/package.json",
                        "{\n  \"scripts\": {\n    \"push\": \"prisma db push\"\n  }\n}",
                        List.of("NONE push@3:5 in packages/db = 3:14 prisma db push")),
                arguments(
                        "package.json",
                        "{\"scripts\": {\n\"prebuild\": \"a\",\n\"build\": \"b\",\n\"postbuild\": \"c\"}}",
                        List.of(
                                "BUILD prebuild@2:1 = 2:14 a",
                                "BUILD build@3:1 = →prebuild; 3:11 b; →postbuild",
                                "BUILD postbuild@4:1 = 4:15 c")),
                arguments(
                        "package.json",
                        "{\"scripts\": {\"test\": \"jest\", \"seed\": 1, \"x\": null, \"y\": [\"z\"]}}",
                        List.of("NONE TEST test@1:14 = 1:23 jest", "NONE seed@1:30 = 1:38 1")),
                arguments(
                        "package.json",
                        "{\"scripts\": {\"a\": \"echo \\\"x\\\" && y\"}}",
                        List.of("NONE a@1:14 = 1:20 echo \"x\" && y")),
                arguments("package.json", "{\"prisma\": {\"seed\": \"tsx seed.ts\"}, \"build\": \"x\"}", List.of()),
                arguments("package.json", "{\"scripts\": \"build\"}", List.of()),
                arguments(
                        "package.json", "{\"scripts\": {\"build\": \"a\", oops", List.of("BUILD build@1:14 = 1:24 a")),
                arguments("package.json", "[]", List.of()),
                arguments(
                        "package.json",
                        "{\"husky\": {\"hooks\": {\"pre-push\": \"npm t\"}},\n \"lint-staged\": {\"*.ts\": [\"eslint\", \"prettier\"]}}",
                        List.of(
                                "HOOK \"pre-push\"@1:35 = 1:35 npm t",
                                "HOOK \"*.ts\"@2:28 = 2:28 eslint",
                                "HOOK \"*.ts\"@2:38 = 2:38 prettier")),
                arguments(
                        "package.json",
                        "{\"nodemonConfig\": {\"exec\": \"x\", \"ignore\": [\"y\"], \"events\": {\"start\": \"z\"}}}",
                        List.of("NONE DEVELOPMENT exec@1:29 = 1:29 x", "NONE DEVELOPMENT events.start@1:71 = 1:71 z")),
                arguments(
                        "package.json",
                        "{\"nx\": {\"targets\": {\"push\": {\"command\": \"x\"}}}}",
                        List.of("NONE nx:push@1:21 = 1:42 x", "NONE nx::push@1:21 = →nx:push")),
                arguments(
                        "libs/db/project.json",
                        "{\"name\": \"db\", \"targets\": {\n\"build\": {\"dependsOn\": [\"push\", \"^build\", \"api:gen\"], \"command\": \"tsc\"},\n"
                                + "\"push\": {\"executor\": \"nx:run-commands\", \"options\": {\"commands\": [\"a\", {\"command\": \"b\"}], \"cwd\": \"libs/db\"}}}}",
                        List.of(
                                "BUILD nx:build@2:1 = →libs/db/nx:push →libs/db/nx:api:gen →nx:api:gen; 2:67 tsc",
                                "NONE nx:db:build@2:1 in libs/db = →libs/db/nx:build",
                                "NONE nx:push@3:1 in libs/db = 3:67 a; 3:84 b",
                                "NONE nx:db:push@3:1 in libs/db = →libs/db/nx:push")),
                arguments(
                        "workspace.json",
                        "{\"projects\": {\"api\": {\"root\": \"apps/api\", \"targets\": {\"serve\": {\"options\": {\"command\": \"x\"}}}}}}",
                        List.of("NONE nx:serve@1:55 = 1:89 x", "NONE nx:api:serve@1:55 = →apps/api/nx:serve")),
                arguments(
                        "project.json",
                        "{\"name\":\"a\",\"targets\": {\"x\": {\"dependsOn\": [{\"target\": \"y\", \"projects\": [\"b\"]}]}}}",
                        List.of("NONE nx:x@1:25 = →nx:b:y", "NONE nx:a:x@1:25 = →nx:x")),
                arguments(
                        "composer.json",
                        "{\"scripts\": {\n\"post-install-cmd\": [\"@php artisan migrate\", \"@fresh\", \"App\\\\X::y\"],\n\"fresh\": \"@putenv A=b\"}}",
                        List.of(
                                "BUILD composer:post-install-cmd@2:1 = 2:24 php artisan migrate; →composer:fresh; ",
                                "NONE composer:fresh@3:1 = 3:11 export A=b")),
                arguments(
                        "composer.json",
                        "{\"scripts\": {\"auto-scripts\": {\"cache:clear\": \"symfony-cmd\"}, \"post-update-cmd\": \"x\"}}",
                        List.of(
                                "BUILD composer:auto-scripts@1:14 = 1:32 php bin/console cache:clear",
                                "NONE composer:post-update-cmd@1:62 = 1:82 x")),
                arguments(
                        "deno.json",
                        "{\"tasks\": {\"build\": \"x\", // c\n\"db\": {\"command\": \"y\", \"dependencies\": [\"build\"]},}}",
                        List.of("BUILD deno:build@1:12 = 1:22 x", "NONE deno:db@2:1 = →deno:build; 2:20 y")),
                arguments(
                        "Pipfile",
                        "[scripts]\nserver = \"python manage.py runserver\"\nflush = {call = \"x:y\", cmd = 'a'}\n",
                        List.of(
                                "NONE pipenv:server@2:1 = 2:11 python manage.py runserver",
                                "NONE pipenv:flush@3:1 = 3:31 a")),
                arguments(
                        "pyproject.toml",
                        "[tool.poe.tasks]\na = \"x\"\nb = [\"a\", {cmd = \"y\"}]\n[tool.poe.tasks.c]\nshell = \"\"\"\nz\n\"\"\"\ndeps = [\"a\"]\n[tool.poetry.scripts]\nno = \"m:f\"\n",
                        List.of(
                                "NONE poe:a@2:1 = 2:6 x",
                                "NONE poe:b@3:1 = →poe:a; 3:19 y",
                                "NONE poe:c@4:17 = →poe:a; 6:1 z")),
                arguments(
                        "pyproject.toml",
                        "[tool.pdm.scripts]\nstart = \"x\"\nall = {composite = [\"start\"]}\n[tool.taskipy.tasks]\nbuild = \"y\"\n",
                        List.of(
                                "START pdm:start@2:1 = 2:10 x",
                                "BUILD pdm:all@3:1 = →pdm:start",
                                "BUILD task:build@5:1 = 5:10 y")),
                arguments(
                        "mise.toml",
                        "[tasks.reset]\nrun = [\"a\", \"b\"]\ndepends = ['build --x']\n",
                        List.of("NONE mise:reset@1:8 = →mise:build; 2:9 a⏎b")),
                arguments(
                        "Makefile.toml",
                        "[tasks.build]\ncommand = \"diesel\"\nargs = [\"database\", \"reset\"]\ndependencies = [\"x\"]\n",
                        List.of("BUILD cargo-make:build@1:8 = →cargo-make:x; 2:12 diesel 'database' 'reset'")),
                arguments(
                        "tox.ini",
                        "[tox]\nenvlist = py\n[testenv]\ndeps = x\ncommands =\n    -a b\n    # no\n    c\n[testenv:lint]\ncommands = d\n",
                        List.of("CI TEST tox:testenv@3:1 = 6:6 a b; 8:5 c", "CI TEST tox:lint@9:1 = 10:12 d")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachScriptIsFoundWhereItStands(String path, String text, List<String> lines) {
        assertThat(Extracted.project(path, text).lines(path)).isEqualTo(lines);
        assertThat(Extracted.project(path, text).misplaced(path)).isEmpty();
    }

    @Test
    void aTurboTaskIsWhatItDependsOnAndTheScriptsOfThatNameBelow() {
        Extracted project = Extracted.project(
                "turbo.json",
                "{\"tasks\": {\n\"build\": {\"dependsOn\": [\"^build\", \"db#push\", \"$ENV\"]},\n\"//#x\": {},\n\"db#push\": {}}}",
                "package.json",
                "{\"name\": \"root\"}",
                "packages/db/package.json",
                "{\"name\": \"db\"}",
                "apps/web/package.json",
                "{\"name\": \"web\"}");
        assertThat(project.lines("turbo.json"))
                .containsExactly(
                        "NONE turbo:build@2:1 = →turbo:build →packages/db/push →packages/db/build →apps/web/build",
                        "NONE turbo:x@3:1 = →x",
                        "NONE turbo:push@4:1 = →packages/db/push");
    }

    @Test
    void anOldPipelineIsReadToo() {
        assertThat(Extracted.project("turbo.json", "{\"pipeline\": {\"build\": {\"dependsOn\": [\"gen\"]}}}")
                        .lines("turbo.json"))
                .containsExactly("NONE turbo:build@1:15 = →turbo:gen");
    }

    @Test
    void nxTakesDependenciesFromTheWorkspaceWhereATargetHasNone() {
        Extracted project = Extracted.project(
                "nx.json",
                "{\"targetDefaults\": {\"build\": {\"dependsOn\": [\"push\"]}}}",
                "a/project.json",
                "{\"targets\": {\"build\": {\"command\": \"x\"}}}");
        assertThat(project.lines("a/project.json")).first().isEqualTo("BUILD nx:build@1:14 = →a/nx:push; 1:36 x");
    }
}
