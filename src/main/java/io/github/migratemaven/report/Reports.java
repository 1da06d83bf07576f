package io.github.migratemaven.report;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that a goal says at its end, in one call. */
public final class Reports {
    private final Path outputDirectory;
    private final Map<String, String> env;
    private final boolean colour;
    private final Consumer<String> line;
    private final Consumer<String> warning;
    private final Consumer<String> command;

    /**
     * @param outputDirectory for {@code <goal>.json} and the like; made when it is missing
     * @param env the environment variables: they tell the CI system
     * @param colour whether the console takes ANSI colours
     * @param line takes the console's lines
     * @param warning takes what could not be written but fails nothing
     */
    public Reports(
            Path outputDirectory,
            Map<String, String> env,
            boolean colour,
            Consumer<String> line,
            Consumer<String> warning) {
        this(outputDirectory, env, colour, line, warning, null);
    }

    /**
     * @param command takes lines that GitHub's runner reads: must write them to standard output with nothing before them; null =
     *     that is done here
     */
    public Reports(
            Path outputDirectory,
            Map<String, String> env,
            boolean colour,
            Consumer<String> line,
            Consumer<String> warning,
            Consumer<String> command) {
        this.outputDirectory = outputDirectory;
        this.env = Map.copyOf(env);
        this.colour = colour;
        this.line = line;
        this.warning = warning;
        this.command = command;
    }

    /**
     * Console, {@code <goal>.json}, {@code plan.sql} for the plan, {@code rollback.sql} for a rollback that is only printed, SARIF for the scripts, GitHub, GitLab.
     *
     * @throws MigrateException {@code report-not-written} when the JSON or SQL cannot be written, since a pipeline relies on it;
     *     an outcome that has an error of its own keeps that one, and ours is a warning
     */
    public void publish(Outcome outcome) {
        for (String annotation : new GitHubReport(env, warning).publish(outcome)) {
            if (command == null) {
                printBare(annotation);
            } else {
                command.accept(annotation);
            }
        }
        new GitLabReport(env, warning).publish(outcome, outputDirectory);
        try {
            new JsonReport().write(outcome, outputDirectory);
            if (outcome.goal().equals("check-scripts")) {
                new SarifReport().write(outcome, outputDirectory);
            }
            if (outcome.goal().equals("rollback") && !outcome.script().isEmpty()) {
                OutputFile.write(outputDirectory.resolve("rollback.sql"), new PlanSql().text(outcome));
            }
            if (outcome.goal().equals("plan")) {
                OutputFile.write(outputDirectory.resolve("plan.sql"), new PlanSql().text(outcome));
            }
        } catch (IOException e) {
            notWritten(outcome, e);
        } finally {
            // Last: its last line is what a person sees, and what scripts look for.
            new ConsoleReport(colour).lines(outcome).forEach(line);
        }
    }

    private void notWritten(Outcome outcome, IOException e) {
        String message = "The report of migrate:" + outcome.goal() + " could not be written to "
                + Printable.line(outputDirectory.toString()) + ": " + Printable.line(e.toString()) + ".";
        if (outcome.error().isPresent()) {
            warning.accept(message);
            return;
        }
        throw new MigrateException(
                new Failure.Unavailable(
                        "report-not-written",
                        message,
                        "Make the directory writable, or name another with -Dmigrate.outputDirectory."),
                e);
    }

    /** Past System.out: Maven 4 puts a prefix before what is written there, and the runner wants the line's start. */
    private static void printBare(String text) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println(text);
    }
}
