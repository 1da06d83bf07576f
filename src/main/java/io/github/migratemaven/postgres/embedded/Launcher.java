package io.github.migratemaven.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the server's programs are started: PostgreSQL refuses to run as root, and containers build as root.
 *
 * <p>As root on Linux, first choice is a user namespace without a mapping ({@code unshare -U}): the program sees itself as
 * "nobody", while for the file system it is still root, so that the files belong to whom they should. Where the container
 * forbids that, the program runs as the owner of the folder, or as user 65534 ("nobody"), who then owns the data.
 *
 * @param prefix goes before the program; empty = as it is
 * @param user numeric id that must own the data; -1 = this process's own
 */
record Launcher(List<String> prefix, int user, int group) {
    private static final Launcher PLAIN = new Launcher(List.of(), -1, -1);
    private static final Launcher NAMESPACE = new Launcher(List.of("unshare", "-U", "--"), -1, -1);
    private static final int NOBODY = 65534;

    /**
     * For data that is there: it runs as the data's owner, nothing else would be let in.
     *
     * @throws io.github.migratemaven.model.MigrateException with an {@code Unavailable} when that is not possible
     */
    static Launcher forData(Installation installation, Path data) throws IOException {
        if (!root()) {
            return PLAIN;
        }
        int owner = (int) Files.getAttribute(data, "unix:uid");
        return choose(List.of(owner == 0 ? NAMESPACE : as(owner, group(data))), installation, data);
    }

    /**
     * For data that is going to be created.
     *
     * @param folder where it is going to be; must exist
     * @param project whose owner is a good owner of the data, if it is not root
     */
    static Launcher forNewData(Installation installation, Path folder, Path project) throws IOException {
        if (!root()) {
            return PLAIN;
        }
        int owner = (int) Files.getAttribute(project, "unix:uid");
        Launcher second = owner == 0 ? as(NOBODY, NOBODY) : as(owner, group(project));
        return choose(List.of(NAMESPACE, second), installation, folder);
    }

    private static int group(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:gid");
    }

    static Launcher choose(List<Launcher> candidates, Installation installation, Path folder) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (Launcher candidate : candidates) {
            String reason = candidate.obstacle(installation, folder);
            if (reason == null) {
                return candidate;
            }
            reasons.add(reason);
        }
        throw EmbeddedFailures.unavailable(
                "embedded-root",
                "PostgreSQL does not run as root, and it could not be started as another user: "
                        + String.join("; ", reasons),
                "Run the build as another user than root, or allow user namespaces in this container, or give it util-linux"
                        + " (setpriv) and a project folder that every user may enter");
    }

    static Launcher as(int user, int group) {
        return new Launcher(
                List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--"), user, group);
    }

    static boolean root() {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return false;
        }
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException noProc) {
            return System.getProperty("user.name").equals("root");
        }
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Gives a file or an empty folder to the account that the server runs as. */
    void own(Path file) throws IOException {
        if (user >= 0) {
            Files.setAttribute(file, "unix:uid", user);
            Files.setAttribute(file, "unix:gid", group);
        }
    }

    /** Null when both the programs and the folder can be reached this way. */
    private String obstacle(Installation installation, Path folder) throws IOException {
        List<String> probe = command(installation.program("postgres"), List.of("--version"));
        List<String> enter = command(Path.of("test"), List.of("-x", folder.toString()));
        for (List<String> command : List.of(probe, enter)) {
            ProgramRun run = ProgramRun.of(command, Path.of("/"), Map.of(), Duration.ofSeconds(20));
            if (run.exit() != 0) {
                String said = run.lastLines(1);
                return prefix.get(0) + ": " + (said.isEmpty() ? "no access to " + folder : said);
            }
        }
        return null;
    }
}
