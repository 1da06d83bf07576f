package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Functions whose name stands nowhere else in their script: dead code, unless the script is a library for others, or calls what
 * it is told to call.
 */
final class UncalledFunctions {
    private static final int MOST = 200;
    /** Longer texts are no scripts that somebody wrote, and each name is looked for in all of it. */
    private static final int LONGEST = 200_000;

    private static final List<String> LIBRARIES =
            List.of("lib", "common", "util", "func", "helper", "shared", "alias", "profile", "rc", "env");
    private static final List<String> BY_NAME = List.of("eval", "export -f", "declare -F", "compgen", "typeset -f");

    private final List<Body> bodies = new ArrayList<>();

    /**
     * @param start where its text begins, its name included
     * @param from its first command, among those found
     */
    private record Body(String name, Source source, int start, int end, int from, int to) {}

    /** A function's body has been read; {@code from} to {@code to} are the commands found in it. */
    void add(String name, Source source, int body, int end, int from, int to) {
        if (name != null && from < to && bodies.size() < MOST && source.text().length() <= LONGEST) {
            bodies.add(new Body(name, source, Math.max(source.text().lastIndexOf(name, body), 0), end, from, to));
        }
    }

    List<Command> without(List<Command> found) {
        if (bodies.isEmpty()) {
            return found;
        }
        BitSet inside = new BitSet();
        bodies.forEach(body -> inside.set(body.from, body.to));
        BitSet dead = new BitSet();
        bodies.stream()
                .filter(body -> !isLibrary(body.source) && isUncalled(body))
                .forEach(body -> dead.set(body.from, body.to));
        boolean runsSomething = false;
        for (int i = inside.nextClearBit(0); i < found.size(); i = inside.nextClearBit(i + 1)) {
            String program = found.get(i).words().get(0).text();
            // Whatever it is told to call: "$@", "cmd_$1". What exec starts is a program, never a function.
            if (program.contains("$") && !found.get(i).wrappers().contains("exec")) {
                return found;
            }
            runsSomething |= !program.equals(".") && !program.equals("source");
        }
        if (dead.isEmpty() || !runsSomething) {
            return found;
        }
        List<Command> left = new ArrayList<>();
        for (int i = dead.nextClearBit(0); i < found.size(); i = dead.nextClearBit(i + 1)) {
            left.add(found.get(i));
        }
        return left;
    }

    private static boolean isLibrary(Source source) {
        String file = source.file().name().toLowerCase(Locale.ROOT);
        return LIBRARIES.stream().anyMatch(file::contains) || BY_NAME.stream().anyMatch(source.text()::contains);
    }

    private static boolean isUncalled(Body body) {
        String text = body.source.text();
        int at = text.indexOf(body.name);
        while (at >= 0) {
            int end = at + body.name.length();
            boolean own = at >= body.start && end <= body.end;
            boolean word =
                    (at == 0 || !isPart(text.charAt(at - 1))) && (end == text.length() || !isPart(text.charAt(end)));
            if (!own && word && !commented(text, at)) {
                return false;
            }
            at = text.indexOf(body.name, end);
        }
        return true;
    }

    private static boolean isPart(char c) {
        return c == '_' || c == '-' || Character.isLetterOrDigit(c);
    }

    private static boolean commented(String text, int at) {
        int begin = text.lastIndexOf('\n', at) + 1;
        while (begin < at && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        return text.charAt(begin) == '#';
    }
}
