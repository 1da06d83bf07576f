package io.github.migratemaven.scan.catalog;

import java.util.Locale;

/**
 * A word that may hold one star, which stands for any text; case does not matter. One star only, so that a match is two
 * comparisons whatever the text.
 */
record Glob(String prefix, String suffix, boolean open) {
    static Glob of(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        int star = word.indexOf('*');
        if (star < 0) {
            return new Glob(word, "", false);
        }
        if (word.indexOf('*', star + 1) >= 0) {
            throw new IllegalArgumentException("more than one star in " + text);
        }
        return new Glob(word.substring(0, star), word.substring(star + 1), true);
    }

    boolean matches(String text) {
        if (!open) {
            return prefix.equalsIgnoreCase(text);
        }
        return text.length() >= prefix.length() + suffix.length()
                && text.regionMatches(true, 0, prefix, 0, prefix.length())
                && text.regionMatches(true, text.length() - suffix.length(), suffix, 0, suffix.length());
    }

    /** As Symfony's console abbreviates: {@code d:s:u} for {@code doctrine:schema:update}, each part a beginning. */
    boolean matchesAbbreviated(String text) {
        String[] full = prefix.split(":", -1);
        String[] given = text.toLowerCase(Locale.ROOT).split(":", -1);
        if (full.length != given.length || full.length < 2) {
            return matches(text);
        }
        for (int i = 0; i < full.length; i++) {
            if (given[i].isEmpty() || !full[i].startsWith(given[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return open ? prefix + '*' + suffix : prefix;
    }
}
