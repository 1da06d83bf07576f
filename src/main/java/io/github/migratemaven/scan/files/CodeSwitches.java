package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Extract;
import io.github.migratemaven.scan.Extractor;
import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * JavaScript and TypeScript that configures an ORM: TypeORM's {@code synchronize: true}, Sequelize's {@code sync({force: true})},
 * MikroORM's schema generator, Payload's {@code push}. Only files whose names say configuration, module or start are looked
 * at, and of these only those that hold one of the words.
 */
final class CodeSwitches implements Extractor {
    private static final Set<String> ENDINGS = Set.of(".js", ".cjs", ".mjs", ".ts", ".mts", ".cts");

    private static final Set<String> NAMES = Set.of(
            "app",
            "bootstrap",
            "config",
            "configuration",
            "connect",
            "connection",
            "data",
            "database",
            "datasource",
            "db",
            "init",
            "main",
            "migrate",
            "migration",
            "mikro",
            "model",
            "models",
            "module",
            "options",
            "orm",
            "ormconfig",
            "payload",
            "postgres",
            "mysql",
            "provider",
            "providers",
            "reset",
            "seed",
            "sequelize",
            "server",
            "settings",
            "setup",
            "start",
            "sync",
            "typeorm",
            "www");

    /** Where an index file starts an application or opens its database. */
    private static final Set<String> INDEX_FOLDERS =
            Set.of("", "src", "api", "app", "backend", "config", "database", "db", "lib", "models", "orm", "server");

    private static final Set<String> WORDS = Set.of(
            "synchronize",
            "dropSchema",
            "updateSchema",
            "refreshDatabase",
            "dropDatabase",
            "sync(",
            "sync:",
            "push: true");

    @Override
    public boolean accepts(String path) {
        int dot = path.lastIndexOf('.');
        int slash = path.lastIndexOf('/');
        if (dot <= slash || !ENDINGS.contains(path.substring(dot)) || path.endsWith(".d.ts")) {
            return false;
        }
        String stem = path.substring(slash + 1, dot);
        if (stem.equals("index")) {
            String folder = slash < 0 ? "" : path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
            return INDEX_FOLDERS.contains(folder);
        }
        return CodeNames.anyWord(stem, NAMES);
    }

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public Set<String> nameWords() {
        Set<String> words = new HashSet<>(NAMES);
        words.add("index");
        return words;
    }

    @Override
    public Set<String> words() {
        return WORDS;
    }

    @Override
    public Extract extract(SourceFile file, ProjectFiles project) {
        return WORDS.stream().anyMatch(file.text()::contains)
                ? new Extract(List.of(), new SwitchReader(file).read())
                : Extract.NOTHING;
    }

    /** Names in code and of files, taken apart. */
    static final class CodeNames {
        private CodeNames() {}

        /** {@code data}, {@code source} for {@code data-source} and {@code dataSource}. */
        static Set<String> words(String name) {
            StringBuilder apart = new StringBuilder();
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                boolean hump = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
                apart.append(hump ? "-" : "").append(c);
            }
            return NameEvidence.words(apart.toString().toLowerCase(Locale.ROOT));
        }

        /**
         * Whether one of a name's parts is a word: {@code data}, {@code source} of {@code data-source} and {@code dataSource}. Asked of
         * each program in the project.
         */
        static boolean anyWord(String name, Set<String> words) {
            int begin = 0;
            for (int i = 0; i <= name.length(); i++) {
                char c = i < name.length() ? name.charAt(i) : '-';
                boolean sign = !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
                boolean hump = i > begin && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
                if (sign || hump) {
                    if (i > begin && words.contains(name.substring(begin, i).toLowerCase(Locale.ROOT))) {
                        return true;
                    }
                    begin = sign ? i + 1 : i;
                }
            }
            return false;
        }
    }
}
