package io.github.migratemaven.maven;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Files of a project as another revision of its git repository has them: where this checkout left it, and where it is now. Copied
 * into a folder of their own, which closing removes; neither the checkout nor the repository is touched. Needs git's program.
 */
public final class GitBase implements AutoCloseable {
    private final Path folder;
    private final String name;
    private final Path top;
    private final String forkPoint;
    private final String tip;
    private final List<Path> copies = new ArrayList<>();

    private GitBase(Path folder, String name, Path top, String forkPoint, String tip) {
        this.folder = folder;
        this.name = name;
        this.top = top;
        this.forkPoint = forkPoint;
        this.tip = tip;
    }

    /**
     * @param folder one of the checkout
     * @param name a branch, tag or commit, for example {@code origin/main}
     * @throws MigrateException when there is no git, no repository, no such revision, or not enough of its history
     */
    public static GitBase of(Path folder, String name) {
        if (name.startsWith("-") || name.chars().anyMatch(c -> c <= ' ')) {
            throw unknown(name, "");
        }
        Said inside = git(folder, "rev-parse", "--show-toplevel");
        if (inside.code != 0) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "no-repository",
                    "migrate.base is given, but " + folder + " is in no git repository: " + inside.line(),
                    "Check the project out with git, or leave migrate.base away."));
        }
        Path top = Path.of(inside.line());
        boolean shallow =
                git(folder, "rev-parse", "--is-shallow-repository").line().equals("true");
        Said tip = git(folder, "rev-parse", "--verify", "--quiet", name + "^{commit}");
        if (tip.code != 0) {
            throw unknown(
                    name,
                    shallow
                            ? " This clone is shallow: fetch with fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab)."
                            : "");
        }
        Said fork = git(folder, "merge-base", "HEAD", tip.line());
        if (fork.code != 0) {
            throw new MigrateException(Failure.InvalidInput.of(
                    shallow ? "shallow-clone" : "unrelated-base",
                    "this checkout and " + name + " have no commit in common"
                            + (shallow ? ": the clone is shallow" : ""),
                    shallow
                            ? "Fetch the whole history: fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab), or git fetch --unshallow."
                            : "Check migrate.base."));
        }
        return new GitBase(folder.toAbsolutePath().normalize(), name, top, fork.line(), tip.line());
    }

    private static MigrateException unknown(String name, String more) {
        return new MigrateException(Failure.InvalidInput.of(
                "unknown-base",
                "git knows no revision \"" + name + "\", which migrate.base names",
                "Check the name, and fetch it first: git fetch origin." + more));
    }

    public String name() {
        return name;
    }

    /** Whether the revision has gone on since this checkout left it. */
    public boolean hasGoneOn() {
        return !forkPoint.equals(tip);
    }

    /** The project's folder as it was where this checkout left the revision; see {@link #tip}. */
    public Path forkPoint(Path part) {
        return copy(forkPoint, part);
    }

    /**
     * The project's folder as the revision has it now.
     *
     * @param part the folder in it that is copied; the rest stays away
     */
    public Path tip(Path part) {
        return copy(tip, part);
    }

    private Path copy(String commit, Path part) {
        try {
            Path copy = Files.createTempDirectory("migrate-base-");
            copies.add(copy);
            Path real = top.toRealPath();
            String inside = real.relativize(part.toRealPath()).toString().replace('\\', '/');
            boolean there = git(top, "cat-file", "-e", commit + ":" + inside).code == 0;
            if (there) {
                Path archive = copy.resolve("archive.zip");
                List<String> command =
                        new ArrayList<>(List.of("archive", "--format=zip", "--output=" + archive, commit));
                if (!inside.isEmpty()) {
                    command.add("--");
                    command.add(inside);
                }
                Said said = git(top, command.toArray(String[]::new));
                if (said.code != 0) {
                    throw failed("git archive: " + said.line());
                }
                unpack(archive, copy.resolve("tree"));
            }
            return copy.resolve("tree")
                    .resolve(real.relativize(folder.toRealPath()).toString());
        } catch (IOException e) {
            throw failed(e.getMessage());
        }
    }

    private static void unpack(Path archive, Path into) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new IOException("a path leads out of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                }
            }
        }
    }

    private MigrateException failed(String why) {
        return new MigrateException(new Failure.Unavailable(
                "base-not-read",
                "the files of " + name + " could not be copied: " + why,
                "Check that git works in " + folder + " and that there is room for temporary files."));
    }

    /** @param errors what it said beside its answer; advice and warnings, too */
    private record Said(int code, String text, String errors) {
        /** The answer as it is; where there is none, what it said instead. */
        String line() {
            return code == 0 ? text.strip() : (errors + " " + text).strip().replaceAll("\\s+", " ");
        }
    }

    private static Said git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        try {
            Path errors = Files.createTempFile("migrate-git-", ".txt");
            try {
                Process git = builder.redirectError(errors.toFile()).start();
                git.getOutputStream().close();
                String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int code = git.waitFor();
                return new Said(code, text, new String(Files.readAllBytes(errors), StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new MigrateException(
                    new Failure.Unavailable(
                            "git-missing",
                            "migrate.base needs git, which could not be started: " + e.getMessage(),
                            "Put git on the PATH, or leave migrate.base away."),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException(
                    Failure.Rejected.of("interrupted", "the build was interrupted", "Run again; nothing was changed."));
        }
    }

    @Override
    public void close() {
        for (Path copy : copies) {
            try (Stream<Path> files = Files.walk(copy)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                // Temporary files that the system clears away.
                continue;
            }
        }
    }
}
