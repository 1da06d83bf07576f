package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Source;
import java.util.List;

/**
 * One instruction of a Dockerfile.
 *
 * @param name in upper case
 * @param text what follows the name: continued lines are joined as docker joins them, comments between them left out
 * @param heredocs the texts below it that it names, in order
 */
record Instruction(String name, Source text, List<Heredoc> heredocs) {
    /**
     * @param delimiter as the instruction names it
     * @param text its lines up to the delimiter's
     */
    record Heredoc(String delimiter, Source text) {}

    Instruction {
        heredocs = List.copyOf(heredocs);
    }

    /** The text behind {@code --flags}, and behind the blanks around them. */
    Source operand() {
        String all = text.text();
        int at = blanks(all, 0);
        while (all.startsWith("--", at)) {
            at = blanks(all, word(all, at));
        }
        return text.slice(at, all.length());
    }

    /** The value of a flag such as {@code --from=builder}; empty string = it is not there. */
    String flag(String name) {
        String all = text.text();
        String prefix = "--" + name + "=";
        int at = blanks(all, 0);
        while (all.startsWith("--", at)) {
            int end = word(all, at);
            if (all.startsWith(prefix, at)) {
                return all.substring(at + prefix.length(), end);
            }
            at = blanks(all, end);
        }
        return "";
    }

    private static int blanks(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int word(String text, int at) {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
