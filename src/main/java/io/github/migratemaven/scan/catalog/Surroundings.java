package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a command or a setting's neighbours say about the database that is meant. */
final class Surroundings {
    private static final Set<String> TEST = Set.of("test", "tests", "testing");
    private static final Set<String> DEVELOPMENT = Set.of("dev", "development", "devel", "local", "devcontainer");

    /** Variables and options whose value names an environment, compared by their letters. */
    private static final Set<String> ENVIRONMENTS = Set.of(
            "railsenv",
            "rackenv",
            "nodeenv",
            "appenv",
            "mixenv",
            "goenv",
            "flaskenv",
            "djangoenv",
            "symfonyenv",
            "env",
            "environment",
            "stage",
            "aspnetcoreenvironment",
            "dotnetenvironment",
            "djangosettingsmodule",
            "settings",
            "e",
            "springprofilesactive",
            "quarkusprofile",
            "micronautenvironments",
            "profile",
            "config",
            "configfile",
            "configfiles",
            "flywayconfigfile",
            "flywayconfigfiles",
            "dbname",
            "database",
            "dbdatabase",
            "envfile");

    private boolean test;
    private boolean development;
    private int addresses;
    private int throwaways;

    private Surroundings() {}

    static Set<Catalog.Trait> of(Command command) {
        Surroundings found = new Surroundings();
        for (Map.Entry<String, String> variable : command.environment().entrySet()) {
            found.pair(variable.getKey(), variable.getValue());
        }
        for (String wrapper : command.wrappers()) {
            found.file(wrapper);
        }
        List<Word> words = command.words();
        for (int i = 0; i < words.size(); i++) {
            found.word(
                    words.get(i).text(), i + 1 < words.size() ? words.get(i + 1).text() : "");
        }
        return found.traits();
    }

    static Set<Catalog.Trait> of(String key, Map<String, String> siblings) {
        Surroundings found = new Surroundings();
        for (String value : siblings.values()) {
            found.address(value);
        }
        if (key.startsWith("%test.") || key.contains("environments.test.")) {
            found.test = true;
        }
        if (key.startsWith("%dev.") || key.contains("environments.development.")) {
            found.development = true;
        }
        return found.traits();
    }

    private Set<Catalog.Trait> traits() {
        Set<Catalog.Trait> traits = EnumSet.noneOf(Catalog.Trait.class);
        if (test || addresses > 0 && addresses == throwaways) {
            traits.add(Catalog.Trait.THROWAWAY);
        }
        if (development) {
            traits.add(Catalog.Trait.DEVELOPMENT);
        }
        return traits;
    }

    private void word(String text, String next) {
        file(text);
        int scheme = text.indexOf("://");
        int equals = text.indexOf('=');
        equals = scheme >= 0 && scheme < equals ? -1 : equals;
        if (equals > 0) {
            pair(text.substring(0, equals), text.substring(equals + 1));
        } else if (text.startsWith("-") && !next.startsWith("-")) {
            named(text, next);
        }
        address(equals > 0 ? text.substring(equals + 1) : text);
    }

    private void pair(String key, String value) {
        named(key, value);
        if (key.startsWith("-") || key.indexOf('.') >= 0) {
            return;
        }
        address(value);
    }

    private void named(String key, String value) {
        String plain = SettingKey.plain(key.startsWith("-D") ? key.substring(2) : key);
        if (value.indexOf("://") >= 0 || !ENVIRONMENTS.contains(plain) && !plain.endsWith("profilesactive")) {
            return;
        }
        environment(value.substring(value.lastIndexOf('/') + 1));
    }

    private void environment(String value) {
        List<String> parts = Tokens.letters(value);
        test |= !Collections.disjoint(parts, TEST);
        development |= !Collections.disjoint(parts, DEVELOPMENT);
    }

    /** {@code .env.test}, wherever it is named. */
    private void file(String text) {
        int at = text.indexOf(".env.");
        if (at >= 0) {
            int end = at + 5;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            environment(text.substring(at + 5, end));
        }
    }

    private void address(String value) {
        String url = value.toLowerCase(Locale.ROOT);
        if (inMemory(url)) {
            addresses++;
            throwaways++;
        } else if (isDatabase(url)) {
            addresses++;
            throwaways += localTest(url) ? 1 : 0;
        }
    }

    private static boolean inMemory(String url) {
        return url.startsWith("jdbc:h2:mem")
                || url.startsWith("r2dbc:h2:mem")
                || url.startsWith("jdbc:hsqldb:mem")
                || url.startsWith("jdbc:derby:memory")
                || url.startsWith("jdbc:sqlite::memory:")
                || url.startsWith("jdbc:tc:")
                || url.equals(":memory:")
                || url.startsWith("sqlite://:memory:")
                || url.startsWith("sqlite::memory:")
                || url.startsWith("file::memory:");
    }

    private static boolean isDatabase(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return url.startsWith("jdbc:");
        }
        String name = url.substring(0, scheme);
        return name.startsWith("postgres")
                || name.startsWith("jdbc:")
                || name.startsWith("mysql")
                || name.startsWith("mariadb")
                || name.startsWith("sqlserver")
                || name.startsWith("cockroach");
    }

    private static boolean localTest(String url) {
        int host = url.indexOf("://") + 3;
        int slash = host < 3 ? -1 : url.indexOf('/', host);
        if (slash < 0) {
            return false;
        }
        String server = url.substring(Math.max(host, url.lastIndexOf('@', slash) + 1), slash);
        boolean local = server.startsWith("localhost") || server.startsWith("127.0.0.1") || server.startsWith("[::1]");
        int query = url.indexOf('?', slash);
        List<String> name = new ArrayList<>(Tokens.letters(url.substring(slash + 1, query < 0 ? url.length() : query)));
        return local && !Collections.disjoint(name, TEST);
    }
}
