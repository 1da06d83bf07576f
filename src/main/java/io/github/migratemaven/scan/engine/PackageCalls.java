package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls of package scripts: npm, pnpm, yarn, bun, and the tools that run scripts over a workspace. */
final class PackageCalls {
    private static final Set<String> MANAGERS = Set.of("npm", "pnpm", "yarn", "bun");
    /** ni's and Rush's: their first word is a script. */
    private static final Set<String> SCRIPT_RUNNERS = Set.of("nr", "rushx");
    /** Programs whose arguments are names of scripts. */
    private static final Set<String> RUNNERS =
            Set.of("npm-run-all", "npm-run-all2", "run-s", "run-p", "start-server-and-test", "start-test");
    /** Programs to which {@code npm:x} is the script x, and x a command. */
    private static final Set<String> COMMAND_RUNNERS = Set.of("concurrently", "conc");

    private static final Set<String> OPTIONS_WITH_VALUE = Set.of(
            "--prefix",
            "-C",
            "--dir",
            "--cwd",
            "-w",
            "--workspace",
            "--filter",
            "-F",
            "--config",
            "--env-file",
            "--scope",
            "-p",
            "--project",
            "--projects",
            "--concurrency",
            "--workspace-concurrency",
            "--reporter",
            "--loglevel",
            "--from",
            "--include",
            "--exclude",
            "--configuration",
            "-c");
    /** Words of a package manager that are not scripts; npm runs start, test, stop and restart by their bare names. */
    private static final Set<String> NOT_SCRIPTS =
            Set.of("exec", "dlx", "x", "add", "remove", "publish", "pack", "config");

    private final ScriptIndex index;
    private final PackageNames names;

    PackageCalls(ScriptIndex index, PackageNames names) {
        this.index = index;
        this.names = names;
    }

    List<Script> calls(String program, List<String> words, String folder) {
        if (MANAGERS.contains(program) || SCRIPT_RUNNERS.contains(program)) {
            return managed(program, words, folder);
        }
        if (RUNNERS.contains(program) || COMMAND_RUNNERS.contains(program)) {
            return patterns(words, folder, COMMAND_RUNNERS.contains(program));
        }
        if (program.equals("node")) {
            return words.size() > 2 && words.get(1).equals("--run")
                    ? inAll(Set.of(names.enclosing(folder).orElse(folder)), words.get(2))
                    : List.of();
        }
        if (program.equals("pm2") || program.equals("pm2-runtime")) {
            return processManaged(words, folder);
        }
        if (program.equals("turbo") || program.equals("lerna")) {
            return acrossWorkspace(words, program.equals("turbo"));
        }
        return program.equals("nx") ? nx(words) : program.equals("composer") ? composer(words, folder) : List.of();
    }

    private List<Script> managed(String manager, List<String> words, String folder) {
        Set<String> folders = new HashSet<>(Set.of(names.enclosing(folder).orElse(folder)));
        List<String> plain = new ArrayList<>();
        PackageFilter filter = new PackageFilter(names);
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            if (word.equals("--")) {
                break;
            }
            if (Set.of("-r", "--recursive", "--workspaces", "-ws").contains(word)
                    || manager.equals("pnpm")
                            && plain.isEmpty()
                            && Set.of("recursive", "m", "multi").contains(word)) {
                folders.addAll(names.folders());
            } else if (manager.equals("pnpm") && (word.equals("-w") || word.equals("--workspace-root"))) {
                only(Optional.of(""), folders);
            } else if (takesNumber(word, words, i)) {
                i++;
            } else if (OPTIONS_WITH_VALUE.contains(option)) {
                String value = word.contains("=")
                        ? word.substring(word.indexOf('=') + 1)
                        : i + 1 < words.size() ? words.get(++i) : "";
                if (Set.of("-w", "--workspace", "--filter", "-F").contains(option)) {
                    filter.add(value);
                } else {
                    only(elsewhere(option, value, folder), folders);
                }
            } else if (!word.startsWith("-")) {
                plain.add(word);
            }
        }
        if (manager.equals("yarn") && plain.size() > 2 && plain.get(0).equals("workspace")) {
            only(names.folder(plain.get(1)), folders);
            plain = plain.subList(2, plain.size());
        } else if (manager.equals("yarn") && plain.size() > 2 && plain.get(0).equals("workspaces")) {
            folders.addAll(names.folders());
            plain = plain.subList(2, plain.size());
        }
        filter.apply(folders);
        Optional<String> script = script(manager, plain);
        return script.isPresent() ? inAll(folders, script.get()) : List.of();
    }

    /** {@code --parallel} is a flag for some, and {@code --parallel 3} is not. */
    private static boolean takesNumber(String option, List<String> words, int at) {
        return option.equals("--parallel")
                && at + 1 < words.size()
                && Character.isDigit((words.get(at + 1) + "x").charAt(0));
    }

    /** {@code pm2 start npm --name api -- run start:prod}. */
    private List<Script> processManaged(List<String> words, String folder) {
        int dashes = words.indexOf("--");
        for (String word : words) {
            if (MANAGERS.contains(word) && dashes > 0) {
                List<String> managed = new ArrayList<>(words.subList(dashes, words.size()));
                managed.set(0, word);
                return managed(word, managed, folder);
            }
        }
        return List.of();
    }

    /** Where the package is known, it is meant and no other. */
    private static void only(Optional<String> folder, Set<String> folders) {
        if (folder.isPresent()) {
            folders.clear();
            folders.add(folder.get());
        }
    }

    private Optional<String> elsewhere(String option, String value, String folder) {
        return switch (option) {
            case "--prefix", "-C", "--dir", "--cwd" ->
                Folders.resolve(folder, value).or(() -> names.folder(value));
            default -> Optional.empty();
        };
    }

    private static Optional<String> script(String manager, List<String> plain) {
        if (plain.isEmpty()) {
            return manager.equals("yarn") ? Optional.of("install") : Optional.empty();
        }
        String first = plain.get(0);
        if (Set.of("run", "run-script", "rum", "urn").contains(first)) {
            return plain.size() > 1 ? Optional.of(plain.get(1)) : Optional.empty();
        }
        if (NOT_SCRIPTS.contains(first)) {
            return Optional.empty();
        }
        if (Set.of("i", "install", "ci", "clean-install").contains(first)) {
            return Optional.of("install");
        }
        boolean bare = !manager.equals("npm")
                || Set.of("start", "test", "t", "stop", "restart").contains(first);
        return bare ? Optional.of(first.equals("t") ? "test" : first) : Optional.empty();
    }

    private List<Script> inAll(Set<String> folders, String name) {
        List<Script> called = new ArrayList<>();
        List<String> wanted =
                name.equals("install") ? List.of("preinstall", "install", "postinstall", "prepare") : List.of(name);
        boolean pattern = name.length() > 3 && name.startsWith("/^") && name.endsWith("/");
        for (String folder : folders) {
            for (String script : pattern ? index.names(Kind.PACKAGE_SCRIPT, folder) : wanted) {
                if (pattern && !script.startsWith(literal(name))) {
                    continue;
                }
                called.addAll(index.of(new ScriptId(Kind.PACKAGE_SCRIPT, folder, script)));
            }
        }
        return called;
    }

    /** What names that fit pnpm's {@code /^build:/} begin with. */
    private static String literal(String pattern) {
        int end = 2;
        while (end < pattern.length() - 1 && "\\.[(*+?|$".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        return pattern.substring(2, end);
    }

    /** {@code run-s build:* db}; concurrently takes {@code npm:name}. */
    private List<Script> patterns(List<String> words, String folder, boolean marked) {
        String home = names.enclosing(folder).orElse(folder);
        List<Script> called = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            String pattern = word.replaceFirst("^(npm|pnpm|yarn|bun|node):", "").split(" ", 2)[0];
            if (pattern.startsWith("-") || marked && !word.contains(":")) {
                continue;
            }
            for (String name : index.names(Kind.PACKAGE_SCRIPT, home)) {
                boolean matches = pattern.endsWith("*")
                        ? name.startsWith(pattern.replaceFirst("\\*+$", ""))
                        : name.equals(pattern);
                if (matches) {
                    called.addAll(index.of(new ScriptId(Kind.PACKAGE_SCRIPT, home, name)));
                }
            }
        }
        return called;
    }

    private List<Script> acrossWorkspace(List<String> words, boolean taskWithoutRun) {
        List<Script> called = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                break;
            }
            if (OPTIONS_WITH_VALUE.contains(word) || takesNumber(word, words, i)) {
                i++;
            } else if (!word.startsWith("-") && !word.equals("run") && (taskWithoutRun || i > 1)) {
                String task = word.substring(word.indexOf('#') + 1);
                called.addAll(index.everywhere(Kind.PACKAGE_SCRIPT, task));
                called.addAll(index.everywhere(Kind.TASK, "turbo:" + task));
            }
        }
        return called;
    }

    /** {@code nx run project:target}, {@code nx target project}, {@code nx run-many -t target}. */
    private List<Script> nx(List<String> words) {
        List<Script> called = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("run") && i + 1 < words.size()) {
                String[] parts = words.get(++i).split(":");
                targets.add(parts.length > 1 ? parts[1] : parts[0]);
                if (parts.length > 2) {
                    // A configuration, or a target with a colon in its name.
                    targets.add(words.get(i).substring(parts[0].length() + 1));
                }
            } else if (Set.of("-t", "--target", "--targets").contains(word) && i + 1 < words.size()) {
                while (i + 1 < words.size() && !words.get(i + 1).startsWith("-")) {
                    targets.addAll(List.of(words.get(++i).split(",")));
                }
            } else if (word.startsWith("--target=") || word.startsWith("--targets=")) {
                targets.addAll(List.of(word.substring(word.indexOf('=') + 1).split(",")));
            } else if (!word.startsWith("-") && i == 1 && !word.equals("run-many") && !word.equals("affected")) {
                targets.add(word);
            }
        }
        targets.forEach(target -> {
            called.addAll(index.everywhere(Kind.TASK, "nx:" + target));
            called.addAll(index.everywhere(Kind.PACKAGE_SCRIPT, target));
        });
        return called;
    }

    private List<Script> composer(List<String> words, String folder) {
        List<String> plain =
                words.stream().skip(1).filter(w -> !w.startsWith("-")).toList();
        if (plain.isEmpty()) {
            return List.of();
        }
        boolean run = plain.get(0).startsWith("run") && plain.size() > 1;
        return index.upwards(Kind.TASK, folder, "composer:" + (run ? plain.get(1) : plain.get(0)));
    }
}
