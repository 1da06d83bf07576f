package io.github.migratemaven.scan.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a program is called, however it is written. */
public final class Program {
    private static final String MODULES = "node_modules/";
    private static final List<String> ENDINGS = List.of(".cmd", ".exe", ".bat", ".phar");
    /** Commands that say where another one is: {@code $(which npx)}. */
    private static final List<String> LOOKUPS = List.of("which ", "command -v ", "type -p ", "yarn bin ");

    private static final Map<String, String> SAME =
            Map.of("mvnw", "mvn", "gradlew", "gradle", "nodejs", "node", "powershell", "pwsh");

    private Program() {}

    /**
     * A program's plain name: no folder, no ending of Windows, no version of a package. {@code ./node_modules/.bin/prisma},
     * {@code prisma@6.5.0}, {@code node_modules/prisma/build/index.js}, {@code npm:prisma} and {@code prisma.cmd} are {@code prisma};
     * {@code ./mvnw} is {@code mvn}; {@code @mikro-orm/cli@5} is {@code @mikro-orm/cli}.
     */
    public static String name(Word word) {
        return name(word.text());
    }

    /** The same for a text. */
    public static String name(String text) {
        String path = looked(text).replace('\\', '/');
        path = path.startsWith("npm:") ? path.substring(4) : path;
        int modules = path.lastIndexOf(MODULES);
        if (modules >= 0) {
            return inModules(path.substring(modules + MODULES.length()));
        }
        boolean scoped = path.startsWith("@") && path.indexOf('/') == path.lastIndexOf('/');
        String name = scoped ? path : path.substring(path.lastIndexOf('/') + 1);
        int version = name.indexOf('@', 1);
        name = version > 0 ? name.substring(0, version) : name;
        for (String ending : ENDINGS) {
            if (name.length() > ending.length() && name.toLowerCase(Locale.ROOT).endsWith(ending)) {
                name = name.substring(0, name.length() - ending.length());
            }
        }
        return SAME.getOrDefault(name, name);
    }

    /** {@code .bin/x}, {@code x/build/index.js}, {@code @scope/x/cli.js}. */
    private static String inModules(String path) {
        String[] parts = path.split("/", 4);
        if (parts.length > 1 && parts[0].equals(".bin")) {
            return name(parts[1]);
        }
        return parts.length > 1 && parts[0].startsWith("@") ? parts[0] + "/" + parts[1] : parts[0];
    }

    private static String looked(String text) {
        boolean substituted = text.startsWith("$(") && text.endsWith(")")
                || text.length() > 1 && text.startsWith("`") && text.endsWith("`");
        if (!substituted) {
            return text;
        }
        String inner =
                text.substring(text.startsWith("`") ? 1 : 2, text.length() - 1).strip();
        for (String lookup : LOOKUPS) {
            if (inner.startsWith(lookup)) {
                String found = inner.substring(lookup.length()).strip();
                return found.startsWith("\"") && found.length() > 1 ? found.substring(1, found.length() - 1) : found;
            }
        }
        return text;
    }
}
