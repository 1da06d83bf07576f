package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.migratemaven.scan.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTreeTest {
    @TempDir
    Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ProjectTree tree() throws IOException {
        return ProjectTree.of(root, ProjectTree.Limits.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "*.sh, a.sh, true",
        "*.sh, x/a.sh, true",
        "/a.sh, a.sh, true",
        "/a.sh, x/a.sh, false",
        "x/a.sh, x/a.sh, true",
        "x/a.sh, y/x/a.sh, false",
        "x/, x/a.sh, true",
        "a.sh/, a.sh, false",
        "**/a.sh, x/y/a.sh, true",
        "x/**, x/y/a.sh, true",
        "x/**/a.sh, x/a.sh, true",
        "x/**/a.sh, x/y/z/a.sh, true",
        "'# a.sh', a.sh, false",
        "'a.sh  ', a.sh, true",
        "a?sh, a.sh, true",
        "[ab].sh, a.sh, true",
        "[!ab].sh, a.sh, false",
        "x*, x/a.sh, true",
        "*.SH, a.sh, false",
        "'*.sh;!a.sh', a.sh, false",
        "'!a.sh;*.sh', a.sh, true",
        "'x/;!x/a.sh', x/a.sh, true",
        "'/*;!/x', x/a.sh, false",
        "'\\#a', '#a', true",
        "'a**b', axb, true"
    })
    void aGitignoreIsUnderstood(String patterns, String path, boolean ignored) throws IOException {
        write(".gitignore", patterns.replace(';', '\n'));
        write(path, "x");
        assertThat(tree().paths().contains(path)).isEqualTo(!ignored);
    }

    @Test
    void aDeeperGitignoreHasTheLastWord() throws IOException {
        write(".gitignore", "*.sh\n");
        write("x/.gitignore", "!a.sh\n/b\n");
        write("x/a.sh", "");
        write("x/c.sh", "");
        write("x/b", "");
        write("b", "");
        assertThat(tree().paths()).containsExactly(".gitignore", "b", "x/.gitignore", "x/a.sh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git/hooks/pre-commit",
                "node_modules/a/package.json",
                "x/node_modules/a/package.json",
                "target/x.sh",
                "dist/package.json",
                ".next/a.js",
                "third_party/a.sh",
                "a.min.js",
                "vendor/autoload.php",
                "build/libs/a.txt",
                "out/index.html",
                "src/generated/a.sh",
                ".venv/bin/activate",
                "x/a.js.map"
            })
    void whatNobodyWroteIsLeftOut(String path) throws IOException {
        write(path, "x");
        assertThat(tree().paths()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build/deploy.sh",
                "build/Dockerfile",
                "vendor/mine/a.sh",
                "out/notes",
                "bin/x",
                "scripts/targets/a.sh",
                ".github/workflows/a.yml"
            })
    void whatSomebodyMayHaveWrittenIsThere(String path) throws IOException {
        write(path, "x");
        assertThat(tree().paths()).containsExactly(path);
    }

    @Test
    void aGradleProjectsBuildFolderIsOutput() throws IOException {
        write("build.gradle", "");
        write("build/x", "");
        assertThat(tree().paths()).containsExactly("build.gradle");
    }

    @Test
    void includesAndExcludesChoose() throws IOException {
        write("a/x.sh", "");
        write("a/b/y.sh", "");
        write("c/z.sh", "");
        write("c/z.txt", "");
        var limits = new ProjectTree.Limits(List.of("**/*.sh"), List.of("a/b"), 100, 100);
        assertThat(ProjectTree.of(root, limits).paths()).containsExactly("a/x.sh", "c/z.sh");
    }

    @Test
    void linksNeverLeadOutOfTheRootNorInCircles(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.sh"), "x");
        write("a/real.sh", "y");
        Files.createSymbolicLink(root.resolve("out.sh"), outside.resolve("secret.sh"));
        Files.createSymbolicLink(root.resolve("outdir"), outside);
        Files.createSymbolicLink(root.resolve("a/loop"), root);
        Files.createSymbolicLink(root.resolve("self"), root.resolve("self"));
        Files.createSymbolicLink(root.resolve("gone"), root.resolve("nothing"));
        Files.createSymbolicLink(root.resolve("in.sh"), root.resolve("a/real.sh"));
        ProjectTree tree = tree();
        assertThat(tree.paths()).containsExactly("in.sh", "a/real.sh");
        assertThat(tree.read("in.sh").map(SourceFile::text)).contains("y");
        assertThat(tree.read("../" + outside.getFileName() + "/secret.sh")).isEmpty();
        assertThat(tree.read("/etc/passwd")).isEmpty();
    }

    @Test
    void aFileThatBecomesALinkOutOfTheRootIsNotRead(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret"), "x");
        write("a.sh", "y");
        ProjectTree tree = tree();
        Files.delete(root.resolve("a.sh"));
        Files.createSymbolicLink(root.resolve("a.sh"), outside.resolve("secret"));
        assertThat(tree.read("a.sh")).isEmpty();
    }

    @Test
    void largeAndBinaryFilesAreNotRead() throws IOException {
        write("a.sh", "x".repeat(101));
        write("package.json", "x".repeat(101));
        write("b.sh", "a\0b");
        write("c.sh", "x".repeat(100));
        ProjectTree tree = ProjectTree.of(root, new ProjectTree.Limits(List.of(), List.of(), 100, 200));
        assertThat(tree.paths().stream().filter(p -> tree.read(p).isPresent())).containsExactly("c.sh", "package.json");
    }

    @Test
    void encodingsAreTold() throws IOException {
        Files.write(root.resolve("a"), "\uFEFFé".getBytes(StandardCharsets.UTF_8));
        Files.write(root.resolve("b"), "\uFEFFé".getBytes(StandardCharsets.UTF_16LE));
        Files.write(root.resolve("c"), "\uFEFFé".getBytes(StandardCharsets.UTF_16BE));
        Files.write(root.resolve("d"), new byte[] {'x', (byte) 0xE9});
        ProjectTree tree = tree();
        assertThat(List.of("a", "b", "c", "d"))
                .extracting(p -> tree.read(p).map(SourceFile::text).orElse("-"))
                .containsExactly("é", "é", "é", "x\uFFFD");
    }

    @Test
    void aScriptWithoutAnExtensionIsToldByItsFirstLine() throws IOException {
        write("bin/x", "#!/usr/bin/env node\nrest");
        write("bin/data", "none");
        write("y", "#!/bin/sh\n");
        write("z", "#!/bin/sh\n");
        assertThat(root.resolve("z").toFile().setExecutable(true)).isTrue();
        ProjectTree tree = tree();
        assertThat(tree.shebang("bin/x")).contains("#!/usr/bin/env node");
        assertThat(tree.shebang("bin/data")).isEmpty();
        assertThat(tree.shebang("y")).isEmpty();
        assertThat(tree.shebang("z")).isEqualTo(Optional.of("#!/bin/sh"));
        assertThat(tree.shebang("bin/none")).isEmpty();
    }

    @Test
    void patternsOfManyStarsTakeBoundedTime() {
        String stars = "*a".repeat(200) + "b";
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Glob.name(stars, "a".repeat(2000))))
                .isFalse();
        Glob folders = new Glob("**/a/".repeat(50) + "b");
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(2), () -> folders.matches("a/".repeat(1000) + "c")))
                .isFalse();
    }
}
