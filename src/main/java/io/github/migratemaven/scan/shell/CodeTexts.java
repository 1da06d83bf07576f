package io.github.migratemaven.scan.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Programs given on a command line, {@code node -e "…"} and its like: the texts that they hand to a shell. */
final class CodeTexts {
    private static final Set<String> FUNCTIONS =
            Set.of("exec", "execSync", "execaCommandSync", "system", "popen", "shell_exec", "passthru", "run", "call");
    private static final int LONGEST_NAME = 20;

    private CodeTexts() {}

    /** Whether an option of an interpreter is followed by its program. */
    static boolean isProgram(String interpreter, String option) {
        return switch (interpreter) {
            case "node", "bun", "tsx", "ts-node" ->
                Set.of("-e", "--eval", "-p", "-pe", "--print").contains(option);
            case "python", "python3" -> option.equals("-c");
            case "ruby", "perl" -> option.equals("-e");
            case "php" -> option.equals("-r");
            default -> false;
        };
    }

    /** Strings that stand first in the brackets of a function that runs one. */
    static List<Traced> of(Traced code) {
        String text = code.text();
        List<Traced> found = new ArrayList<>();
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            int quote = open + 1;
            if (quote >= text.length() || "\"'`".indexOf(text.charAt(quote)) < 0 || !isFunction(text, open)) {
                continue;
            }
            int end = text.indexOf(text.charAt(quote), quote + 1);
            if (end < 0) {
                break;
            }
            found.add(code.part(quote + 1, end));
            open = end;
        }
        return found;
    }

    private static boolean isFunction(String text, int end) {
        int begin = end;
        while (begin > 0
                && end - begin < LONGEST_NAME
                && (Character.isLetter(text.charAt(begin - 1)) || text.charAt(begin - 1) == '_')) {
            begin--;
        }
        return FUNCTIONS.contains(text.substring(begin, end));
    }
}
