package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.Collected;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.Surroundings;
import java.util.Map;
import java.util.Optional;

/** Inputs of a project's own workflows and actions that a step runs as they are given: {@code run: ${{ inputs.command }}}. */
final class GithubInputs {
    private GithubInputs() {}

    /** What a caller hands to a workflow or action, where that runs it. */
    static void given(Optional<Node> with, SourceFile called, Surroundings where, Collected collected) {
        if (with.isPresent()) {
            for (Node.Entry input : with.get().entries()) {
                run(input.key(), input.value().source(), called, where, collected);
            }
        }
    }

    /** What a workflow or action runs when a caller hands it nothing. */
    static void defaults(Optional<Node> inputs, Surroundings where, Collected collected) {
        if (inputs.isPresent()) {
            for (Node.Entry input : inputs.get().entries()) {
                run(input.key(), input.value().source("default"), collected.file(), where, collected);
            }
        }
    }

    private static void run(
            String name, Optional<Source> value, SourceFile called, Surroundings where, Collected collected) {
        if (value.isPresent() && runs(called.text(), name)) {
            collected.shell(where.inside("input", name), GithubMatrix.readable(value.get(), Map.of()));
        }
    }

    /** Whether the input stands where a command begins: a line of its own, or all of {@code run}. */
    private static boolean runs(String text, String name) {
        String expression = "inputs." + name;
        for (int at = text.indexOf(expression); at >= 0; at = text.indexOf(expression, at + 1)) {
            int end = at + expression.length();
            boolean whole = end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '}');
            int line = text.lastIndexOf('\n', at) + 1;
            String before = text.substring(Math.max(line, at - 500), at).strip();
            if (whole && before.endsWith("${{")) {
                String lead = before.substring(0, before.length() - 3).strip();
                lead = lead.startsWith("-") ? lead.substring(1).strip() : lead;
                boolean run = lead.startsWith("run:") && isQuoteAtMost(lead.substring(4));
                if (run || lead.isEmpty() || lead.endsWith("&&") || lead.endsWith(";") || lead.endsWith("||")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isQuoteAtMost(String text) {
        String left = text.strip();
        return left.isEmpty() || left.equals("\"") || left.equals("'");
    }
}
