package io.github.migratemaven.faults;

import io.github.migratemaven.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs in processes of their own, which can be killed like a build. */
final class Programs {
    private Programs() {}

    /** A running program and what it says. */
    record Started(Process process, Path log) {
        /** Waits for its end; a program that does not end is an error. */
        int end(long seconds) throws InterruptedException {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end in " + seconds + " s:\n" + said());
            }
            return process.exitValue();
        }

        String said() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                return e.toString();
            }
        }

        /** SIGKILL: it cannot say good-bye. */
        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /** @param folder where the changelog lies; see {@link io.github.migratemaven.testing.TestProject} */
    static Started deploy(Path folder, TestDatabase database) throws IOException {
        return start(DeployProgram.class, folder, database);
    }

    static Started stockUpdate(Path folder, TestDatabase database) throws IOException {
        return start(StockProgram.class, folder, database);
    }

    private static Started start(Class<?> main, Path folder, TestDatabase database) throws IOException {
        Path log = Files.createTempFile(folder, main.getSimpleName(), ".log");
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName(),
                folder.toString(),
                database.target().hosts().get(0).toString(),
                database.target().database(),
                database.user(),
                database.password()));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Started(process, log);
    }
}
