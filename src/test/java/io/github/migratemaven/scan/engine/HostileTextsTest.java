package io.github.migratemaven.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts that a careless reader would take for ever, or for a thousand times their size, to read. */
class HostileTextsTest extends HostileRepository {
    @TestFactory
    Stream<DynamicTest> hostileTextsCostBoundedWork() {
        int many = 100_000;
        String bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
                + repeated(40, i -> "a" + (i + 1) + ": &a" + (i + 1) + " [" + ("*a" + i + ", ").repeat(9) + "]\n")
                + "jobs:\n  a:\n    steps: *a40\n";
        return Stream.of(
                        text(
                                "package.json",
                                "{\"scripts\":{\"build\":\"" + "npm run build && ".repeat(600_000) + "x\"}}"),
                        text(
                                "package.json",
                                "{\"scripts\":{" + repeated(many, i -> "\"s" + i + "\":\"npm run s" + (i + 1) + "\",")
                                        + "\"build\":\"npm run s0\"}}"),
                        text(
                                "package.json",
                                "{\"scripts\":{" + repeated(many, i -> "\"s" + i + "\":\"run-p s*\",")
                                        + "\"build\":\"run-p 's*'\"}}"),
                        text(
                                "package.json",
                                "{\"scripts\":{" + repeated(20_000, i -> "\"s" + i + "\":\"turbo run build\",")
                                        + "\"build\":\"turbo run build\"}}"),
                        text("package.json", "{\"a\":".repeat(many) + "1" + "}".repeat(many)),
                        text("package.json", "[".repeat(5_000_000)),
                        text(
                                "package.json",
                                "{\"scripts\":{\"build\":\"npm run a\",\"a\":\"npm run b\",\"b\":\"npm run build\"}}"),
                        text(
                                ".gitlab-ci.yml",
                                "a:\n  extends: a\n  script: [x]\nb:\n  extends: [c, b]\nc:\n  extends: b\n"),
                        text(
                                ".gitlab-ci.yml",
                                "include: [.gitlab-ci.yml, /.gitlab-ci.yml]\na:\n  script: !reference [a, script]\n"),
                        text(".gitlab-ci.yml", bomb),
                        text(".github/workflows/a.yml", bomb),
                        text(".github/workflows/a.yml", repeated(2_000, i -> " ".repeat(i) + "a:\n")),
                        text(".github/workflows/a.yml", "[".repeat(many)),
                        text(".github/workflows/a.yml", "- ".repeat(many)),
                        text(".github/workflows/a.yml", "? ".repeat(many)),
                        text("docker-compose.yml", bomb),
                        text("k8s/a.yaml", bomb),
                        text("application.yml", bomb),
                        text("a.sh", " ".repeat(1_000_000)),
                        text("a.sh", "'".repeat(999_999)),
                        text("a.sh", "\"".repeat(999_999)),
                        text("a.sh", "\\".repeat(999_999)),
                        text("a.sh", "`".repeat(999_999)),
                        text("a.sh", "(".repeat(many)),
                        text("a.sh", "$(".repeat(many)),
                        text("a.sh", "${a:-".repeat(many)),
                        text("a.sh", "\"$(".repeat(many)),
                        text("a.sh", "$((".repeat(many)),
                        text("a.sh", "{ ".repeat(many)),
                        text("a.sh", "if ".repeat(many)),
                        text("a.sh", "case a in ".repeat(many)),
                        text("a.sh", "a() {\n".repeat(50_000)),
                        text("a.sh", "a | ".repeat(200_000)),
                        text("a.sh", "cat <<A\n".repeat(100_000)),
                        text("a.sh", "cat <<" + "x".repeat(900_000)),
                        text("a.sh", "sh -c ".repeat(100_000)),
                        text("a.sh", "eval ".repeat(100_000)),
                        text("a.sh", "sudo ".repeat(100_000) + "x"),
                        text("a.sh", "a=$a$a\n".repeat(50_000) + "$a\n"),
                        text("a.sh", "a=b" + repeated(60, i -> "\na=$a$a") + "\n$a\n"),
                        text("a.sh", "./a.sh\n. ./a.sh\nsource a.sh\n".repeat(20_000)),
                        text("a.ps1", "$(".repeat(many)),
                        text("a.ps1", "@'\n".repeat(many)),
                        text("a.cmd", "^".repeat(900_000)),
                        text("a.cmd", "if a==b (".repeat(many)),
                        text("Makefile", "include Makefile\na: a\n\t$(MAKE) a\n"),
                        text("Makefile", "A=$(A)$(A)\nb:\n\t$(A)\n" + "A+=$(A)\n".repeat(10_000)),
                        text("Makefile", "a: " + "b ".repeat(400_000) + "\n\tx\n"),
                        text("Makefile", repeated(50_000, i -> "t" + i + ": t" + (i + 1) + "\n\tx\n")),
                        text("Taskfile.yml", "includes:\n  a: ./Taskfile.yml\ntasks:\n  a:\n    cmds: [task: a]\n"),
                        text("justfile", "a: a\n" + "import 'justfile'\n".repeat(1000)),
                        text("Dockerfile", "RUN ".repeat(200_000)),
                        text("Dockerfile", "FROM a\n" + "RUN \\\n".repeat(150_000)),
                        text("Jenkinsfile", "node { ".repeat(100_000)),
                        text("Jenkinsfile", "sh '''".repeat(100_000)),
                        text("pom.xml", "<a>".repeat(200_000)),
                        text(
                                "pom.xml",
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><project>&b;</project>"),
                        text("pom.xml", "<project>" + "<a b='c'/>".repeat(300_000) + "</project>"),
                        text("build.gradle", "exec { ".repeat(100_000)),
                        text("application.properties", "a=${a}\n".repeat(100_000)),
                        text("fly.toml", "[a.".repeat(300_000)),
                        text("fly.toml", "a = \"\"\"".repeat(100_000)),
                        text("scripts/a.ts", "exec(".repeat(180_000)),
                        text("scripts/a.ts", "exec  (".repeat(120_000)),
                        text("scripts/a.ts", "exec('".repeat(150_000)),
                        text("scripts/a.ts", "`".repeat(900_000)),
                        text("scripts/a.js", "a".repeat(500_000) + "`".repeat(400_000)),
                        text(".gitignore", "**/".repeat(1_300) + "a\n" + ("*a".repeat(2_000) + "b\n").repeat(200)),
                        text(".gitignore", "[".repeat(1_000_000)),
                        text(".gitignore", ("[".repeat(4_000) + "\n").repeat(240)),
                        text(".gitignore", "a*b*c*\n".repeat(140_000)))
                .map(hostile -> DynamicTest.dynamicTest(
                        hostile.path() + " "
                                + hostile.text()
                                        .substring(
                                                0, Math.min(30, hostile.text().length())),
                        () -> {
                            empty(root());
                            finding();
                            write(hostile.path(), hostile.text());
                            write("a/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/aaaaaaaaaaaaaaaaaaaaaaaaaaaa/c.sh", "true\n");
                            assertThat(errors()).contains(".github/workflows/beside.yml:6");
                        }));
    }

    private record Hostile(String path, String text) {}

    private static Hostile text(String path, String text) {
        return new Hostile(path, text);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String repeated(int times, IntFunction<String> text) {
        return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining());
    }
}
