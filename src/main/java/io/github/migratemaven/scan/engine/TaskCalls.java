package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls of tasks: make, just, task, rake, mix, gradle. */
final class TaskCalls {
    private static final Map<String, String> TOOLS = Map.of(
            "make", "make",
            "gmake", "make",
            "just", "just",
            "task", "task",
            "go-task", "task",
            "rake", "rake",
            "rails", "rake",
            "mix", "mix",
            "gradle", "gradle",
            "gradlew", "gradle");
    private static final Set<String> FOLDERS = Set.of("-C", "--directory", "--dir", "-d", "-p", "--project-dir");
    private static final Set<String> FILES =
            Set.of("-f", "--file", "--makefile", "--justfile", "-t", "--taskfile", "--rakefile");
    private static final Set<String> OTHERS_WITH_VALUE = Set.of("-j", "-o", "-I", "--working-directory", "-x", "-b");
    private static final Set<String> MAKEFILES = Set.of("Makefile", "makefile", "GNUmakefile");
    /** Tools whose default is a task of that name; of the others it is the first. */
    private static final Set<String> NAME_DEFAULT = Set.of("task", "rake");

    private final ScriptIndex index;

    TaskCalls(ScriptIndex index) {
        this.index = index;
    }

    /** Where a command looks: the folder, and what stands before the names of the file that it reads there. */
    private record Place(String folder, String prefix) {}

    List<Script> calls(String program, List<String> words, String folder) {
        String tool = TOOLS.get(program);
        if (tool == null) {
            return List.of();
        }
        if (onlyShows(tool, words) || talks(tool, words)) {
            return List.of();
        }
        Place place = new Place(folder, tool + ":");
        List<String> targets = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String option = equals > 0 ? word.substring(0, equals) : word;
            if (word.startsWith("-C") && word.length() > 2) {
                place = moved(place, "-C", word.substring(2), tool);
            } else if (equals > 0) {
                place = moved(place, option, word.substring(equals + 1), tool);
            } else if (hasValue(tool, option) && i + 1 < words.size()) {
                i++;
                place = moved(place, option, words.get(i), tool);
            } else if (!word.startsWith("-") && !word.contains("=")) {
                targets.add(word.startsWith(":") ? word.substring(word.lastIndexOf(':') + 1) : word);
            }
        }
        List<Script> called = new ArrayList<>();
        if (targets.isEmpty()) {
            called.addAll(byDefault(tool, place));
        }
        // The words behind a mix task are its arguments.
        int runs = tool.equals("mix") ? Math.min(1, targets.size()) : targets.size();
        for (String target : targets.subList(0, runs)) {
            called.addAll(named(tool, place, target));
        }
        return called;
    }

    /** Prints what it would run, or what there is. */
    private static boolean onlyShows(String tool, List<String> words) {
        for (String word : words) {
            if (onlyShows(tool, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean onlyShows(String tool, String word) {
        return switch (tool) {
            case "make" ->
                Set.of("--dry-run", "--just-print", "--recon", "--question", "--touch")
                                .contains(word)
                        || isCluster(word) && (word.indexOf('n') > 0 || word.indexOf('q') > 0);
            case "just" ->
                Set.of("-n", "--dry-run", "--list", "-l", "--summary", "--show", "-s", "--dump")
                        .contains(word);
            case "task" ->
                Set.of("-n", "--dry", "--list", "-l", "--list-all", "-a", "--summary", "--status")
                        .contains(word);
            case "rake" ->
                Set.of("-n", "--dry-run", "-T", "--tasks", "-P", "--prereqs", "-D", "--describe", "-W")
                        .contains(word);
            case "gradle" -> Set.of("-m", "--dry-run").contains(word);
            default -> false;
        };
    }

    /** Several flags in one word, {@code -ns}; not those whose value may follow, {@code -fnone.mk}. */
    private static boolean isCluster(String word) {
        return word.length() > 1
                && word.charAt(0) == '-'
                && word.chars().skip(1).allMatch(c -> "bBdeikLnpqrRsStvw".indexOf(c) >= 0);
    }

    /** Commands of rails that run no task. */
    private static boolean talks(String tool, List<String> words) {
        return tool.equals("rake")
                && words.size() > 1
                && Set.of("runner", "r", "console", "c", "generate", "g", "server", "s", "new", "test", "dbconsole")
                        .contains(words.get(1));
    }

    private static boolean hasValue(String tool, String option) {
        boolean flag = tool.equals("make") && Set.of("-d", "-p", "-t", "-b").contains(option)
                || tool.equals("rake") && Set.of("-p", "-d", "-t").contains(option);
        return !flag && (FOLDERS.contains(option) || FILES.contains(option) || OTHERS_WITH_VALUE.contains(option));
    }

    private static Place moved(Place place, String option, String value, String tool) {
        if (FOLDERS.contains(option)) {
            return new Place(Folders.resolve(place.folder, value).orElse(place.folder), place.prefix);
        }
        if (!FILES.contains(option)) {
            return place;
        }
        int slash = value.lastIndexOf('/');
        String name = value.substring(slash + 1);
        boolean apart = tool.equals("make") && !MAKEFILES.contains(name);
        return new Place(
                Folders.resolve(place.folder, slash < 0 ? "" : value.substring(0, slash))
                        .orElse(place.folder),
                apart ? place.prefix + name + ":" : place.prefix);
    }

    private List<Script> named(String tool, Place place, String target) {
        String name = place.prefix + target;
        List<Script> found = tool.equals("make")
                ? index.of(new ScriptId(Kind.TASK, place.folder, name))
                : index.upwards(Kind.TASK, place.folder, name);
        return found.isEmpty() ? index.everywhere(Kind.TASK, name) : found;
    }

    private List<Script> byDefault(String tool, Place place) {
        String name = NAME_DEFAULT.contains(tool)
                ? place.prefix + "default"
                : index.names(Kind.TASK, place.folder).stream()
                        .filter(n -> n.startsWith(place.prefix) && n.indexOf(':', place.prefix.length()) < 0)
                        .findFirst()
                        .orElse("");
        boolean first = Set.of("make", "just", "task", "rake").contains(tool);
        return first ? index.of(new ScriptId(Kind.TASK, place.folder, name)) : List.of();
    }
}
