package io.github.migratemaven.scan.catalog;

import java.util.Map;
import java.util.Set;

/**
 * Programs that start another by its name, with the words of theirs that stand before it. What the shell reader has peeled off
 * does not come this far; this is for what runs a project's own tools.
 */
final class Launchers {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> RUN = Set.of("run", "exec", "x", "dlx", "--");
    private static final Set<String> RUN_SCRIPT = Set.of("run", "run-script", "exec", "x", "dlx", "node", "--");

    /** Package managers: the name may be that of a package script as well as of a tool. */
    private static final Map<String, Set<String>> PACKAGE_MANAGERS = Map.of(
            "npm", RUN_SCRIPT,
            "pnpm", RUN_SCRIPT,
            "yarn", RUN_SCRIPT,
            "bun", RUN_SCRIPT,
            "yarnpkg", RUN_SCRIPT,
            "rush-pnpm", RUN_SCRIPT,
            "lerna", RUN);

    private static final Map<String, Set<String>> OTHERS = Map.ofEntries(
            Map.entry("npx", NONE),
            Map.entry("pnpx", NONE),
            Map.entry("bunx", NONE),
            Map.entry("node", NONE),
            Map.entry("nodejs", NONE),
            Map.entry("deno", RUN),
            Map.entry("ts-node", NONE),
            Map.entry("ts-node-dev", NONE),
            Map.entry("ts-node-esm", NONE),
            Map.entry("tsx", NONE),
            Map.entry("env-cmd", NONE),
            Map.entry("php", NONE),
            Map.entry("sail", Set.of("php")),
            Map.entry("ddev", RUN),
            Map.entry("symfony", Set.of("php", "run")),
            Map.entry("composer", RUN),
            Map.entry("ruby", NONE),
            Map.entry("jruby", NONE),
            Map.entry("spring", NONE),
            Map.entry("bundle", RUN),
            Map.entry("python", NONE),
            Map.entry("python2", NONE),
            Map.entry("python3", NONE),
            Map.entry("py", NONE),
            Map.entry("poetry", RUN),
            Map.entry("pipenv", RUN),
            Map.entry("pdm", RUN),
            Map.entry("hatch", RUN),
            Map.entry("rye", RUN),
            Map.entry("uv", RUN),
            Map.entry("uvx", NONE),
            Map.entry("pipx", RUN),
            Map.entry("dotnet", Set.of("tool", "run", "dnx")),
            Map.entry("cargo", NONE),
            Map.entry("go", Set.of("run", "tool")),
            Map.entry("rw", NONE),
            Map.entry("rwfw", NONE),
            Map.entry("redwood", NONE),
            Map.entry("blitz", NONE),
            Map.entry("keystone", NONE),
            Map.entry("keystone-next", NONE),
            Map.entry("docker", RUN),
            Map.entry("docker-compose", RUN),
            Map.entry("podman", RUN),
            Map.entry("nerdctl", RUN));

    private Launchers() {}

    static boolean has(String name) {
        return PACKAGE_MANAGERS.containsKey(name) || OTHERS.containsKey(name) || name.startsWith("python3.");
    }

    static boolean packageManager(String name) {
        return PACKAGE_MANAGERS.containsKey(name);
    }

    /** Whether it starts images: the tool's is somewhere among the words. */
    static boolean container(String name) {
        return name.equals("docker")
                || name.equals("podman")
                || name.equals("nerdctl")
                || name.equals("docker-compose");
    }

    /** Whether the tool can stand behind this word. */
    static boolean passes(String launcher, String word) {
        return PACKAGE_MANAGERS
                .getOrDefault(launcher, OTHERS.getOrDefault(launcher, NONE))
                .contains(word);
    }
}
