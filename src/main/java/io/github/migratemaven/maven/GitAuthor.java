package io.github.migratemaven.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Who writes changesets here: {@code user.name} of git, else the operating system's user. */
public final class GitAuthor {
    private GitAuthor() {}

    /** @param base a folder of the checkout */
    public static String of(Path base) {
        return plain(configured(base).orElse(System.getProperty("user.name", "unknown")));
    }

    /** A name that can stand in every format: a colon ends the author in formatted SQL, quotes would have to be escaped. */
    public static String plain(String name) {
        return name.replaceAll("[:\"\\p{Cntrl}]", " ").strip().replaceAll("\\s+", " ");
    }

    private static Optional<String> configured(Path base) {
        try {
            Process git = new ProcessBuilder("git", "config", "--get", "user.name")
                    .directory(base.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0 && !said.isEmpty()
                    ? Optional.of(said)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
