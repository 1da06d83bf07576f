package io.github.migratemaven.report;

import io.github.migratemaven.model.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tells GitHub Actions: step outputs, the step summary, annotations. Does nothing unless {@code GITHUB_ACTIONS=true}. */
public final class GitHubReport {
    private final Map<String, String> env;
    private final Consumer<String> warning;

    /**
     * @param env the environment variables
     * @param warning takes what could not be written, and why: that never fails a goal
     */
    public GitHubReport(Map<String, String> env, Consumer<String> warning) {
        this.env = Map.copyOf(env);
        this.warning = warning;
    }

    /**
     * Appends {@code state}, {@code has_pending} and {@code pending_count} to {@code $GITHUB_OUTPUT} and a Markdown summary to
     * {@code $GITHUB_STEP_SUMMARY}.
     *
     * @return annotations for the error and each finding, worst first. The runner only sees a command that stands at the start
     *     of a line: print them without a logger's prefix.
     */
    public List<String> publish(Outcome outcome) {
        if (!"true".equals(env.get("GITHUB_ACTIONS"))) {
            return List.of();
        }
        PipelineFacts facts = PipelineFacts.of(outcome);
        append(
                "GITHUB_OUTPUT",
                "state=" + facts.state() + "\nhas_pending=" + facts.hasPending() + "\npending_count="
                        + facts.pendingCount() + "\n");
        append("GITHUB_STEP_SUMMARY", StepSummary.of(outcome));
        return annotations(outcome);
    }

    private static List<String> annotations(Outcome outcome) {
        // GitHub shows ten of each kind a step: an error that only sums the findings up takes none from them.
        boolean summed = outcome.error().isPresent()
                && outcome.findings().stream()
                        .anyMatch(f -> f.id().equals(outcome.error().get().code())
                                && f.position().isPresent()
                                && f.position().equals(outcome.error().get().position()));
        return Stream.concat(
                        outcome.error().stream().filter(e -> !summed).map(e -> WorkflowCommand.of(outcome.goal(), e)),
                        outcome.findings().stream()
                                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                                .map(f -> WorkflowCommand.of(outcome.goal(), f)))
                .map(WorkflowCommand::line)
                .toList();
    }

    private void append(String variable, String text) {
        String file = env.getOrDefault(variable, "");
        if (file.isEmpty()) {
            warning.accept("GITHUB_ACTIONS is true, but " + variable + " is not set: nothing was written to it.");
            return;
        }
        try {
            Path path = Path.of(file);
            Files.writeString(
                    path,
                    (endsInsideALine(path) ? "\n" : "") + text,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException e) {
            warning.accept("The file of " + variable + " could not be written: " + Printable.line(e.toString()) + ".");
        }
    }

    /** An earlier command may have left out the line's end; ours would become part of its value. */
    private static boolean endsInsideALine(Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) == 0) {
            return false;
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(file.length() - 1);
            return file.read() != '\n';
        }
    }
}
