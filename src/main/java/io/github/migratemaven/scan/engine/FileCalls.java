package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.shell.Command;
import java.util.List;
import java.util.Set;

/** Calls of files: {@code ./x.sh}, {@code bash x.sh}, {@code ssh host < x.sh}, {@code node x.js}. */
final class FileCalls {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ash", "ksh", "source", ".");
    private static final Set<String> INTERPRETERS = Set.of(
            "node",
            "nodejs",
            "tsx",
            "ts-node",
            "bun",
            "deno",
            "python",
            "python3",
            "php",
            "ruby",
            "perl",
            "pwsh",
            "powershell",
            "call",
            "cmd",
            "jiti",
            "babel-node",
            "vite-node",
            "esno",
            "zx");
    private static final Set<String> REMOTE_SHELLS = Set.of("ssh", "autossh");
    private static final List<String> ENDINGS = List.of(".sh", ".ps1", ".cmd", ".bat", ".bash");

    private final ScriptIndex index;

    FileCalls(ScriptIndex index) {
        this.index = index;
    }

    List<Script> calls(String program, Command command, List<String> words, String folder) {
        boolean shell = SHELLS.contains(program);
        if (shell || INTERPRETERS.contains(program)) {
            for (String word : words.subList(1, words.size())) {
                boolean option = word.startsWith("-") || word.equals("run") || word.startsWith("/c");
                if (!option) {
                    return index.file(folder, word);
                }
            }
        }
        if (shell || REMOTE_SHELLS.contains(program)) {
            return command.inputFile().isEmpty() ? List.of() : index.file(folder, command.inputFile());
        }
        String first = words.get(0);
        return isPath(first) ? index.file(folder, first) : List.of();
    }

    private static boolean isPath(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return word.contains("/") || word.contains("\\");
    }
}
