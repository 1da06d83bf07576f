package io.github.migratemaven.postgres.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran to its end.
 *
 * @param exit its exit code; -1 when it could not be started or did not end in time
 * @param output both of its streams
 */
record ProgramRun(int exit, String output) {
    /**
     * Runs a program. Its output goes through a file: a server that it leaves behind would keep a pipe open.
     *
     * @param environment added to this process's own, from which everything of libpq ({@code PG…}) is removed
     */
    static ProgramRun of(List<String> command, Path directory, Map<String, String> environment, Duration timeout)
            throws IOException {
        Path output = Files.createTempFile("migrate-", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null"))
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            builder.environment().putAll(environment);
            Process process;
            try {
                process = builder.start();
            } catch (IOException notStarted) {
                return new ProgramRun(-1, String.valueOf(notStarted.getMessage()));
            }
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            return ended
                    ? new ProgramRun(process.exitValue(), said)
                    : new ProgramRun(-1, said + "\nno end after " + timeout.toSeconds() + " s");
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        } finally {
            // On Windows a server that was just started may still hold it.
            if (!output.toFile().delete()) {
                output.toFile().deleteOnExit();
            }
        }
    }

    String lastLines(int count) {
        return LogTail.of(output, count);
    }
}
