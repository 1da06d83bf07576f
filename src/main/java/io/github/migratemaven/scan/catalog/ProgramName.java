package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.shell.Word;
import java.util.List;
import java.util.Locale;

/** Which program a word starts. */
final class ProgramName {
    private static final List<String> ENDINGS =
            List.of(".exe", ".cmd", ".bat", ".ps1", ".phar", ".js", ".mjs", ".cjs", ".ts", ".rb", ".pl");
    /** Linux takes no longer path (PATH_MAX). */
    private static final int LONGEST = 4_096;

    private static final List<String> VARIABLE_ENDINGS = List.of("_cmd", "_command", "_bin", "_cli", "_exe", "_path");

    private ProgramName() {}

    /**
     * The name in lower case, without folder, version and file ending: {@code prisma} for {@code prisma@6.5.0},
     * {@code ./node_modules/.bin/prisma}, {@code node_modules/prisma/build/index.js}, {@code npm:prisma} and a variable called
     * {@code $PRISMA_BIN}; empty string for what is not known.
     */
    static String of(Word word) {
        String text = word.text();
        if (text.length() > LONGEST) {
            return "";
        }
        if (!word.literal() && text.startsWith("$") && text.indexOf('/') < 0) {
            return variable(text);
        }
        return of(text);
    }

    private static String of(String given) {
        String text = given.replace('\\', '/').toLowerCase(Locale.ROOT);
        text = text.startsWith("npm:") ? text.substring(4) : text;
        int modules = text.lastIndexOf("node_modules/");
        if (modules >= 0 && !text.startsWith(".bin/", modules + 13)) {
            return scoped(text.substring(modules + 13));
        }
        if (text.startsWith("@") && text.indexOf('/') > 0) {
            return scoped(text);
        }
        String name = unversioned(text);
        name = name.substring(name.lastIndexOf('/') + 1);
        for (String ending : ENDINGS) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** {@code @mikro-orm/cli} of {@code @mikro-orm/cli@6/x}; {@code prisma} of {@code prisma/build/index.js}. */
    private static String scoped(String path) {
        int slash = path.indexOf('/');
        if (path.startsWith("@") && slash > 0) {
            int next = path.indexOf('/', slash + 1);
            return unversioned(next < 0 ? path : path.substring(0, next));
        }
        return unversioned(slash < 0 ? path : path.substring(0, slash));
    }

    private static String unversioned(String name) {
        int at = name.lastIndexOf('@');
        return at > 0 && name.indexOf('/', at) < 0 ? name.substring(0, at) : name;
    }

    private static String variable(String text) {
        String name = text.substring(1);
        if (name.startsWith("{") && name.endsWith("}") || name.startsWith("(") && name.endsWith(")")) {
            name = name.substring(1, name.length() - 1);
        }
        name = name.toLowerCase(Locale.ROOT);
        for (String ending : VARIABLE_ENDINGS) {
            name = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
        }
        return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_') ? name.replace('_', '-') : "";
    }
}
