package io.github.migratemaven.scan.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes one wrapper off a command. */
final class Peeler {
    private static final Set<String> ENV_FILES = Set.of("--env-file", "--env-file-if-exists", "--env-from-file");
    private static final Set<String> ENV_SHORT =
            Set.of("dotenv -e", "dotenv-cli -e", "env-cmd -f", "env-cmd --file", "dotenvx run -f");
    private static final Set<String> ASSIGNING = Set.of("-e", "--env", "-v", "-E", "--setenv");

    private Invocation invocation;
    private int at = 1;
    private Field entrypoint;

    private Peeler(Invocation invocation) {
        this.invocation = invocation;
    }

    /**
     * @param left what is behind the wrapper
     * @param text whether a shell reads that, joined
     * @param both whether the command as it was counts, too: it may name a script
     */
    record Peeled(Invocation left, boolean text, boolean both) {}

    /** Null when there is no wrapper, or nothing behind it. */
    static Peeled peel(Invocation invocation) {
        String program = invocation.program();
        Wrapper root = Wrappers.named(program);
        if (program.equals("command")) {
            boolean asks = invocation.size() < 2
                    || invocation.text(1).toLowerCase(Locale.ROOT).startsWith("-v");
            int at = !asks && invocation.text(1).equals("-p") ? 2 : 1;
            return asks || at >= invocation.size()
                    ? null
                    : new Peeled(invocation.peeled(at, program, false), false, false);
        }
        if (root == null) {
            int dashes = program.startsWith("wait") ? dashes(invocation, 1) : -1;
            return dashes < 0 || dashes + 1 >= invocation.size()
                    ? null
                    : new Peeled(invocation.peeled(dashes + 1, program, false), false, false);
        }
        return new Peeler(invocation).walk(root);
    }

    private static int dashes(Invocation invocation, int from) {
        for (int i = from; i < invocation.size(); i++) {
            if (invocation.text(i).equals("--")) {
                return i;
            }
        }
        return -1;
    }

    private Peeled walk(Wrapper root) {
        Wrapper node = root;
        while (true) {
            int operands = node.operands;
            int dashes = node.is("dashes") || node.is("must") ? dashes(invocation, at) : -1;
            options(node, dashes);
            while (operands > 0 && at < invocation.size() && dashes < 0) {
                at++;
                operands--;
                if (node.is("must") || !node.subcommands.isEmpty()) {
                    options(node, dashes);
                }
            }
            Wrapper next = at < invocation.size() && dashes < 0 ? node.subcommands.get(invocation.text(at)) : null;
            if (next == null) {
                return left(node, dashes);
            }
            node = next;
            at++;
        }
    }

    private Peeled left(Wrapper node, int dashes) {
        if (!node.leaf || node.is("must") && dashes < 0) {
            return null;
        }
        at = dashes >= 0 ? dashes + 1 : at;
        while (node.is("numbers") && at < invocation.size() && isNumber(invocation.text(at))) {
            at++;
        }
        if (node.is("near")
                && at + 1 < invocation.size()
                && invocation.text(at + 1).equals("--")) {
            at += 2;
        }
        if (at < invocation.size() && invocation.text(at).equals("--")) {
            at++;
        }
        if (at >= invocation.size() && entrypoint == null) {
            return null;
        }
        Invocation rest = at < invocation.size()
                ? invocation.peeled(at, node.name, node.is("remote"))
                : invocation.of(List.of(entrypoint)).wrapped(node.name, node.is("remote"));
        rest = withEntrypoint(rest);
        if (node.is("inner") && rest.size() > 1 && rest.text(1).equals("--")) {
            List<Field> fields = new ArrayList<>(rest.fields());
            fields.remove(1);
            rest = rest.of(fields);
        }
        boolean line = node.is("line") && rest.size() == 1 && rest.text(0).indexOf(' ') > 0;
        return new Peeled(rest, node.is("text") || line, node.is("both"));
    }

    private Invocation withEntrypoint(Invocation rest) {
        if (entrypoint == null || rest.fields().get(0) == entrypoint) {
            return rest;
        }
        List<Field> fields = new ArrayList<>();
        fields.add(entrypoint);
        fields.addAll(rest.fields());
        return rest.of(fields);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == 's' || c == 'm');
    }

    /** Options and assignments in front of what comes next. */
    private void options(Wrapper node, int dashes) {
        while (at < invocation.size() && (dashes < 0 || at < dashes)) {
            String text = invocation.text(at);
            if (node.subcommands.containsKey(text)) {
                return;
            }
            if (text.equals("--") || text.isEmpty()) {
                at += text.isEmpty() ? 1 : 0;
                return;
            }
            int equals = text.indexOf('=');
            if (text.startsWith("-") && text.length() > 1) {
                option(node, text, equals);
            } else if (node.is("assigns") && equals > 0 && isName(text, equals)) {
                invocation = invocation.with(text.substring(0, equals), text.substring(equals + 1));
            } else if (dashes < 0) {
                return;
            }
            at++;
        }
    }

    private static boolean isName(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (!Cursor.isName(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void option(Wrapper node, String text, int equals) {
        if (text.startsWith("--") && equals > 0) {
            value(node, text.substring(0, equals), invocation.fields().get(at).part(equals + 1, text.length()));
            return;
        }
        String valued = node.valued.contains(text) ? text : cluster(node, text);
        if (valued != null && at + 1 < invocation.size()) {
            at++;
            value(node, valued, invocation.fields().get(at));
        } else if (valued == null && !text.startsWith("--") && text.length() > 2) {
            // -ePATH, -fFILE
            value(node, text.substring(0, 2), invocation.fields().get(at).part(2, text.length()));
        }
    }

    /** {@code -Tu postgres}: the last of several letters takes the next word. Null when it does not. */
    private static String cluster(Wrapper node, String text) {
        if (text.startsWith("--") || text.length() < 3) {
            return null;
        }
        for (int i = 1; i < text.length(); i++) {
            String letter = "-" + text.charAt(i);
            if (node.valued.contains(letter)) {
                return i == text.length() - 1 ? letter : null;
            }
        }
        return null;
    }

    private void value(Wrapper node, String option, Field value) {
        String text = value.text();
        int equals = text.indexOf('=');
        if (ENV_FILES.contains(option) || ENV_SHORT.contains(node.name + " " + option) && equals < 0) {
            invocation = invocation.with(".env", text);
        } else if (ASSIGNING.contains(option) && equals > 0 && isName(text, equals)) {
            invocation = invocation.with(text.substring(0, equals), text.substring(equals + 1));
        } else if (option.equals("--entrypoint")) {
            entrypoint = text.isEmpty() ? null : value;
        }
    }
}
