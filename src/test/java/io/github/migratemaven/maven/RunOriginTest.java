package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOriginTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    @Test
    void pipelinesSayWhereTheyAre() {
        Map<String, String> github = Map.of(
                "GITHUB_SERVER_URL", "https://github.com",
                "GITHUB_REPOSITORY", "a/b",
                "GITHUB_RUN_ID", "7",
                "GITHUB_SHA", COMMIT);

        assertThat(RunOrigin.of(github, folder).source()).isEqualTo("https://github.com/a/b/actions/runs/7");
        assertThat(RunOrigin.of(github, folder).gitCommit()).contains(COMMIT);
        assertThat(RunOrigin.of(Map.of("CI_JOB_URL", "https://gitlab/j/1"), folder)
                        .source())
                .isEqualTo("https://gitlab/j/1");
        assertThat(RunOrigin.of(Map.of("BUILD_URL", "https://jenkins/1"), folder)
                        .source())
                .isEqualTo("https://jenkins/1");
    }

    @Test
    void elsewhereItIsUserAndHost() {
        assertThat(RunOrigin.of(Map.of("CI_JOB_URL", " "), folder).source())
                .startsWith(System.getProperty("user.name") + "@");
    }

    @Test
    void theCommitIsReadFromTheCheckout() throws IOException {
        Path git = Files.createDirectories(folder.resolve(".git/refs/heads"));
        Path module = Files.createDirectories(folder.resolve("app/module"));

        Files.writeString(folder.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        assertThat(commit(module)).as("no such branch yet").isNull();
        Files.writeString(git.resolve("main"), COMMIT + "\n");
        assertThat(commit(module)).isEqualTo(COMMIT);
        Files.writeString(folder.resolve(".git/HEAD"), "f" + COMMIT.substring(1) + "\n");
        assertThat(commit(module)).startsWith("f123");
        Files.writeString(folder.resolve(".git/HEAD"), "ref:");
        assertThat(commit(module)).isNull();
    }

    private static String commit(Path base) {
        return RunOrigin.of(Map.of(), base).gitCommit().orElse(null);
    }
}
