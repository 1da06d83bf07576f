package io.github.migratemaven.scan.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.scan.engine.Bans;
import io.github.migratemaven.scan.engine.ScanOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FixTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path root;

    static Stream<FixCases.Case> cases() {
        return FixCases.cases();
    }

    static Stream<FixCases.Case> byHand() {
        return FixCases.byHand();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gitAppliesTheDiffAndTheFindingIsGone(FixCases.Case one) throws Exception {
        Path file = write(one.path(), one.before());
        List<Finding> before = scan();
        assertThat(errors(before)).as("what is banned").isNotEmpty();

        String patch = Bans.patch(root, before);

        assertThat(patch).as(before.get(0).fix().toString()).isNotEmpty();
        run(patch, "git", "apply", "-");
        assertThat(file).hasContent(one.after());
        assertThat(Files.readString(file)).isEqualTo(one.after());
        List<Finding> after = scan();
        assertThat(errors(after)).isEmpty();
        assertThat(after.size()).isEqualTo(before.size() - errors(before).size());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void patchAppliesTheDiffToo(FixCases.Case one) throws Exception {
        Path file = write(one.path(), one.before());

        run(Bans.patch(root, scan()), "patch", "-p1", "--binary");

        assertThat(Files.readString(file)).isEqualTo(one.after());
    }

    @ParameterizedTest
    @MethodSource("byHand")
    void whatAPersonMustDecideIsSaidAndNotTouched(FixCases.Case one) throws IOException {
        write(one.path(), one.before());
        List<Finding> findings = scan();

        assertThat(errors(findings)).isNotEmpty().allSatisfy(finding -> {
            Finding.Fix fix = finding.fix().orElseThrow();
            assertThat(fix.edits()).isEmpty();
            assertThat(fix.byHand()).isNotBlank();
        });
        assertThat(Bans.patch(root, findings)).isEmpty();
    }

    @Test
    void severalFilesAreOneDiff() throws Exception {
        Path script = write("deploy.sh", "prisma db push\n" + "npm ci\n".repeat(20) + "prisma db push\nnpm start\n");
        Path settings = write("src/main/resources/application.properties", "spring.jpa.hibernate.ddl-auto=update\n");

        run(Bans.patch(root, scan()), "git", "apply", "-");

        assertThat(Files.readString(script)).isEqualTo("npm ci\n".repeat(20) + "npm start\n");
        assertThat(Files.readString(settings)).isEqualTo("spring.jpa.hibernate.ddl-auto=validate\n");
    }

    @Test
    void whatBecomesOfTheLineIsSaid() throws IOException {
        write("package.json", "{\"scripts\": {\n  \"build\": \"prisma db push && next build\"\n}}");

        Finding finding = errors(scan()).get(0);

        assertThat(finding.fix().orElseThrow().before()).isEqualTo("\"build\": \"prisma db push && next build\"");
        assertThat(finding.fix().orElseThrow().after()).isEqualTo("\"build\": \"next build\"");
        assertThat(finding.rule().orElseThrow().link()).startsWith("https://www.prisma.io/");
        assertThat(finding.route()).hasSize(1);
    }

    private List<Finding> scan() {
        return Bans.scan(root, ScanOptions.defaults(TODAY)).findings();
    }

    private static List<Finding> errors(List<Finding> findings) {
        return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void run(String input, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().write(input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said + "\n" + input).isZero();
    }
}
