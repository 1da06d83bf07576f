package io.github.migratemaven.scan.shell;

import java.util.Set;

/**
 * Interpreters in front of a tool's own script: {@code php artisan}, {@code python -m alembic}, {@code node
 * node_modules/prisma/build/index.js}. Any other script of theirs is left to who follows files.
 */
final class Interpreters {
    private static final Set<String> TOOLS = Set.of(
            "artisan",
            "console",
            "manage.py",
            "ace",
            "rails",
            "rake",
            "spark",
            "craft",
            "yii",
            "cake",
            "please",
            "bake");
    private static final Set<String> VALUED =
            Set.of("-d", "-c", "-r", "--require", "--import", "--loader", "-I", "-W", "-X", "--max-old-space-size");

    private Interpreters() {}

    /** Null when there is nothing to take off. */
    static Invocation peel(Invocation invocation) {
        String program = invocation.program();
        String kind = kind(program);
        if (kind.isEmpty()) {
            return null;
        }
        Invocation seen = invocation;
        for (int at = 1; at < seen.size(); at++) {
            String text = seen.text(at);
            if (text.startsWith("--env-file=")) {
                seen = seen.with(".env", text.substring(text.indexOf('=') + 1));
            } else if (kind.equals("python") && text.equals("-m")) {
                return at + 1 < seen.size() ? seen.peeled(at + 1, program + " -m", false) : null;
            } else if (VALUED.contains(text)) {
                boolean code = kind.equals("node") ? text.equals("-c") : !kind.equals("ruby") && text.equals("-c");
                if (code || kind.equals("php") && text.equals("-r")) {
                    return null;
                }
                at++;
            } else if (kind.equals("deno") && text.equals("run")) {
                continue;
            } else if (!text.startsWith("-")) {
                return isTool(kind, text) ? seen.peeled(at, program, false) : null;
            }
        }
        return null;
    }

    private static String kind(String program) {
        for (String kind : new String[] {"python", "php", "ruby"}) {
            if (program.startsWith(kind)
                    && program.substring(kind.length()).chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')) {
                return kind;
            }
        }
        return switch (program) {
            case "py" -> "python";
            case "node", "tsx", "ts-node" -> "node";
            case "deno" -> "deno";
            default -> "";
        };
    }

    private static boolean isTool(String kind, String text) {
        String path = text.replace('\\', '/');
        return path.contains("node_modules/")
                || path.contains("vendor/bin/")
                || path.startsWith("bin/") && kind.equals("ruby")
                || kind.equals("deno") && path.startsWith("npm:")
                || TOOLS.contains(Program.name(path));
    }
}
