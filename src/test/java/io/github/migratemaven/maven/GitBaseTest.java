package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitBaseTest {
    @TempDir
    Path temp;

    private Path project;

    @BeforeEach
    void aRepositoryWithTwoBranches() throws Exception {
        Path repository = Files.createDirectories(temp.resolve("with  spaces"));
        project = Files.createDirectories(repository.resolve("modules/shop"));
        Files.createDirectories(project.resolve("db/deep"));
        Files.writeString(project.resolve("db/deep/one.sql"), "one");
        Files.writeString(repository.resolve("README"), "not ours");
        git(repository, "init", "--quiet", "--initial-branch=main");
        commit(repository, "first");
        git(repository, "checkout", "--quiet", "-b", "feature");
        Files.writeString(project.resolve("db/deep/one.sql"), "edited");
        commit(repository, "second");
        git(repository, "checkout", "--quiet", "main");
        Files.writeString(project.resolve("db/two.sql"), "two");
        commit(repository, "third");
        git(repository, "checkout", "--quiet", "feature");
    }

    @Test
    void givesAFolderAsItWasAndAsItIsThere() throws IOException {
        Path fork;
        try (GitBase base = GitBase.of(project, "main")) {
            assertThat(base.hasGoneOn()).isTrue();
            fork = base.forkPoint(project.resolve("db"));
            Path tip = base.tip(project.resolve("db"));

            assertThat(fork.resolve("db/deep/one.sql")).hasContent("one");
            assertThat(fork.resolve("db/two.sql")).doesNotExist();
            assertThat(tip.resolve("db/two.sql")).hasContent("two");
        }
        assertThat(fork).doesNotExist();
        assertThat(project.resolve("db/deep/one.sql")).hasContent("edited");
    }

    @Test
    void theWholeProjectWhereThatIsAskedForAndNothingWhereThereIsNothing() throws IOException {
        Path added = Files.createDirectories(project.resolve("new"));
        try (GitBase base = GitBase.of(project, "main")) {
            assertThat(base.forkPoint(project).resolve("db/deep/one.sql")).hasContent("one");
            assertThat(base.forkPoint(added).resolve("new")).doesNotExist();
        }
    }

    @Test
    void whatGitAdvisesBesideItsAnswerIsNoPartOfIt() throws IOException {
        // It says that this file is deprecated, whatever it is asked.
        Files.createFile(temp.resolve("with  spaces/.git/info/grafts"));

        try (GitBase base = GitBase.of(project, "main")) {
            assertThat(base.forkPoint(project).resolve("db/deep/one.sql")).hasContent("one");
        }
    }

    @Test
    void whatGitDoesNotKnowIsNamed() {
        assertThat(code("nowhere")).isEqualTo("unknown-base");
        assertThat(code("--upload-pack=touch x")).isEqualTo("unknown-base");
        assertThat(code("HEAD; touch x")).isEqualTo("unknown-base");
    }

    @Test
    void aFolderWithoutRepositoryIsNamed() {
        assertThatThrownBy(() -> GitBase.of(temp, "main"))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("is in no git repository");
    }

    @Test
    void aShallowCloneIsNamedAsSuch() throws Exception {
        Path clone = temp.resolve("clone");
        git(
                temp,
                "clone",
                "--quiet",
                "--depth=1",
                "--branch=feature",
                "file://" + temp.resolve("with  spaces"),
                "clone");
        git(clone, "fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main");

        assertThatThrownBy(() -> GitBase.of(clone, "origin/main")).isInstanceOfSatisfying(MigrateException.class, e -> {
            assertThat(e.failure().code()).isEqualTo("shallow-clone");
            assertThat(e.failure().hint()).contains("fetch-depth: 0");
        });
    }

    private String code(String name) {
        try (GitBase base = GitBase.of(project, name)) {
            return base.name();
        } catch (MigrateException e) {
            return e.failure().code();
        }
    }

    private static void commit(Path repository, String message) throws Exception {
        git(repository, "add", ".");
        git(repository, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", message);
    }

    private static void git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(command + said).isZero();
    }
}
