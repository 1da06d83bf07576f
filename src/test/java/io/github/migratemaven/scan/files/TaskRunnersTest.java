package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskRunnersTest {
    private static final String BOMB = "${make}";

    static Stream<Arguments> makefiles() {
        return Stream.of(
                arguments("build:\n\t@npx prisma db push\n", List.of("BUILD make:build@1:1 = 2:3 npx prisma db push")),
                arguments(
                        "all: drop sync\n\ndrop:\n\t-x\nsync: ; @+y\n",
                        List.of(
                                "BUILD make:all@1:1 = →make:drop →make:sync",
                                "NONE make:drop@3:1 = 4:3 x",
                                "NONE make:sync@5:1 = 5:11 y")),
                arguments(
                        "dev:\n\tx\nreset:\n\ty\n",
                        List.of("NONE make:dev@1:1 = 2:2 x", "NONE make:reset@3:1 = 4:2 y")),
                arguments("configure:\n\tx\n", List.of("BUILD make:configure@1:1 = 2:2 x")),
                arguments(
                        ".DEFAULT_GOAL := web\ndb:\n\tx\nweb:\n\ty\n",
                        List.of("NONE make:db@2:1 = 3:2 x", "BUILD make:web@4:1 = 5:2 y")),
                arguments(
                        "F := flyway -x\nclean:\n\t${F} clean\n",
                        List.of("BUILD make:clean@2:1 = 3:2 flyway -x clean")),
                arguments("A = $(B)\nB = dropdb\nx:\n\t$(A) y\n", List.of("BUILD make:x@3:1 = 4:2 dropdb y")),
                arguments("A = a\nA += b\nA ?= c\nx:\n\t$(A)\n", List.of("BUILD make:x@4:1 = 5:2 a b")),
                arguments(
                        "x:\n\techo $$HOME $(NOPE) ${NOPE} $(shell pwd) $@\n",
                        List.of("BUILD make:x@1:1 = 2:2 echo $HOME ${NOPE} ${NOPE} $(pwd) x")),
                arguments(
                        "x:\n\t$(foreach a,b,c) $(info hi)z $(X:.c=.o)\n",
                        List.of("BUILD make:x@1:1 = 2:2 " + BOMB + " z " + BOMB)),
                arguments("x: a b\n\tcat $< $^\n", List.of("BUILD make:x@1:1 = →make:a →make:b; 2:2 cat a a b")),
                arguments(
                        "x:\n\tcd a && \\\n\t  push\n\ty\n",
                        List.of("BUILD make:x@1:1 = 2:2 cd a && \\⏎  push; 4:2 y")),
                arguments("x: a \\\n   b\n\ty\n", List.of("BUILD make:x@1:1 = →make:a →make:b; 3:2 y")),
                arguments("x: | order\n\ty\n", List.of("BUILD make:x@1:1 = →make:order; 2:2 y")),
                arguments(".PHONY: x y\nx y:\n\tz\n", List.of("BUILD make:x@2:1 = 3:2 z", "NONE make:y@2:3 = 3:2 z")),
                arguments(".ONESHELL:\nx:\n\tcd a\n\tb\n", List.of("BUILD make:x@2:1 = 3:2 cd a⏎b")),
                arguments(
                        "define run\n\tdocker run $(1)\nendef\nx:\n\t@$(call run,y)\n",
                        List.of("BUILD make:x@4:1 = 5:3 docker run y")),
                arguments("# x:\n#\ty\nz: # w\n\tv # u\n", List.of("BUILD make:z@3:1 = 4:2 v # u")),
                arguments("x:\nifeq ($(A),b)\n\ty\nelse\n\tz\nendif\n", List.of("BUILD make:x@1:1 = 3:2 y; 5:2 z")),
                arguments("x: A = b\nx:\n\t$(A)\n", List.of("BUILD make:x@2:1 = 3:2 b")),
                arguments("x:\r\n\ty\r\n", List.of("BUILD make:x@1:1 = 2:2 y")),
                arguments("x::\n\ty\nx:: z\n", List.of("BUILD make:x@1:1 = →make:z; 2:2 y")),
                arguments(
                        "%.o: %.c\n\tcc\nx:\n\ty\n", List.of("NONE make:%.o@1:1 = 2:2 cc", "BUILD make:x@3:1 = 4:2 y")),
                arguments("D = a b\nx: $(D)\n", List.of("BUILD make:x@2:1 = →make:a →make:b")),
                arguments("x:\n\n\ty\n\nA = b\n\tz\n", List.of("BUILD make:x@1:1 = 3:2 y; 6:2 z")),
                arguments("test: db\n\ty\n", List.of("NONE TEST make:test@1:1 = →make:db; 2:2 y")),
                arguments("just text\n\tand a tab\n", List.of()),
                arguments("A=$(A)\nx:\n\t$(A)y\n", List.of("BUILD make:x@2:1 = 3:2 $(A)y")));
    }

    @ParameterizedTest
    @MethodSource("makefiles")
    void eachRecipeLineOfAMakefileIsFoundWhereItStands(String text, List<String> lines) {
        assertThat(Extracted.project("Makefile", text).lines("Makefile")).isEqualTo(lines);
        assertThat(Extracted.project("Makefile", text).misplaced("Makefile")).isEmpty();
    }

    @Test
    void exportedVariablesOfAMakefileAreItsRecipesEnvironment() {
        Extracted project =
                Extracted.project("Makefile", "H=localhost\nexport URL=postgres://$(H)/x\nA=b\nexport A\nx:\n\ty\n");
        assertThat(project.scripts("Makefile").get(0).environment())
                .containsOnly(java.util.Map.entry("URL", "postgres://localhost/x"), java.util.Map.entry("A", "b"));
    }

    @Test
    void whatAMakefileIncludesCountsAsWrittenInIt() {
        Extracted project = Extracted.project(
                "Makefile",
                "include mk/*.mk\n-include none.mk\nall: push\n",
                "mk/db.mk",
                "push:\n\t$(P) db push\nP = prisma\n");
        assertThat(project.lines("Makefile"))
                .containsExactly("NONE make:push@1:1 = 2:2 prisma db push", "BUILD make:all@3:1 = →make:push");
        assertThat(project.scripts("Makefile").get(0).position().file()).isEqualTo("mk/db.mk");
        assertThat(project.lines("mk/db.mk")).isEmpty();
        assertThat(Extracted.project("x/db.mk", "push:\n\ty\n").lines("x/db.mk"))
                .containsExactly("NONE make:db.mk:push@1:1 in x = 2:2 y");
    }

    @Test
    void aMakefileThatIncludesItselfIsReadOnce() {
        assertThat(Extracted.project("Makefile", "include Makefile\nx:\n\ty\n").lines("Makefile"))
                .hasSize(1);
    }

    static Stream<Arguments> tasks() {
        return Stream.of(
                arguments(
                        "justfile",
                        "reset:\n  @sqlx database drop\n",
                        List.of("NONE just:reset@1:1 = 2:4 sqlx database drop")),
                arguments(
                        "Justfile",
                        "x := \"y\"\nbuild a='b:c' *d: pre (dep \"q\") && post\n    {{x}} {{ a }}\n",
                        List.of("BUILD just:build@2:1 = →just:pre →just:dep; 3:5 y ${just}; →just:post")),
                arguments(
                        "justfile",
                        "# c\nset shell := [\"bash\", \"-c\"]\nalias b := build\n[private]\n@build:\n    -a \\\n      b\n    # no\n    c\n",
                        List.of("NONE just:b@3:1 = →just:build", "BUILD just:build@5:2 = 6:6 a \\⏎      b; 9:5 c")),
                arguments(
                        "justfile",
                        "x:\n    #!/usr/bin/env bash\n    cd a\n    b\ny:\n    #!/usr/bin/env python\n    c\n",
                        List.of("BUILD just:x@1:1 = 2:5 #!/usr/bin/env bash⏎cd a⏎b", "NONE just:y@5:1 = ")),
                arguments("justfile", "not a recipe\nurl := 'http://x'\n", List.of()),
                arguments(
                        "Taskfile.yml",
                        "version: '3'\ntasks:\n  build:\n    cmds:\n      - a\n      - cmd: b\n      - task: c\n      - defer: d\n  c: e\n  f: [g]\n",
                        List.of(
                                "BUILD task:build@3:3 = 5:9 a; 6:14 b; →task:c; 8:16 d",
                                "NONE task:c@9:3 = 9:6 e",
                                "NONE task:f@10:3 = 10:7 g")),
                arguments(
                        "Taskfile.yml",
                        "vars: {T: prisma}\ntasks:\n  default:\n    deps: [a, {task: b}]\n    dir: web\n    aliases: [d]\n    cmd: '{{.T}} db push {{.CLI_ARGS}}'\n",
                        List.of(
                                "BUILD task:default@3:3 in web = →task:a; →task:b; 7:11 prisma db push ${task}",
                                "BUILD task:d@3:3 in web = →task:default")),
                arguments(
                        "Taskfile.yml",
                        "tasks:\n  x:\n    cmds:\n      - |\n        a\n        b\n",
                        List.of("NONE task:x@2:3 = 5:9 a⏎b")),
                arguments(
                        "Rakefile",
                        "task :build => [:a, 'db:drop'] do |t, args|\n  sh \"rails db:reset\" if x\nend\n",
                        List.of("BUILD rake:build@1:1 = 1:18 [rake, a]; 1:22 [rake, db:drop]; 2:7 rails db:reset")),
                arguments(
                        "lib/tasks/db.rake",
                        "namespace :db do\n  desc 'x'\n  task :prepare do\n    if y\n      Rake::Task['db:drop'].invoke\n    end\n  end\n  task drop: :environment do\n    system('dropdb', 'x')\n  end\nend\ntask default: %w[]\n",
                        List.of(
                                "BUILD rake:db:prepare@3:3 = 5:7 [rake, db:drop]",
                                "NONE rake:db:drop@8:3 = 8:15 [rake, environment]; 9:13 [dropdb, x]",
                                "BUILD rake:default@12:1 = ")),
                arguments(
                        "Rakefile",
                        "Rake::Task['assets:precompile'].enhance(['a']) do\n  `x #{y}`\n  %x(z)\nend\n",
                        List.of("BUILD rake:assets:precompile@1:1 = 1:43 [rake, a]; 2:4 x ${ruby}; 3:6 z")),
                arguments("Rakefile", "# task :x do\n# sh 'y'\nputs \"sh 'z'\"\n=begin\ntask :a\n=end\n", List.of()),
                arguments(
                        "Rakefile",
                        "task :x do\n  puts 'rake db:drop'\n  desc \"system\"\nend\n",
                        List.of("NONE rake:x@1:1 = ")),
                arguments(
                        "mix.exs",
                        "defp aliases do\n  [\n    setup: [\"deps.get\", \"ecto.reset\"],\n    # no: [\"x\"],\n    \"ecto.reset\": [\"ecto.drop\"],\n    test: \"test\",\n    b: [\"cmd --cd assets npm i\", &f/1]\n  ]\nend\n",
                        List.of(
                                "BUILD mix:setup@3:5 = 3:14 mix deps.get; 3:26 mix ecto.reset",
                                "NONE mix:ecto.reset@5:6 = 5:21 mix ecto.drop",
                                "NONE TEST mix:test@6:5 = 6:12 mix test",
                                "NONE mix:b@7:5 = 7:26 npm i")),
                arguments(
                        "mix.exs", "def project do\n [app: :x, aliases: aliases(), deps: [\"y\"]]\nend\n", List.of()));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void eachTaskIsFoundWhereItStands(String path, String text, List<String> lines) {
        assertThat(Extracted.project(path, text).lines(path)).isEqualTo(lines);
        assertThat(Extracted.project(path, text).misplaced(path)).isEmpty();
    }

    @Test
    void tasksOfAnIncludedTaskfileHaveItsName() {
        Extracted project = Extracted.project(
                "Taskfile.yml",
                "includes:\n  db: ./tasks/db.yml\n  web: {taskfile: web, dir: web}\n",
                "tasks/db.yml",
                "tasks:\n  push:\n    cmds: [{task: gen}, {task: ':root'}, x]\n",
                "web/Taskfile.yml",
                "tasks: {build: y}\n");
        assertThat(project.lines("Taskfile.yml"))
                .containsExactly(
                        "NONE task:db:push@2:3 = →task:db:gen; →task:root; 3:42 x",
                        "BUILD task:web:build@1:9 in web = 1:16 y");
        assertThat(project.scripts("Taskfile.yml").get(0).position().file()).isEqualTo("tasks/db.yml");
    }

    @Test
    void rakeIsStartedWhereTheRakefileIs() {
        Extracted project = Extracted.project("api/Rakefile", "", "api/lib/tasks/x.rake", "task :y do\nend\n");
        assertThat(project.scripts("api/lib/tasks/x.rake").get(0).id().folder()).isEqualTo("api");
    }
}
