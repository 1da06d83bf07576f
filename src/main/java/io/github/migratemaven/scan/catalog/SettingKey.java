package io.github.migratemaven.scan.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares the spellings of one key: {@code spring.jpa.hibernate.ddl-auto}, {@code spring.jpa.hibernate.ddlAuto} and
 * {@code SPRING_JPA_HIBERNATE_DDL_AUTO} are one (Spring Boot's relaxed binding; MicroProfile Config's rule for environment
 * variables), so only letters and digits count.
 */
final class SettingKey {
    /** No real key is longer or has more parts; a longer one is data. */
    private static final int LONGEST = 200;

    private SettingKey() {}

    /** The letters and digits, lower case. */
    static String plain(String key) {
        StringBuilder out = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** The key and what is left of it when parts are taken off its front, longest first; nothing for what can be no key. */
    static List<String> tails(String key) {
        List<String> found = new ArrayList<>(4);
        if (key.length() > LONGEST || !keyLike(key)) {
            return found;
        }
        found.add(key);
        for (int i = 1; i < key.length() - 1; i++) {
            if (key.charAt(i) == '.' || key.charAt(i) == '_') {
                found.add(key.substring(i + 1));
            }
        }
        return found;
    }

    private static boolean keyLike(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (!Character.isLetterOrDigit(c) && "._-%\"'[]{}$@".indexOf(c) < 0) {
                return false;
            }
        }
        return !key.isEmpty();
    }
}
