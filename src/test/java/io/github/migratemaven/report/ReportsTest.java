package io.github.migratemaven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    Path directory;

    private final List<String> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();

    @Test
    void planLeavesItsJsonAndItsSqlAndSpeaksOnTheConsole() {
        reports(directory, Map.of()).publish(Outcomes.plan().build());
        assertThat(directory).isDirectoryContaining("glob:**/plan.json").isDirectoryContaining("glob:**/plan.sql");
        assertThat(lines).contains("1. 0022-add-note by ada");
        assertThat(warnings).isEmpty();
        assertThat(commands).isEmpty();
    }

    @Test
    void otherGoalsLeaveNoSql() {
        reports(directory, Map.of()).publish(Outcomes.deployed().build());
        assertThat(directory).isDirectoryNotContaining("glob:**/*.sql").isDirectoryContaining("glob:**/deploy.json");
    }

    @Test
    void annotationsGoToTheirOwnChannelSinceALoggersPrefixWouldHideThem() {
        Map<String, String> env = Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_OUTPUT", directory.resolve("o").toString(),
                "GITHUB_STEP_SUMMARY", directory.resolve("s").toString());
        reports(directory, env).publish(Outcomes.failedDeploy().build());
        assertThat(commands).singleElement().asString().startsWith("::error file=");
        assertThat(lines).noneMatch(l -> l.startsWith("::"));
    }

    @Test
    void unwritableReportFailsAGoalThatWentWellAfterTheConsoleHasSpoken() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() ->
                        reports(file, Map.of()).publish(Outcomes.deployed().build()))
                .isInstanceOfSatisfying(
                        MigrateException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("report-not-written"))
                .hasMessageContaining("migrate.outputDirectory");
        assertThat(lines).last().isEqualTo("Database schema is up to date");
    }

    @Test
    void unwritableReportDoesNotHideTheGoalsOwnError() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        reports(file, Map.of()).publish(Outcomes.failedDeploy().build());
        assertThat(warnings).singleElement().asString().contains("could not be written");
        assertThat(lines).contains("Error     step-failed (SQLSTATE 42703)");
    }

    private Reports reports(Path output, Map<String, String> env) {
        return new Reports(output, env, false, lines::add, warnings::add, commands::add);
    }
}
