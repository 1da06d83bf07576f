package io.github.migratemaven.report;

import io.github.migratemaven.model.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells GitLab: {@code migrate.env} for {@code artifacts:reports:dotenv}, so that later jobs have the state as variables. Does
 * nothing unless {@code GITLAB_CI=true}.
 */
public final class GitLabReport {
    private final Map<String, String> env;
    private final Consumer<String> warning;

    /**
     * @param env the environment variables
     * @param warning takes what could not be written, and why: that never fails a goal
     */
    public GitLabReport(Map<String, String> env, Consumer<String> warning) {
        this.env = Map.copyOf(env);
        this.warning = warning;
    }

    /** Replaces the file of an earlier goal. GitLab's dotenv knows no comments, no blank lines, no quotes. */
    public void publish(Outcome outcome, Path directory) {
        if (!"true".equals(env.get("GITLAB_CI"))) {
            return;
        }
        PipelineFacts facts = PipelineFacts.of(outcome);
        Path file = directory.resolve("migrate.env");
        try {
            OutputFile.write(
                    file,
                    "MIGRATE_STATE=" + facts.state() + "\nMIGRATE_HAS_PENDING=" + facts.hasPending()
                            + "\nMIGRATE_PENDING_COUNT=" + facts.pendingCount() + "\n");
        } catch (IOException e) {
            warning.accept(
                    Printable.line(file.toString()) + " could not be written: " + Printable.line(e.toString()) + ".");
        }
    }
}
