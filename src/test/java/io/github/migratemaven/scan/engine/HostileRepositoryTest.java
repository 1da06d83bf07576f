package io.github.migratemaven.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.migratemaven.scan.policy.BanSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whole repositories made to hurt: the scan ends, stays in the root, runs nothing, and still finds what stands beside. */
class HostileRepositoryTest extends HostileRepository {
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
        BanVerdict verdict = BanVerdict.of(new BanRequest(root(), new BanSettings()));

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
