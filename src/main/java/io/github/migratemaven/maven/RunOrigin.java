package io.github.migratemaven.maven;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who runs this, for the journal.
 *
 * @param source the CI run's URL, or user and host
 * @param gitCommit empty when it is not known
 */
public record RunOrigin(String source, Optional<String> gitCommit) {

    /** @param base a folder of the checkout */
    public static RunOrigin of(Map<String, String> env, Path base) {
        String github = env.containsKey("GITHUB_RUN_ID")
                ? env.getOrDefault("GITHUB_SERVER_URL", "") + "/" + env.getOrDefault("GITHUB_REPOSITORY", "")
                        + "/actions/runs/" + env.get("GITHUB_RUN_ID")
                : null;
        Optional<String> job = first(github, env.get("CI_JOB_URL"), env.get("BUILD_URL"), env.get("CIRCLE_BUILD_URL"));
        Optional<String> commit =
                first(env.get("GITHUB_SHA"), env.get("CI_COMMIT_SHA"), env.get("GIT_COMMIT"), env.get("CIRCLE_SHA1"));
        return new RunOrigin(job.isPresent() ? job.get() : person(), commit.isPresent() ? commit : checkedOut(base));
    }

    private static Optional<String> first(String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static String person() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown host";
        }
        return System.getProperty("user.name") + "@" + host;
    }

    /** HEAD as git keeps it in files; anything unusual (worktrees, packed refs) is simply not told. */
    private static Optional<String> checkedOut(Path base) {
        for (Path folder = base.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path head = folder.resolve(".git/HEAD");
            if (Files.isRegularFile(head)) {
                try {
                    String text = Files.readString(head).strip();
                    List<String> parts = List.of(text.split("\\s+"));
                    String commit = text.startsWith("ref:")
                            ? Files.readString(folder.resolve(".git").resolve(parts.get(1)))
                                    .strip()
                            : text;
                    return commit.matches("[0-9a-f]{40,64}") ? Optional.of(commit) : Optional.empty();
                } catch (IOException | IndexOutOfBoundsException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
