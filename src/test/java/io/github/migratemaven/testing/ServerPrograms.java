package io.github.migratemaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of an installed PostgreSQL: initdb, pg_ctl, pg_basebackup. */
public final class ServerPrograms {
    private ServerPrograms() {}

    /** As the user postgres where we are root, whom the server's programs refuse. */
    public static String run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        words.addAll(List.of(command));
        Path output = Files.createTempFile("server-program", ".log");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(Path.of("/tmp").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String text = Files.readString(output);
            assertThat(process.exitValue()).as(words + "\n" + text).isZero();
            return text;
        } finally {
            Files.delete(output);
        }
    }
}
