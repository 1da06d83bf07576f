package io.github.migratemaven.scan.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes texts apart without regular expressions. */
final class Tokens {
    private Tokens() {}

    /** Adds what stands between the separators, empty parts left out. */
    static void split(String text, String separators, List<String> into) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
                if (i > start) {
                    into.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
    }

    /** The runs of letters in a name, lower case: {@code cvdb-dev.properties} = cvdb, dev, properties. */
    static List<String> letters(String text) {
        List<String> found = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetter(text.charAt(i))) {
                if (i > start) {
                    found.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = i + 1;
            }
        }
        return found;
    }

    /** The parts of a name in camel case, lower case: {@code runLiquibaseAction} = run, liquibase, action. */
    static List<String> humps(String name) {
        List<String> found = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= name.length(); i++) {
            if (i == name.length() || Character.isUpperCase(name.charAt(i)) || !Character.isLetter(name.charAt(i))) {
                found.addAll(letters(name.substring(start, i)));
                start = i;
            }
        }
        return found;
    }
}
