package io.github.migratemaven.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines whose parts name each other again and again: followed one by one they would take years. */
class MultiplyingPipelinesTest {
    private static final String PUSH = "# npx prisma db push\n";

    @TempDir
    Path root;

    @Test
    void commandsOfCircleCiThatCallEachOther() throws IOException {
        StringBuilder text = new StringBuilder(PUSH).append("version: 2.1\ncommands:\n");
        for (int i = 0; i < 8; i++) {
            text.append("  c").append(i).append(":\n    steps:\n").append(("      - c" + (i + 1) + "\n").repeat(60));
        }
        text.append("jobs:\n  a:\n    steps:\n      - run: npx prisma db push\n")
                .append("      - c0\n".repeat(60));
        assertThat(found(Map.of(".circleci/config.yml", text.toString())))
                .singleElement()
                .asString()
                .contains("prisma-db-push");
    }

    @Test
    void templatesOfAzureThatCallThemselves() throws IOException {
        String again = "- template: a.yml\n".repeat(40);
        assertThat(found(Map.of(
                        "azure-pipelines.yml",
                        "steps:\n- script: npx prisma db push\n- template: ci/a.yml\n",
                        "ci/a.yml",
                        PUSH + "steps:\n" + again)))
                .hasSize(1);
    }

    @Test
    void referencesOfGitlabToThemselves() throws IOException {
        String again = "    - !reference [.a, script]\n".repeat(20);
        assertThat(found(Map.of(
                        ".gitlab-ci.yml",
                        ".a:\n  script:\n" + again + "b:\n  script:\n    - npx prisma db push\n" + again)))
                .hasSize(1);
    }

    @Test
    void childPipelinesOfGitlabThatManyJobsStart() throws IOException {
        StringBuilder jobs = new StringBuilder(PUSH);
        for (int i = 0; i < 300; i++) {
            jobs.append("j").append(i).append(": {trigger: {include: ci/NEXT.yml}}\n");
        }
        assertThat(found(Map.of(
                        ".gitlab-ci.yml", jobs.toString().replace("NEXT", "a"),
                        "ci/a.yml", jobs.toString().replace("NEXT", "b"),
                        "ci/b.yml", "last:\n  script: [npx prisma db push]\n")))
                .hasSize(1);
    }

    private List<String> found(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> Bans.scan(root, ScanOptions.defaults(LocalDate.of(2026, 11, 23))).findings().stream()
                        .map(BanCase::shown)
                        .toList());
    }
}
