package io.github.migratemaven.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Severity;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whole repositories made to hurt: the scan ends, stays in the root, runs nothing, and still finds what stands beside. */
class HostileRepositoryTest {
    /** Far beyond what any of these takes; work that grows with the square of the input would not end within it. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String PUSH = "npx prisma db push --accept-data-loss";
    private static final String WORKFLOW = "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ";

    @TempDir
    Path outer;

    private Path root() {
        return outer.resolve("root");
    }

    private Path write(String path, String text) throws IOException {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String path, byte[] bytes) throws IOException {
        Path file = root().resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private List<Finding> scan() {
        return assertTimeoutPreemptively(
                LIMIT,
                () -> Bans.scan(root(), ScanOptions.defaults(LocalDate.of(2026, 11, 23)))
                        .findings());
    }

    private List<String> errors() {
        return scan().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(f -> f.position().orElseThrow().file() + ":"
                        + f.position().orElseThrow().line())
                .toList();
    }

    /** What stands beside the hostile file must still be found. */
    private void finding() throws IOException {
        write(".github/workflows/beside.yml", WORKFLOW + PUSH + "\n");
    }

    private static String repeated(int times, java.util.function.IntFunction<String> text) {
        return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining());
    }

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
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Test
    void nothingIsExecuted() throws IOException {
        Path proof = outer.resolve("executed");
        String touch = "touch " + proof;
        write(
                "package.json",
                "{\"scripts\":{\"preinstall\":\"" + touch + "\",\"build\":\"$(" + touch + ") && `" + touch + "`\"}}");
        write("a.sh", "#!/bin/sh\n" + touch + "\nx=$(" + touch + ")\neval '" + touch + "'\n");
        write("Makefile", "X := $(shell " + touch + ")\nall:\n\t" + touch + "\n");
        write("Jenkinsfile", "node { sh '" + touch + "' }\n");
        write("build.gradle", "exec { commandLine 'touch', '" + proof + "' }\n");
        write("application.yml", "a: !!javax.script.ScriptEngineManager [x]\n");
        finding();

        assertThat(errors()).hasSize(1);
        assertThat(proof).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatLinksLeadOutOfTheRootIsNotRead() throws IOException {
        Path outside = Files.writeString(outer.resolve("x.sh"), "#!/bin/sh\n" + PUSH + "\n");
        Files.createDirectories(outer.resolve("folder/.github/workflows"));
        Files.writeString(outer.resolve("folder/.github/workflows/a.yml"), WORKFLOW + PUSH + "\n");
        Files.writeString(outer.resolve("folder/package.json"), "{\"scripts\":{\"build\":\"" + PUSH + "\"}}");
        write(
                "package.json",
                "{\"scripts\":{\"build\":\"../x.sh && ./linked.sh && sh " + outside + " && sh a/../../x.sh\"}}");
        write("Makefile", "include ../x.mk\nall:\n\t../x.sh\n\t$(MAKE) -C ../folder\n");
        write(".gitlab-ci.yml", "include: ../folder/.github/workflows/a.yml\na:\n  script: [../x.sh]\n");
        write("a.sh", "psql -f ../x.sql\nsource ../x.sh\n");
        Files.writeString(outer.resolve("x.sql"), "DROP SCHEMA public CASCADE;\n");
        Files.createSymbolicLink(root().resolve("linked.sh"), outside);
        Files.createSymbolicLink(root().resolve("absolute"), outer.resolve("folder"));
        Files.createSymbolicLink(root().resolve(".github"), Path.of("../folder/.github"));
        Files.createSymbolicLink(root().resolve("chain.sh"), Path.of("linked.sh"));

        assertThat(scan()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksThatLoopEnd() throws IOException {
        finding();
        Files.createSymbolicLink(root().resolve("self"), Path.of("self"));
        Files.createSymbolicLink(root().resolve("up"), Path.of("."));
        Files.createDirectories(root().resolve("a/b"));
        Files.createSymbolicLink(root().resolve("a/b/up"), Path.of("../.."));
        Files.createSymbolicLink(root().resolve("one.sh"), Path.of("two.sh"));
        Files.createSymbolicLink(root().resolve("two.sh"), Path.of("one.sh"));

        assertThat(errors()).containsExactly(".github/workflows/beside.yml:6");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsNoRegularFileIsNotOpened() throws Exception {
        finding();
        assumeTrue(new ProcessBuilder("mkfifo", root() + "/package.json", root() + "/a.sh", root() + "/.gitignore")
                        .start()
                        .waitFor()
                == 0);
        Files.createSymbolicLink(root().resolve("b.sh"), Path.of("/dev/zero"));
        Files.createSymbolicLink(root().resolve("Makefile"), Path.of("a.sh"));
        Files.createDirectories(root().resolve("Dockerfile"));
        Files.createDirectories(root().resolve("Jenkinsfile/pom.xml"));

        assertThat(errors()).containsExactly(".github/workflows/beside.yml:6");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatMayNotBeReadIsNotThere() throws IOException {
        finding();
        Path file = write("a.sh", PUSH + "\n");
        Path folder = write("closed/b.sh", "true\n").getParent();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
        try {
            boolean root = Files.isReadable(file);
            assertThat(errors()).hasSize(root ? 2 : 1);
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFileOfManyGigabytesIsNotReadIntoMemory() throws IOException {
        finding();
        try (RandomAccessFile sparse =
                new RandomAccessFile(write("package.json", "{").toFile(), "rw")) {
            sparse.setLength(5L << 30);
        }

        assertThat(errors()).containsExactly(".github/workflows/beside.yml:6");
    }

    @Test
    void binaryFilesWithNamesOfScriptsSayNothing() throws IOException {
        finding();
        byte[] binary = ("#!/bin/sh\n" + PUSH + "\n\0\1\2").getBytes(StandardCharsets.UTF_8);
        for (String name :
                List.of("a.sh", "Makefile", "package.json", "Dockerfile", "Jenkinsfile", "pom.xml", "bin/deploy")) {
            write(name, binary);
        }

        assertThat(errors()).containsExactly(".github/workflows/beside.yml:6");
    }

    @Test
    void otherEncodingsAreReadAndBrokenOnesDoNotHideTheRest() throws IOException {
        for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-8")) {
            write("x" + charset + "/a.sh", ("\uFEFF#!/bin/sh\n" + PUSH + "\n").getBytes(Charset.forName(charset)));
        }
        write("broken/a.sh", concat(new byte[] {'#', (byte) 0xC3, '(', (byte) 0xFF, (byte) 0xFE, '\n'}, PUSH + "\n"));

        assertThat(errors()).containsExactly("broken/a.sh:2", "xUTF-16BE/a.sh:2", "xUTF-16LE/a.sh:2", "xUTF-8/a.sh:2");
    }

    private static byte[] concat(byte[] head, String tail) {
        byte[] rest = tail.getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void namesWithControlCharactersCannotForgeOutput() throws IOException {
        write("a\n::error::forged\u001b[2J\r/b.sh", PUSH + "\n");
        BanVerdict verdict = BanVerdict.of(new BanRequest(root(), false, "allow"));

        assertThat(verdict.errors()).hasSize(1);
        assertThat(verdict.message())
                .doesNotContain("\u001b")
                .doesNotContain("\r")
                .doesNotContain("\n::error::forged");
    }

    @Test
    void folderAfterFolderEnds() throws IOException {
        finding();
        write("a/".repeat(150) + "b.sh", PUSH + "\n");

        assertThat(errors()).containsExactly(".github/workflows/beside.yml:6");
    }
}
